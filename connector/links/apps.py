from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "connector.links"
    label = "links"
