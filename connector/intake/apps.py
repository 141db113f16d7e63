from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "connector.intake"
    label = "intake"
