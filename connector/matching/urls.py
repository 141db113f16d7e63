"""Match, shortlist, take-home."""

from django.urls import path

from connector.matching import views

urlpatterns = [
    path("match/", views.match, name="match"),
    path("match/kept/", views.shortlist, name="shortlist"),
    path("match/take-home/", views.takehome, name="takehome"),
]
