"""Where a group says that it has stopped. Who may come here is said where these are included."""

from django.urls import path

from connector.stewardship.own_view import stopped

of_my_listing = [path("<uuid:uuid>/stopped/", stopped, name="listing_stopped")]
