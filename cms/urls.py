"""Public pages of the catalogue."""

from django.urls import path

from cms import views

urlpatterns = [path("<uuid:uuid>/", views.listing, name="listing")]
