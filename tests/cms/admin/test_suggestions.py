"""Suggested interests: found with the words that showed them, confirmed or removed many at a time."""

import pytest
from django.urls import reverse

from cms.models import AssetInterest
from tests.factories.assets import AssetFactory, AssetInterestFactory
from tests.factories.users import UserFactory

LIST = "wagtailsnippets_cms_assetinterest:list"


def bulk(action: str) -> str:
    return reverse("wagtail_bulk_action", args=["cms", "assetinterest", action])


def states() -> dict[str, str]:
    return dict(AssetInterest.objects.values_list("words", "state"))


@pytest.fixture
def rows(db) -> dict[str, AssetInterest]:
    """Four rows, by the words that showed them."""
    made = {}
    for name, code, state in (
        ("Sewing circle", "embroidery", "suggested"),
        ("Repair cafe", "embroidery", "suggested"),
        ("Choir", "singing", "suggested"),
        ("Tea dance", "embroidery", "confirmed"),
    ):
        asset = AssetFactory(name=name)
        made[name] = AssetInterestFactory(asset=asset, interest__code=code, state=state, words=name)
    return made


class TestList:
    def test_shows_those_that_wait_with_the_words_that_showed_them(self, desk, rows):
        page = desk.get(reverse(LIST))
        assert {row.words for row in page.context["object_list"]} == {"Sewing circle", "Repair cafe", "Choir"}
        assert "Repair cafe" in page.content.decode()

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"state": "confirmed"}, {"Tea dance"}),
            ({"state": "removed"}, set()),
            ({"state": "all"}, {"Sewing circle", "Repair cafe", "Choir", "Tea dance"}),
            ({"q": "choir"}, {"Choir"}),
            ({"kind": "online"}, set()),
        ],
    )
    def test_narrowed(self, desk, rows, query, found):
        assert {row.words for row in desk.get(reverse(LIST), query).context["object_list"]} == found

    def test_by_interest(self, desk, rows):
        interest = rows["Choir"].interest
        shown = desk.get(reverse(LIST), {"interest": interest.pk}).context["object_list"]
        assert [row.words for row in shown] == ["Choir"]


class TestBulk:
    def test_asks_first(self, desk, rows):
        page = desk.get(bulk("confirm"), {"id": rows["Sewing circle"].pk}).content.decode()
        assert "Are these right?" in page
        assert "Sewing circle" in page
        assert states()["Sewing circle"] == "suggested"

    @pytest.mark.parametrize(("action", "state"), [("confirm", "confirmed"), ("delete", "removed")])
    def test_answers_those_that_are_ticked(self, desk, rows, action, state):
        ticked = [rows["Sewing circle"].pk, rows["Choir"].pk]
        query = "&".join(f"id={key}" for key in ticked)
        desk.post(f"{bulk(action)}?{query}&next={reverse(LIST)}")
        assert states() == {
            "Sewing circle": state,
            "Choir": state,
            "Repair cafe": "suggested",
            "Tea dance": "confirmed",
        }

    @pytest.mark.parametrize(
        ("query", "answered"),
        [
            ("", {"Sewing circle", "Repair cafe", "Choir"}),
            ("&q=choir", {"Choir"}),
            ("&interest={embroidery}", {"Sewing circle", "Repair cafe"}),
        ],
    )
    def test_all_in_the_listing_are_those_that_it_shows(self, desk, rows, query, answered):
        query = query.format(embroidery=rows["Sewing circle"].interest.pk)
        desk.post(f"{bulk('delete')}?id=all{query}&next={reverse(LIST)}")
        assert {words for words, state in states().items() if state == "removed"} == answered

    @pytest.mark.parametrize("role", ["Editors", "Workers"])
    def test_is_for_connectors(self, browser_of, rows, role):
        browser_of(UserFactory(role=role)).post(f"{bulk('confirm')}?id={rows['Choir'].pk}")
        assert states()["Choir"] == "suggested"
