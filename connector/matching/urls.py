"""Match, shortlist, compare, take-home and the list that it leads to, the phone that is handed over, the interface."""

from django.urls import path

from connector.matching import handover_views, views
from connector.matching.api import MatchView
from connector.matching.compare_view import compare
from connector.matching.public_list import public_list
from connector.matching.sent_view import sent
from connector.matching.token_view import match_token

urlpatterns = [
    path("match/", views.match, name="match"),
    path("match/kept/", views.shortlist, name="shortlist"),
    path("match/compare/", compare, name="compare"),
    path("match/take-home/", views.takehome, name="takehome"),
    path("match/sent/", sent, name="match_sent"),
    path("match/hand-over/", handover_views.hand_over, name="hand_over"),
    path("match/handed-over/", handover_views.handed_over, name="handed_over"),
    path("match/handed-over/back/", handover_views.give_back, name="take_back"),
    path("account/token/", match_token, name="match_token"),
    path("list/<str:codes>/", public_list, name="public_list"),
]
# For programs, the same in every language.
api = [path("api/match", MatchView.as_view(), name="api_match")]
