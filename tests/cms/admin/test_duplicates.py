"""Possible duplicates in the admin: the list, the page that shows both, and the warning while somebody writes."""

import pytest
from django.urls import reverse

from cms.duplicates.comparing import compare_all
from cms.models import Asset, PossibleDuplicate
from tests.factories.assets import AssetFactory, AssetSourceFactory, ContactFactory, PossibleDuplicateFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

LIST = "wagtailsnippets_cms_possibleduplicate:list"
State = PossibleDuplicate.State


@pytest.fixture
def pair(db) -> PossibleDuplicate:
    hall = PlaceFactory(name="Mill Hall", postcode="ZM1 2SA")
    for name in ("Weavers Fold Sewing Circle", "The Weavers Fold Sewing Circle"):
        asset = AssetFactory(name=name, at=[hall], suggested=["embroidery"])
        ContactFactory(asset=asset, phone="01632 960 123")
        SessionFactory(asset=asset, place=hall)
        AssetSourceFactory(asset=asset)
    compare_all()
    return PossibleDuplicate.objects.get()


def settle(pair: PossibleDuplicate) -> str:
    return reverse("cms_settle_duplicate", args=[pair.pk])


class TestList:
    def test_shows_the_open_ones_with_what_agrees(self, desk, pair):
        page = desk.get(reverse(LIST)).content.decode()
        assert "nearly the same name, the same telephone, the same day and time, the same postcode" in page
        assert f'href="{settle(pair)}"' in page

    def test_a_pair_of_which_one_is_withdrawn_is_no_question(self, desk, pair):
        Asset.objects.filter(pk=pair.second_id).update(live=False, last_published_at="2026-11-01T10:00Z")
        assert list(desk.get(reverse(LIST)).context["object_list"]) == []

    def test_settled_ones_are_found_when_asked_for(self, desk, pair):
        PossibleDuplicate.objects.update(state=State.NOT_SAME)
        assert list(desk.get(reverse(LIST)).context["object_list"]) == []
        assert list(desk.get(reverse(LIST), {"state": "not_same"}).context["object_list"]) == [pair]
        assert list(desk.get(reverse(LIST), {"state": "all", "q": "weavers"}).context["object_list"]) == [pair]

    def test_many_are_settled_as_not_the_same(self, desk, pair):
        bulk = reverse("wagtail_bulk_action", args=["cms", "possibleduplicate", "delete"])
        assert "Are these all two things each?" in desk.get(bulk, {"id": pair.pk}).content.decode()
        desk.post(f"{bulk}?id=all&next={reverse(LIST)}")
        pair.refresh_from_db()
        assert pair.state == State.NOT_SAME


class TestSideBySide:
    def test_both_with_what_agrees(self, desk, pair):
        page = desk.get(settle(pair)).content.decode()
        for words in ("Mill Hall", "Every Tuesday, 1.30 to 3.30pm", "01632 960 123", "Embroidery", "record-"):
            assert page.lower().count(words.lower()) >= 2, words
        assert "The same: keep" in page
        assert page.count("agrees</span>") == 4

    @pytest.mark.parametrize(("answer", "gone"), [("first", "second"), ("second", "first")])
    def test_the_same(self, desk, client, pair, answer, gone):
        page = desk.post(settle(pair), {"answer": answer}, follow=True).content.decode()
        assert "its address leads to" in page
        gone_asset, stays = getattr(pair, gone), getattr(pair, answer)
        answered = client.get(gone_asset.get_absolute_url())
        assert (answered.status_code, answered["Location"]) == (301, stays.get_absolute_url())

    def test_the_same_and_undone(self, desk, client, pair):
        desk.post(settle(pair), {"answer": "first"})
        assert "Undo: they are two" in desk.get(settle(pair)).content.decode()
        page = desk.post(settle(pair), {"answer": "undo"}, follow=True).content.decode()
        assert "is back, and what joining did is undone" in page
        assert "Undo: they are two" not in page
        assert client.get(pair.second.get_absolute_url()).status_code == 200
        assert "there is nothing to undo" in desk.post(settle(pair), {"answer": "undo"}, follow=True).content.decode()

    def test_not_the_same_and_on_to_the_next(self, desk, pair):
        other = PossibleDuplicateFactory(score=70)
        answered = desk.post(settle(pair), {"answer": "not-same"})
        assert answered["Location"] == settle(other)
        assert desk.post(settle(other), {"answer": "not-same"})["Location"] == reverse(LIST)
        assert set(PossibleDuplicate.objects.values_list("state", flat=True)) == {State.NOT_SAME}

    def test_a_settled_one_is_only_shown(self, desk, pair):
        PossibleDuplicate.objects.update(state=State.NOT_SAME, settled_at="2026-11-01T10:00Z")
        assert "The same: keep" not in desk.get(settle(pair)).content.decode()
        desk.post(settle(pair), {"answer": "first"})
        assert Asset.objects.filter(live=True).count() == 2

    def test_keeping_one_that_nobody_sees_is_refused_with_what_to_do(self, desk, pair):
        Asset.objects.filter(pk=pair.first_id).update(live=False)
        page = desk.post(settle(pair), {"answer": "first"}, follow=True).content.decode()
        assert "publish this first" in page
        assert Asset.objects.get(pk=pair.second_id).live

    @pytest.mark.parametrize("role", ["Editors", "Workers", "Managers"])
    def test_is_for_connectors(self, browser_of, pair, role):
        browser_of(UserFactory(role=role)).post(settle(pair), {"answer": "first"})
        assert PossibleDuplicate.objects.get().state == State.OPEN


class TestWhileWriting:
    def ask(self, browser, **fields: object) -> str:
        return browser.post(reverse("cms_looks_like"), fields).content.decode()

    def test_one_that_is_there_already(self, desk, pair):
        place = pair.first.asset_places.get().place
        told = self.ask(desk, name="Weavers' Fold Sewing Circle", kind="group", **{"asset_places-0-place": place.pk})
        assert "are there already" in told
        assert "the same postcode" in told
        assert reverse("wagtailsnippets_cms_asset:edit", args=[pair.first_id]) in told

    def test_by_its_telephone(self, desk, pair):
        told = self.ask(desk, name="Weavers Fold Sewing Circle", **{"contacts-1-phone": "(01632) 960123"})
        assert "the same telephone" in told

    @pytest.mark.parametrize(
        "fields",
        [{}, {"name": "Weavers Fold Sewing Circle"}, {"name": "x", "organisation": "²", "pk": "9" * 40}],
    )
    def test_nothing_to_say(self, desk, pair, fields):
        assert "already" not in self.ask(desk, **fields)

    def test_not_of_itself_nor_of_what_was_settled(self, desk, pair):
        page = reverse("wagtailsnippets_cms_asset:edit", args=[pair.first_id])
        assert "is there already" in desk.get(page).content.decode()
        PossibleDuplicate.objects.update(state=State.NOT_SAME)
        assert "is there already" not in desk.get(page).content.decode()

    def test_is_for_who_may_change_assets(self, browser_of, desk, pair):
        ask = reverse("cms_looks_like")
        assert browser_of(UserFactory(role="Workers")).post(ask, {"name": "x"}, follow=True).status_code == 403
        assert desk.get(ask).status_code == 405
