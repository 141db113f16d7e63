"""Search, and its API."""

from django.urls import path

from search import views
from search.api import SearchView

urlpatterns = [
    path("search/", views.search, name="search"),
    path("api/search", SearchView.as_view(), name="api_search"),
]
