from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "connector.core"
    label = "core"
