"""Many assets at once: what each action does, to which rows, and what it says of those that it left."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.actions import publish_asset, submit_change
from cms.models import Asset, Place
from tests.factories.assets import AssetFactory
from tests.factories.interests import InterestFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.users import UserFactory

LIST = "wagtailsnippets_cms_asset:list"


def bulk(action: str, model: str = "asset", query: str = "id=all") -> str:
    home = reverse(f"wagtailsnippets_cms_{model}:list")
    return f"{reverse('wagtail_bulk_action', args=['cms', model, action])}?{query}&next={home}"


def do(browser, action: str, query: str = "id=all", model: str = "asset", **fields: object) -> str:
    return browser.post(bulk(action, model, query), fields, follow=True).content.decode()


@pytest.fixture
def three(db) -> list[Asset]:
    return [AssetFactory(name=name, live=False) for name in ("Choir", "Lace", "Tea")]


def live() -> set[str]:
    return set(Asset.objects.filter(live=True).values_list("name", flat=True))


class TestWhichRows:
    def test_those_that_are_ticked(self, desk, three):
        do(desk, "publish", f"id={three[0].pk}&id={three[2].pk}")
        assert live() == {"Choir", "Tea"}

    @pytest.mark.parametrize(("query", "found"), [("q=lace", {"Lace"}), ("kind=online", set()), ("status=draft", None)])
    def test_all_in_the_listing_are_those_that_it_shows(self, desk, three, query, found):
        do(desk, "publish", f"id=all&{query}")
        assert live() == ({"Choir", "Lace", "Tea"} if found is None else found)

    def test_deleting_too(self, desk, three):
        do(desk, "delete", "id=all&q=lace")
        assert set(Asset.objects.values_list("name", flat=True)) == {"Choir", "Tea"}

    def test_asks_first(self, desk, three):
        page = desk.get(bulk("publish")).content.decode()
        assert "Shall people see these?" in page
        assert "<li>Lace</li>" in page
        assert live() == set()

    @pytest.mark.parametrize(
        "action", ["publish", "withdraw", "current", "interests", "add-interest", "kind", "delete"]
    )
    def test_is_for_connectors(self, browser_of, three, action):
        do(browser_of(UserFactory(role="Editors")), action, kind="online", reason="x", who="x")
        assert set(Asset.objects.values_list("kind", "live", "confirmed_by")) == {("group", False, "")}


class TestEach:
    def test_publish_is_of_the_draft(self, desk, three, asha):
        draft = three[0]
        draft.summary = "Songs of the mill."
        draft.save_revision(user=asha)
        assert "3 published." in do(desk, "publish")
        assert Asset.objects.get(name="Choir").summary == "Songs of the mill."
        assert set(Asset.objects.values_list("has_unpublished_changes", flat=True)) == {False}
        assert all(Asset.objects.values_list("first_published_at", flat=True))

    def test_unpublish_wants_a_reason_and_keeps_it(self, desk, three):
        Asset.objects.update(live=True)
        assert "This field is required" in do(desk, "withdraw")
        assert len(live()) == 3
        do(desk, "withdraw", reason="Closed for good.")
        assert live() == set()
        history = desk.get(reverse("wagtailsnippets_cms_asset:history", args=[three[0].pk])).content.decode()
        assert "Withdrawn: Closed for good." in history

    def test_still_right(self, desk, three):
        do(desk, "current", who="Maureen", how="by telephone")
        assert set(Asset.objects.values_list("confirmed_on", "confirmed_by", "confirmed_how")) == {
            (timezone.localdate(), "Maureen", "by telephone")
        }

    def test_interests(self, desk, db):
        AssetFactory(suggested=["embroidery", "lace"])
        assert "2 interests confirmed." in do(desk, "interests")
        tea = InterestFactory(code="tea")
        do(desk, "add-interest", interest=tea.pk)
        states = {"embroidery": "confirmed", "lace": "confirmed", "tea": "confirmed"}
        asset = Asset.objects.get()
        assert dict(asset.asset_interests.values_list("interest__code", "state")) == states
        do(desk, "take-interest", interest=tea.pk)
        assert dict(asset.asset_interests.values_list("interest__code", "state")) == states | {"tea": "removed"}

    def test_an_interest_stays_when_its_asset_is_published_again(self, desk, three, asha):
        publish_asset(asset=three[0], by=asha)
        do(desk, "add-interest", f"id={three[0].pk}", interest=InterestFactory(code="tea").pk)
        publish_asset(asset=Asset.objects.get(pk=three[0].pk).get_latest_revision_as_object(), by=asha)
        assert Asset.objects.get(pk=three[0].pk).asset_interests.get().interest.code == "tea"

    def test_kind_also_on_the_edit_page_and_in_the_history(self, desk, three, asha):
        publish_asset(asset=three[0], by=asha)
        do(desk, "kind", kind="activity")
        assert set(Asset.objects.values_list("kind", flat=True)) == {"activity"}
        assert Asset.objects.get(pk=three[0].pk).get_latest_revision_as_object().kind == "activity"
        history = desk.get(reverse("wagtailsnippets_cms_asset:history", args=[three[1].pk])).content.decode()
        assert "Changed with others: Kind: Activity" in history

    def test_what_is_left_is_said_with_why(self, desk, three, asha):
        publish_asset(asset=three[0], by=asha)
        submit_change(draft=Asset.objects.get(pk=three[0].pk), by=asha)
        Asset.objects.filter(pk=three[1].pk).update(locked=True, locked_at=timezone.now())
        page = do(desk, "kind", kind="activity")
        assert "1 changed." in page
        assert "“Choir” has a draft or a change that waits." in page
        assert "“Lace” is locked since" in page
        assert set(Asset.objects.filter(kind="activity").values_list("name", flat=True)) == {"Tea"}

    def test_a_locked_one_is_not_published(self, desk, three):
        Asset.objects.filter(pk=three[1].pk).update(locked=True)
        assert "“Lace” is locked" in do(desk, "publish")
        assert live() == {"Choir", "Tea"}

    def test_places_into_a_ward(self, desk, asha):
        place, ward = PlaceFactory(), AreaFactory()
        place.save_revision(user=asha)
        do(desk, "ward", model="place", ward=ward.pk)
        assert Place.objects.get().ward == ward
        assert Place.objects.get().get_latest_revision_as_object().ward == ward
