"""What a group says on its own pages: that it has stopped, and how it likes to be asked. Who may come here is said
where these are included."""

from django.urls import path

from connector.stewardship.own_view import stopped
from connector.stewardship.own_way import my_way

of_my_listing = [
    path("<uuid:uuid>/stopped/", stopped, name="listing_stopped"),
    path("<uuid:uuid>/way/", my_way, name="my_way"),
]
"""Beside the other pages of a group's own listing, behind the same guard."""
