from django.apps import AppConfig


class StartingConfig(AppConfig):
    name = "connector.starting"
    label = "starting"
