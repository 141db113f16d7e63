"""Assets of the catalogue compared: which pairs are kept to be settled, and that settled ones stay so."""

from datetime import time
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cms.duplicates.comparing import compare, compare_all, looks_like
from cms.duplicates.reading import facts_of
from cms.duplicates.watching import compare_later
from cms.likeness.keys import MOST_SHARING
from cms.models import Asset, AssetInterest, Interest, LikenessKey, PossibleDuplicate
from cms.signals import announce
from tests.factories.assets import AssetAccessFactory, AssetFactory, ContactFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

NAME = "Weavers Fold Sewing Circle"
State = PossibleDuplicate.State


def pairs() -> set[tuple[str, ...]]:
    rows = PossibleDuplicate.objects.select_related("first", "second")
    return {(row.first.who_for, row.second.who_for, row.state) for row in rows}


@pytest.fixture
def two(db) -> tuple[Asset, Asset]:
    """The same circle twice: once with a number, once with the same number written otherwise."""
    one = AssetFactory(name=NAME, who_for="one", at=[PlaceFactory(postcode="ZM1 2SA", nowhere=True)])
    other = AssetFactory(name=f"The {NAME}", who_for="two", at=[PlaceFactory(postcode="ZM1 2", nowhere=True)])
    ContactFactory(asset=one, phone="01632 960 123")
    ContactFactory(asset=other, phone="(01632) 960123", visibility="internal")
    AssetFactory(name="Tin Whistle Band", who_for="band", at=[PlaceFactory(postcode="ZM1 2SA", nowhere=True)])
    return one, other


def test_a_pair_is_found_with_what_agrees(two) -> None:
    assert compare_all() == 1
    row = PossibleDuplicate.objects.get()
    assert (row.first, row.second, row.state) == (*two, State.OPEN)
    assert row.agrees == ["name", "phone", "sector"]


def test_again_finds_no_more(two) -> None:
    compare_all()
    before = set(LikenessKey.objects.values_list("pk", flat=True))
    assert compare_all() == 1
    assert set(LikenessKey.objects.values_list("pk", flat=True)) == before


def test_one_that_changed_is_compared_with_all(two) -> None:
    compare_all()
    AssetFactory(name=NAME, who_for="three", at=[two[0].asset_places.get().place])
    compare([Asset.objects.get(who_for="three").pk])
    assert pairs() == {("one", "two", State.OPEN), ("one", "three", State.OPEN), ("two", "three", State.OPEN)}


def test_one_that_no_longer_looks_alike_is_asked_about_no_more(two) -> None:
    compare_all()
    Asset.objects.filter(pk=two[1].pk).update(name="Tuesday Painters")
    two[1].contacts.update(phone="01632 960 999")
    compare([two[1].pk])
    assert not PossibleDuplicate.objects.exists()


@pytest.mark.parametrize("state", [State.NOT_SAME, State.SAME])
def test_what_was_settled_stays(two, state) -> None:
    compare_all()
    PossibleDuplicate.objects.update(state=state)
    assert compare_all() == 0
    Asset.objects.filter(pk=two[1].pk).update(name="Tuesday Painters")
    compare_all()
    assert pairs() == {("one", "two", state)}


def test_what_agrees_is_kept_up(two) -> None:
    compare_all()
    two[1].contacts.update(phone="01632 960 999")
    compare([two[0].pk])
    assert PossibleDuplicate.objects.get().agrees == ["name", "sector"]


def test_two_times_of_one_thing_are_two_listings(db) -> None:
    hall = PlaceFactory()
    for start in (time(10), time(19)):
        SessionFactory(asset=AssetFactory(name=NAME, at=[hall]), start=start)
    assert compare_all() == 0


def test_one_that_is_being_written(two) -> None:
    compare_all()
    facts = facts_of([two[0].pk])[two[0].pk]
    with CaptureQueriesContext(connection) as queries:
        assert [like.pk for like in looks_like(facts)] == [two[1].pk]
    assert len(queries) <= 7


def test_no_more_queries_for_many_than_for_few(two) -> None:
    def asked() -> int:
        pks = list(Asset.objects.values_list("pk", flat=True))
        compare(pks)
        with CaptureQueriesContext(connection) as queries:
            compare(pks)
        return len(queries)

    few = asked()
    hall = two[0].asset_places.get().place
    for number in range(30):
        AssetFactory(name=f"Group of {number} painters", at=[hall])
    assert asked() == few


def test_what_everybody_shares_brings_nobody_together(db) -> None:
    hall = PlaceFactory(postcode="ZM1 2SA", nowhere=True)
    made = [AssetFactory(name="Embroidery", at=[hall], summary="", description="") for _ in range(MOST_SHARING + 1)]
    compare([asset.pk for asset in made])
    assert not PossibleDuplicate.objects.exists()


def test_the_command_says_how_many(two) -> None:
    said = StringIO()
    call_command("find_duplicates", stdout=said)
    assert said.getvalue() == "1 pair to settle.\n"


class TestAfterAChange:
    """Really committed: a test's own transaction never is."""

    @pytest.fixture
    def twins(self, committing_db) -> list[int]:
        hall = PlaceFactory(postcode="ZM1 2SA")
        return [AssetFactory(name=NAME, who_for=who, at=[hall], live=False).pk for who in ("one", "two")]

    @pytest.fixture
    def compared(self, monkeypatch) -> list[list[int]]:
        """What was compared, a list each time."""
        times: list[list[int]] = []

        def kept(pks: list[int]) -> None:
            times.append(list(pks))
            compare(pks)

        monkeypatch.setattr("cms.duplicates.watching.compare", kept)
        return times

    def test_once_a_transaction(self, twins, compared) -> None:
        with transaction.atomic():
            announce([twins[0]])
            announce([twins[1], twins[0]])
            assert compared == []
        assert compared == [twins]
        assert pairs() == {("one", "two", State.OPEN)}

    def test_the_next_time_too(self, twins, compared) -> None:
        for pk in twins:
            compare_later([pk])
        assert compared == [[pk] for pk in twins]

    def test_not_for_what_makes_none_like_another(self, twins, compared) -> None:
        """An interest renamed, a step-free door: however many assets have it, each is who it was."""
        with transaction.atomic():
            AssetInterest.objects.create(asset_id=twins[0], interest=Interest.objects.first())
            AssetAccessFactory(asset=Asset.objects.get(pk=twins[0]), state="yes")
            Interest.objects.first().save()
        assert compared == []
        with transaction.atomic():
            SessionFactory(asset=Asset.objects.get(pk=twins[0]))
        assert compared == [twins[:1]]

    def test_not_what_was_rolled_back(self, twins, compared) -> None:
        with transaction.atomic():
            compare_later(twins)
            transaction.set_rollback(True)
        assert compared == []
        with transaction.atomic():
            compare_later([twins[1]])
        assert compared == [[twins[1]]]

    def test_what_fails_undoes_nothing(self, twins, monkeypatch) -> None:
        monkeypatch.setattr("cms.duplicates.watching.compare", lambda pks: 1 / 0)
        with transaction.atomic():
            Asset.objects.filter(pk=twins[0]).update(name="Tuesday Painters")
            compare_later(twins)
        assert Asset.objects.get(pk=twins[0]).name == "Tuesday Painters"
