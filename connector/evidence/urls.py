"""Where workers press "I was there"; the group's own switch lies among the addresses of its listing."""

from django.urls import path

from connector.evidence import views

urlpatterns = [path("listing/<uuid:uuid>/i-was-there/", views.was_there, name="was_there")]
of_my_listing = [path("<uuid:uuid>/after-sessions/", views.after_sessions, name="after_sessions")]
"""Beside the other pages of a group's own listing, behind the same guard."""
