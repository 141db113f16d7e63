"""Wagtail's app of users, with the product's own pages for accounts."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "connector.accounts.user_admin.AccountViewSet"
