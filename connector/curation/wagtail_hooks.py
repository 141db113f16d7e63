"""What curation adds to Wagtail's admin: the address that the box *Try it* asks. No logic."""

from typing import Any

from django.urls import path
from wagtail import hooks

from connector.curation import views


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("interests/<int:pk>/try-it/", views.try_it, name="curation_try_it")]
