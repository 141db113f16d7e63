from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "connector.accounts"
    label = "accounts"
