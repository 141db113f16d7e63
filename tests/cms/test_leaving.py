"""Pages that somebody may have to hide have a way out of them at once; others have not."""

from collections.abc import Callable

import pytest
from django.test import Client

from cms.leaving import may_have_to_leave
from tests.core.markup import faults
from tests.factories.assets import AssetFactory
from tests.factories.pages import TopicPageFactory

HIDDEN = (
    "Support after domestic abuse, for women and children",
    "Somebody to talk to about a controlling partner",
    "Honour-based violence and forced marriage: a helpline",
    "Alcoholics Anonymous, Tuesdays at the chapel",
    "A group for people who have thought of suicide",
    "LGBTQ+ youth club",
    "Refuges for women",
    "Help with addiction",
)
OPEN = (
    "Weavers Fold Sewing Circle",
    "A walk round the refuge island and the nature reserve",
    "Gaiety Theatre singers",
    "Trapeze and juggling for all",
    "Translating old letters; transport history",
    "Cider making: what we drink and how",
    "Abuse of power in Roman history, a talk",
    "Recovery after a stroke: gentle exercise",
)


@pytest.mark.parametrize("text", HIDDEN)
def test_said(text: str) -> None:
    assert may_have_to_leave([text])
    assert may_have_to_leave(["Something else", text.upper()])


@pytest.mark.parametrize("text", OPEN)
def test_not_said(text: str) -> None:
    assert not may_have_to_leave([text])


def way_out(path: str) -> bool:
    page = Client().get(path).content.decode()
    assert not faults(page)
    assert ("data-leave" in page) == ("connector/js/leave" in page)
    return "data-leave" in page


@pytest.mark.django_db
class TestPages:
    @pytest.mark.parametrize(
        ("given", "there"),
        [
            ({"description": "For anybody who lives with domestic violence."}, True),
            ({"secret": True}, True),
            ({"description": "Sewing with a brew."}, False),
        ],
        ids=["by its words", "by its secret place", "any other"],
    )
    def test_a_listing(self, given: dict[str, object], there: bool) -> None:
        assert way_out(AssetFactory(name="The Open Door", **given).get_absolute_url()) is there

    @pytest.mark.parametrize(("words", "there"), [("domestic+abuse", True), ("sewing", False), ("", False)])
    def test_a_search(self, up_to_date: Callable[[], None], words: str, there: bool) -> None:
        up_to_date()
        assert way_out(f"/search/?q={words}") is there

    @pytest.mark.parametrize(("title", "there"), [("Addiction and recovery", True), ("Making things", False)])
    def test_a_topic(self, title: str, there: bool) -> None:
        assert way_out(TopicPageFactory(title=title).url) is there

    def test_the_front_page(self) -> None:
        assert way_out("/") is False

    def test_what_it_cannot_do_is_said(self) -> None:
        page = Client().get("/about/leaving/").content.decode()
        assert not faults(page)
        assert "stay in the browser’s history" in page
        assert "999" in page
