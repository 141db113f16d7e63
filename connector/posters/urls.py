"""Two addresses: a week in a ward, a week at a place."""

from django.urls import path

from connector.posters import views

urlpatterns = [
    path("posters/ward/<slug:code>/", views.ward, name="ward_poster"),
    path("posters/place/<uuid:uuid>/", views.place, name="place_poster"),
]
