"""Where somebody begins what nobody near does."""

from django.urls import path

from connector.starting import views

urlpatterns = [path("start-something/", views.start, name="starting")]
