"""A test class over the whole demonstration borough: seeded and indexed once, rolled back after."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.test import TestCase, override_settings

from cms.geo.geocode import get_geocoder
from cms.visibility import Viewer
from connector.demo.borough import HOME
from connector.demo.seed import seed_borough
from search.engines import reset_engine
from search.features import table
from search.filters import SearchFilters
from search.finder import find
from search.interests import look_again
from search.questions import Question, SearchPage, Wishes
from search.refresh import bring_up_to_date
from search.types import Point

# The Tuesday of the story, in the morning.
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Europe/London"))
WORKER = Viewer(works=True)


@override_settings(CONNECTOR_SEARCH_ENGINE="search.engines.memory")
class BoroughCase(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        _forget()
        seed_borough(today=NOW.date(), say=lambda text: None)
        bring_up_to_date(lambda text: None)
        home = get_geocoder().find(HOME)
        cls.home = Point(home.lat, home.lon)  # type: ignore[union-attr]

    @classmethod
    def tearDownClass(cls) -> None:
        super().tearDownClass()
        _forget()

    def search(self, **query: Any) -> SearchPage:
        """As a resident would, through the filters."""
        return find(SearchFilters.of({"near": HOME, **query}).question(), viewer=Viewer(), now=NOW)

    def match(self, note: str, **wishes: Any) -> SearchPage:
        """As a worker would, from the home of the story."""
        question = Question(text=note, near=self.home, wishes=Wishes(**wishes), limit=10)
        return find(question, viewer=WORKER, now=NOW)


def _forget() -> None:
    reset_engine()
    table().forget()
    look_again()
