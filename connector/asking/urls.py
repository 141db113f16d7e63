"""Where a press of *Ask them* on a listing's page goes."""

from django.urls import path

from connector.asking import views

urlpatterns = [path("listings/<uuid:uuid>/ask-them/", views.ask_them, name="ask_them")]
