from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "connector.matching"
    label = "matching"
