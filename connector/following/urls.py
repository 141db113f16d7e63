"""Where somebody asks to be told each week what is on."""

from django.urls import path

from connector.following import views

urlpatterns = [path("weekly/", views.weekly, name="weekly")]
