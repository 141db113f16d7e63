"""What a group does about what its listing brings. Who may come here is said where these are included."""

from django.urls import path

from connector.reach import views

urlpatterns = [
    path("<uuid:uuid>/known/", views.answer, name="my_listing_known"),
    path("<uuid:uuid>/help/", views.help_wanted, name="my_listing_help"),
    path("<uuid:uuid>/poster/", views.poster, name="my_listing_poster"),
]
