"""Search, and its API."""

from django.urls import path

from search import views
from search.api import SearchView, SuggestView

urlpatterns = [path("search/", views.search, name="search")]
# For programs, the same in every language.
api = [
    path("api/search", SearchView.as_view(), name="api_search"),
    path("api/suggest", SuggestView.as_view(), name="api_suggest"),
]
