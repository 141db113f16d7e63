"""Whatever changes a public listing is announced once it is saved, inside the transaction that saves it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from cms.actions.set_ward import set_ward
from cms.models import Asset, AssetArea, AssetInterest, Interest, InterestRelation
from cms.signals import announce, asset_changed, asset_withdrawn
from tests.factories.assets import AssetAccessFactory, AssetFactory, AssetInterestFactory, AssetPlaceFactory
from tests.factories.interests import InterestFactory, InterestRelationFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import AreaFactory, PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import EducationAuthorityFactory, SessionFactory, TermFactory

pytestmark = pytest.mark.django_db


class Heard:
    """What was said: ids changed, ids withdrawn, and whether it was ever said outside of a transaction."""

    def __init__(self) -> None:
        self.changed: set[int] = set()
        self.withdrawn: set[int] = set()
        self.outside = False

    def hear_changed(self, asset_ids: tuple[int, ...], **_: Any) -> None:
        self.changed |= set(asset_ids)
        self.outside |= not connection.in_atomic_block

    def hear_withdrawn(self, asset_ids: tuple[int, ...], **_: Any) -> None:
        self.withdrawn |= set(asset_ids)
        self.outside |= not connection.in_atomic_block

    def forget(self) -> None:
        self.__init__()  # type: ignore[misc]


@pytest.fixture
def heard() -> Iterator[Heard]:
    listener = Heard()
    asset_changed.connect(listener.hear_changed)
    asset_withdrawn.connect(listener.hear_withdrawn)
    yield listener
    asset_changed.disconnect(listener.hear_changed)
    asset_withdrawn.disconnect(listener.hear_withdrawn)


@pytest.fixture
def asset(heard: Heard) -> Asset:
    """A live listing with one of everything that it may share with others."""
    place, authority = PlaceFactory(), EducationAuthorityFactory()
    made = AssetFactory(organisation=OrganisationFactory(), at=[place], interests=["made-up-craft"])
    SessionFactory(asset=made, place=PlaceFactory(name="Annexe"), term_time=True, authority=authority)
    TermFactory(authority=authority)
    heard.forget()
    return made


def _renamed_concept(asset: Asset) -> None:
    concept = Interest.objects.get(code="made-up-craft")
    concept.label = "Crafts"
    concept.save()


def _edge(asset: Asset) -> InterestRelation:
    """The concept is a kind of another, which is a kind of a third; the upper edge."""
    above = InterestFactory(code="made-up-above")
    InterestRelationFactory(source=Interest.objects.get(code="made-up-craft"), target=above, kind="broader")
    return InterestRelationFactory(source=above, kind="broader")


CHANGES: dict[str, Callable[[Asset], object]] = {
    "saved": lambda asset: asset.save(),
    "published": lambda asset: asset.save_revision().publish(),
    "a place added": lambda asset: AssetPlaceFactory(asset=asset),
    "a place taken away": lambda asset: asset.asset_places.get().delete(),
    "an interest added": lambda asset: AssetInterestFactory(asset=asset),
    "an interest taken away": lambda asset: asset.asset_interests.get().delete(),
    "an access fact": lambda asset: AssetAccessFactory(asset=asset),
    "a session added": lambda asset: SessionFactory(asset=asset),
    "a session saved": lambda asset: asset.sessions.get().save(),
    "a session deleted": lambda asset: asset.sessions.get().delete(),
    "its place moved": lambda asset: asset.asset_places.get().place.save(),
    "its place published": lambda asset: asset.asset_places.get().place.save_revision().publish(),
    "a session's place moved": lambda asset: asset.sessions.get().place.save(),
    "access at its place": lambda asset: PlaceAccessFactory(place=asset.asset_places.get().place),
    "access at its session's place": lambda asset: PlaceAccessFactory(place=asset.sessions.get().place),
    "its organisation renamed": lambda asset: asset.organisation.save(),
    "its organisation deleted": lambda asset: asset.organisation.delete(),
    "a concept renamed": _renamed_concept,
    "a concept deleted": lambda asset: Interest.objects.get(code="made-up-craft").delete(),
    "a concept put below others": _edge,
    "a concept above it taken away": lambda asset: _edge(asset).delete(),
    "a concept above it renamed": lambda asset: _edge(asset).source.save(),
    "an area that it serves": lambda asset: AssetArea.objects.create(asset=asset, area=AreaFactory()),
    "a school term changed": lambda asset: asset.sessions.get().authority.terms.get().save(),
    "a school term deleted": lambda asset: asset.sessions.get().authority.terms.get().delete(),
    "a school authority deleted": lambda asset: asset.sessions.get().authority.delete(),
}
SILENCE: dict[str, Callable[[Asset], object]] = {
    "a draft of a live listing": lambda asset: asset.save_revision(),
    "locked": lambda asset: asset.save(update_fields=["locked", "locked_at"]),
    "a place that nobody is at": lambda asset: PlaceFactory(),
    "a concept that nobody has": lambda asset: InterestFactory().save(),
}
WITHDRAWALS: dict[str, Callable[[Asset], object]] = {
    "unpublished": lambda asset: asset.unpublish(),
    "deleted": lambda asset: asset.delete(),
    "deleted in bulk": lambda asset: Asset.objects.filter(pk=asset.pk).delete(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_announced(asset: Asset, heard: Heard, what: str) -> None:
    CHANGES[what](asset)
    assert (heard.changed, heard.withdrawn, heard.outside) == ({asset.pk}, set(), False)


@pytest.mark.parametrize("what", SILENCE)
def test_what_nobody_sees_is_not_announced(asset: Asset, heard: Heard, what: str) -> None:
    SILENCE[what](asset)
    assert (heard.changed, heard.withdrawn) == (set(), set())


@pytest.mark.parametrize("what", WITHDRAWALS)
def test_a_withdrawal_is_announced_as_one(asset: Asset, heard: Heard, what: str) -> None:
    pk = asset.pk
    WITHDRAWALS[what](asset)
    assert (heard.changed, heard.withdrawn, heard.outside) == (set(), {pk}, False)


def test_a_listing_that_was_never_live_is_not_announced(heard: Heard) -> None:
    draft = AssetFactory(withdrawn=True)
    draft.name = "Another name"
    draft.save()
    draft.save_revision()
    assert (heard.changed, heard.withdrawn) == (set(), set())


def test_rows_changed_without_saving_are_announced_by_who_changes_them(asset: Asset, heard: Heard) -> None:
    with transaction.atomic():
        AssetInterest.objects.filter(asset=asset).update(state=AssetInterest.State.REMOVED)
        announce([asset.pk, asset.pk])
    assert heard.changed == {asset.pk}


def test_places_put_into_a_ward_announce_also_what_only_meets_there(heard: Heard) -> None:
    place = PlaceFactory()
    given, meets = AssetPlaceFactory(place=place).asset, SessionFactory(place=place).asset
    heard.forget()
    assert set_ward(places=[place.pk], ward=AreaFactory(), by=None) == 1
    assert heard.changed == {given.pk, meets.pk}
