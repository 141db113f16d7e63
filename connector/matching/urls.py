"""Match, shortlist, take-home, and the list that the take-home leads to."""

from django.urls import path

from connector.matching import views
from connector.matching.public_list import public_list

urlpatterns = [
    path("match/", views.match, name="match"),
    path("match/kept/", views.shortlist, name="shortlist"),
    path("match/take-home/", views.takehome, name="takehome"),
    path("list/<str:codes>/", public_list, name="public_list"),
]
