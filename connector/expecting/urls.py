"""Where somebody lets a group know that they are coming."""

from django.urls import path

from connector.expecting import views

urlpatterns = [path("listings/<uuid:uuid>/coming/", views.coming, name="say_coming")]
