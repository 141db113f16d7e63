"""Starting an installation, keeping a copy of it, bringing it back. Invariant: importing it touches no database."""

from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "connector.installation"
    label = "installation"
