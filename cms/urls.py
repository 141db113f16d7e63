"""Public pages of the catalogue."""

from django.urls import path

from cms import calendar_views, map_view, picture_view, views
from cms.whats_on.views import whats_on

urlpatterns = [
    path("listings/<uuid:uuid>/", views.listing, name="listing"),
    path("organisations/<uuid:uuid>/", views.organisation, name="organisation"),
    path("surprise/", views.surprise_me, name="surprise"),
    path("places/<uuid:uuid>/", views.place, name="place"),
    path("whats-on/", whats_on, name="whats_on"),
]
# For programs, the same in every language.
files = [
    path("listings/<uuid:uuid>/calendar.ics", calendar_views.listing, name="listing_calendar"),
    path("organisations/<uuid:uuid>/calendar.ics", calendar_views.organisation, name="organisation_calendar"),
    path("places/<uuid:uuid>/calendar.ics", calendar_views.place, name="place_calendar"),
    path("wards/<slug:code>/calendar.ics", calendar_views.ward, name="ward_calendar"),
    path("interests/<str:codes>/calendar.ics", calendar_views.interests, name="interest_calendar"),
    path("map/outlines.json", map_view.outlines, name="outlines"),
    path("media/images/<str:name>", picture_view.picture, name="picture"),
]
