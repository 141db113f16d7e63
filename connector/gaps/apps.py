from django.apps import AppConfig


class GapsConfig(AppConfig):
    name = "connector.gaps"
    label = "gaps"
