"""Public pages of the catalogue."""

from django.urls import path

from cms import map_view, picture_view, views

urlpatterns = [
    path("listings/<uuid:uuid>/", views.listing, name="listing"),
    path("organisations/<uuid:uuid>/", views.organisation, name="organisation"),
    path("map/outlines.json", map_view.outlines, name="outlines"),
    path("media/images/<str:name>", picture_view.picture, name="picture"),
    path("places/<uuid:uuid>/", views.place, name="place"),
]
