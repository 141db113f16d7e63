"""The page for whoever answers for the directory."""

from django.urls import path

from connector.insight import views

urlpatterns = [path("at-a-glance/", views.at_a_glance, name="at_a_glance")]
