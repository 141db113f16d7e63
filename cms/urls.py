"""Public pages of the catalogue."""

from django.urls import path

from cms import views

urlpatterns = [
    path("listings/<uuid:uuid>/", views.listing, name="listing"),
    path("organisations/<uuid:uuid>/", views.organisation, name="organisation"),
    path("places/<uuid:uuid>/", views.place, name="place"),
]
