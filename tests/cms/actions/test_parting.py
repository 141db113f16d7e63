"""Two that were joined are two after all: what joining did is undone, and what was changed since stays."""

import pytest
from wagtail.models import ModelLogEntry

from cms.actions import NotJoined, add_interest, join_assets, part_assets
from cms.models import Asset, AssetInterest, Editorship, FormerAddress, PossibleDuplicate
from tests.factories.assets import AssetFactory, AssetSourceFactory, PossibleDuplicateFactory
from tests.factories.interests import InterestFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
State = PossibleDuplicate.State


@pytest.fixture
def twin() -> Asset:
    return AssetFactory(name="The Sewing Circle", interests=["lace", "tea"])


@pytest.fixture
def pair(circle, twin) -> PossibleDuplicate:
    return PossibleDuplicateFactory(first=circle, second=twin)


def joined(pair: PossibleDuplicate) -> PossibleDuplicate:
    join_assets(stays=pair.first, goes=pair.second, by=None)
    pair.refresh_from_db()
    return pair


def test_the_one_that_went_is_back_at_its_address(client, pair, circle, twin, asha):
    back = part_assets(pair=joined(pair), by=asha)
    assert (back.pk, back.live) == (twin.pk, True)
    for asset in (circle, twin):
        assert client.get(f"/listings/{asset.uuid}/").status_code == 200
        assert "are two after all" in ModelLogEntry.objects.for_instance(asset).order_by("-pk")[0].message
    pair.refresh_from_db()
    assert (pair.state, pair.joined) == (State.NOT_SAME, {})
    assert not FormerAddress.objects.exists()


def test_addresses_that_led_to_it_lead_to_it_again(client, pair, twin, asha):
    older = AssetFactory(name="Sewing at the mill")
    join_assets(stays=twin, goes=older, by=asha)
    part_assets(pair=joined(pair), by=asha)
    assert client.get(f"/listings/{older.uuid}/")["Location"] == f"/listings/{twin.uuid}/"


def test_records_are_its_own_again(pair, circle, twin, asha):
    own, others = AssetSourceFactory(asset=circle), AssetSourceFactory(asset=twin)
    part_assets(pair=joined(pair), by=asha)
    others.refresh_from_db()
    assert (others.asset, others.carried) == (twin, False)
    own.refresh_from_db()
    assert own.asset == circle


def test_editors_keep_what_they_kept(pair, circle, twin, maureen, asha):
    jo, left = UserFactory(), UserFactory()
    for user, asset in ((maureen, circle), (maureen, twin), (jo, twin), (left, twin)):
        EditorshipFactory(user=user, asset=asset)
    joined(pair)
    Editorship.objects.filter(user=left).delete()
    part_assets(pair=pair, by=asha)
    held = set(Editorship.objects.values_list("user", "asset"))
    assert held == {(maureen.pk, circle.pk), (maureen.pk, twin.pk), (jo.pk, twin.pk)}


def test_interests_that_came_with_it_go_but_for_what_was_decided_since(pair, circle, twin, asha):
    AssetInterest.objects.create(asset=circle, interest=InterestFactory(code="choir"), state="confirmed")
    joined(pair)
    add_interest(assets=[circle.pk], interest=InterestFactory(code="walks"), by=asha)
    AssetInterest.objects.filter(asset=circle, interest__code="tea").update(state="removed")
    part_assets(pair=pair, by=asha)
    states = dict(Asset.objects.get(pk=circle.pk).asset_interests.values_list("interest__code", "state"))
    assert {code: states[code] for code in ("choir", "walks", "lace", "tea")} == {
        "choir": "confirmed",
        "walks": "confirmed",
        "lace": "removed",
        "tea": "removed",
    }
    assert set(twin.asset_interests.values_list("interest__code", flat=True)) == {"lace", "tea"}


def test_once_and_only_what_was_joined(pair, asha):
    with pytest.raises(NotJoined):
        part_assets(pair=pair, by=asha)
    part_assets(pair=joined(pair), by=asha)
    with pytest.raises(NotJoined):
        part_assets(pair=pair, by=asha)


def test_a_draft_that_was_never_published_comes_back_as_one(circle, asha):
    draft = AssetFactory(name="A draft", live=False)
    found = PossibleDuplicateFactory(first=circle, second=draft)
    assert not part_assets(pair=joined(found), by=asha).live
