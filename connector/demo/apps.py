from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "connector.demo"
    label = "demo"
