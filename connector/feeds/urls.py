"""Where a group gives its own calendar."""

from django.urls import path

from connector.feeds import views

urlpatterns = [path("my-listings/<uuid:uuid>/calendar/", views.my_calendar, name="my_calendar")]
