"""Where somebody asks to look after a listing, and where those who do are."""

from django.urls import path

from connector.claiming import people_views, views

urlpatterns = [
    path("listings/<uuid:uuid>/look-after/", views.claim, name="claim"),
    path("listings/<uuid:uuid>/look-after/sent/", views.claim_sent, name="claim_sent"),
    path("my-listings/<uuid:uuid>/people/", people_views.listing_people, name="listing_people"),
]
