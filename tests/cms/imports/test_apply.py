"""Drafts in the catalogue: made once, changed when their source changes, never over somebody's edit."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test.utils import CaptureQueriesContext

from cms.imports.deciding import Outcome
from cms.imports.drafts import SessionDraft
from cms.models import Asset, AssetInterest, AssetPlace, AssetSource, Organisation, Place, Source
from cms.signals import asset_changed, asset_withdrawn
from tests.cms.imports.conftest import NOW, SALE, Import, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard() -> Any:
    """Ids that were announced: (changed, withdrawn)."""
    changed: list[int] = []
    withdrawn: list[int] = []

    def on_change(asset_ids: tuple[int, ...], **_: Any) -> None:
        changed.extend(asset_ids)

    def on_withdrawal(asset_ids: tuple[int, ...], **_: Any) -> None:
        withdrawn.extend(asset_ids)

    asset_changed.connect(on_change)
    asset_withdrawn.connect(on_withdrawal)
    yield changed, withdrawn
    asset_changed.disconnect(on_change)
    asset_withdrawn.disconnect(on_withdrawal)


def outcomes(applied: Any) -> list[Outcome]:
    return [one.outcome for one in applied]


def test_a_new_asset_is_whole(import_: Import) -> None:
    assert outcomes(
        import_(draft(organisation="Sewers of Sale", tags=("club",), url="http://example.org", ward_code="none"))
    ) == [Outcome.NEW]
    asset = Asset.objects.get()
    assert (asset.name, asset.summary, asset.tags, asset.url) == ("Sewing 1", "We sew.", ["club"], "http://example.org")
    assert (asset.met, asset.confirmed_on, asset.live) == (False, None, True)
    assert asset.first_published_at == asset.last_published_at == NOW
    assert asset.organisation is not None
    assert asset.organisation.name == "Sewers of Sale"
    place = asset.asset_places.get().place
    assert (place.address, place.postcode, place.lat, place.lon) == (SALE.address, SALE.postcode, SALE.lat, SALE.lon)
    record = asset.sources.get()
    assert (record.source.name, record.source_ref, record.licence, record.last_seen) == (
        "Our list",
        "1",
        "OGL v3.0",
        NOW,
    )


def test_without_publishing_it_waits_and_can_be_published_later(import_: Import) -> None:
    import_(draft(), publish=False)
    asset = Asset.objects.get()
    assert (asset.live, asset.first_published_at, asset.has_unpublished_changes) == (False, None, False)
    assert outcomes(import_(draft())) == [Outcome.CHANGED]
    asset.refresh_from_db()
    assert (asset.live, asset.first_published_at) == (True, NOW)


def test_a_second_import_only_notes_that_it_was_seen(import_: Import, heard: Any) -> None:
    drafts = [draft(str(number), place=None) for number in range(5)]
    import_(*drafts)
    before = list(Asset.objects.order_by("pk").values())
    heard[0].clear()
    later = NOW + timedelta(days=1)
    assert set(outcomes(import_(*drafts, now=later))) == {Outcome.UNCHANGED}
    assert list(Asset.objects.order_by("pk").values()) == before
    assert heard == ([], [])
    assert set(AssetSource.objects.values_list("last_seen", flat=True)) == {later}


def test_a_changed_row_changes_its_asset(import_: Import, heard: Any) -> None:
    import_(draft(organisation="Sewers of Sale"))
    asset = Asset.objects.get()
    heard[0].clear()
    moved = SALE.__class__("Church hall", "M33 7BA", 53.42, -2.32, "exact")
    assert outcomes(import_(draft(summary="We sew and knit.", place=moved, cost="free"))) == [Outcome.CHANGED]
    asset.refresh_from_db()
    assert (asset.summary, asset.cost, asset.organisation) == ("We sew and knit.", "free", None)
    assert [at.place.postcode for at in asset.asset_places.all()] == ["M33 7BA"]
    assert (set(heard[0]), heard[1]) == ({asset.pk}, [])
    assert outcomes(import_(draft(summary="We sew and knit.", place=moved, cost="free"))) == [Outcome.UNCHANGED]


def test_somebodys_edit_survives(import_: Import) -> None:
    import_(draft())
    Asset.objects.update(summary="Come and sew with Meena.")
    assert outcomes(import_(draft())) == [Outcome.UNCHANGED]
    assert outcomes(import_(draft(summary="We sew and knit."))) == [Outcome.LEFT_ALONE]
    assert outcomes(import_(draft(summary="We sew and knit."))) == [Outcome.LEFT_ALONE]
    assert Asset.objects.get().summary == "Come and sew with Meena."
    Asset.objects.update(summary="We sew.")
    assert outcomes(import_(draft(summary="We sew and knit."))) == [Outcome.CHANGED]


@pytest.mark.parametrize(
    ("state", "outcome"),
    [({"has_unpublished_changes": True}, Outcome.LEFT_ALONE), ({"locked": True}, Outcome.LOCKED)],
)
def test_what_somebody_is_drafting_or_has_locked_is_left_alone(
    import_: Import, state: dict[str, bool], outcome: Outcome
) -> None:
    import_(draft())
    Asset.objects.update(**state)
    assert outcomes(import_(draft(summary="New words."))) == [outcome]


def test_a_place_that_somebody_added_is_an_edit(import_: Import) -> None:
    import_(draft())
    AssetPlace.objects.create(asset=Asset.objects.get(), place=Place.objects.create(postcode="M33 7ZF"))
    assert outcomes(import_(draft(summary="New words."))) == [Outcome.LEFT_ALONE]


def test_what_somebody_took_down_stays_down(import_: Import) -> None:
    import_(draft())
    Asset.objects.get().unpublish()
    assert outcomes(import_(draft())) == [Outcome.UNCHANGED]
    assert outcomes(import_(draft(summary="New words."))) == [Outcome.LEFT_ALONE]
    assert not Asset.objects.get().live


def test_times_keep_the_keys_by_which_calendars_know_them(import_: Import) -> None:
    """Whatever changes on a listing, its first time stays the first, and a new one comes after it."""
    times = [SessionDraft("weekly", (day,), time(10)) for day in ("TU", "FR")]
    import_(draft(sessions=tuple(times[:1])), draft("2", sessions=tuple(times[:1])))
    keys = [list(asset.sessions.order_by("pk").values_list("pk", flat=True)) for asset in Asset.objects.order_by("pk")]
    import_(draft(sessions=tuple(times), summary="New words."), draft("2", sessions=(), summary="New words."))
    first, second = Asset.objects.order_by("pk")
    assert first.sessions.order_by("pk").values_list("pk", "days").first() == (keys[0][0], ["TU"])
    assert (first.sessions.count(), second.sessions.count()) == (2, 0)


def test_what_its_source_ends_is_taken_down_and_put_back_with_it(import_: Import, heard: Any) -> None:
    import_(draft())
    pk = Asset.objects.get().pk
    heard[0].clear()
    assert outcomes(import_(draft(active=False))) == [Outcome.CHANGED]
    assert not Asset.objects.get().live
    assert heard == ([], [pk])
    assert outcomes(import_(draft(active=False))) == [Outcome.UNCHANGED]
    assert outcomes(import_(draft())) == [Outcome.CHANGED]
    assert Asset.objects.get().live


def test_an_inactive_one_waits(import_: Import) -> None:
    import_(draft(active=False))
    assert not Asset.objects.get().live


def test_a_charity_in_two_lists_is_one_asset(import_: Import) -> None:
    first = draft("GB-CHC-1", shared_ref=True)
    second = draft("GB-CHC-1", source="Another list", shared_ref=True, summary="Other words.")
    assert outcomes(import_(first)) == [Outcome.NEW]
    assert outcomes(import_(second)) == [Outcome.SECOND_SOURCE]
    asset = Asset.objects.get()
    assert asset.summary == "We sew."
    assert {record.source.name for record in asset.sources.all()} == {"Our list", "Another list"}
    assert outcomes(import_(first, second)) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    newer = draft("GB-CHC-1", source="Another list", shared_ref=True, summary="Newer words.")
    assert outcomes(import_(newer)) == [Outcome.UNCHANGED]
    assert outcomes(import_(draft("GB-CHC-1", shared_ref=True, summary="New words."))) == [Outcome.CHANGED]
    assert Asset.objects.get().summary == "New words."


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_charity_twice_in_one_batch_is_one_asset(import_: Import, dry_run: bool) -> None:
    both = draft("GB-CHC-1", shared_ref=True), draft("GB-CHC-1", source="Another list", shared_ref=True)
    assert outcomes(import_(*both, dry_run=dry_run)) == [Outcome.NEW, Outcome.SECOND_SOURCE]
    assert Asset.objects.count() == (0 if dry_run else 1)
    assert AssetSource.objects.count() == (0 if dry_run else 2)


def test_one_id_in_two_lists_is_two_assets_where_it_is_not_shared(import_: Import) -> None:
    import_(draft("17"), draft("17", source="Another list"))
    assert Asset.objects.count() == 2


def test_places_and_organisations_are_shared_and_found_again(import_: Import) -> None:
    import_(draft("1", organisation="Sale Council"), draft("2", organisation="Sale Council"), draft("3", place=None))
    import_(draft("4", organisation="Sale Council"))
    assert (Place.objects.count(), Organisation.objects.count(), Asset.objects.count()) == (1, 1, 4)
    elsewhere = SALE.__class__("Sale Library, Tatton Road", "M33 7ZF", 53.5, -2.3226, "postcode")
    import_(draft("5", place=elsewhere), draft("6", place=SALE.__class__("", "", 53.5, -2.3, "exact")))
    import_(draft("7", place=SALE.__class__("", "", 53.5, -2.3, "exact")))
    assert Place.objects.count() == 3


def test_a_source_keeps_its_terms_and_whether_it_is_cut(import_: Import) -> None:
    import_(draft(), credits={"Our list": ("Words of thanks", "https://example.org")})
    source = Source.objects.get()
    assert (source.licence, source.attribution, source.url, source.cut_to_sector) == (
        "OGL v3.0", "Words of thanks", "https://example.org", False,
    )  # fmt: skip
    import_(draft("2", cut_to_sector=True))
    source.refresh_from_db()
    assert source.cut_to_sector


def test_suggestions_are_marked_and_decisions_stay(import_: Import, sewing: Callable[..., Any]) -> None:
    import_(draft("1"), draft("2"), draft("3"), suggest=sewing)
    rows = AssetInterest.objects.select_related("interest").order_by("pk")
    assert [(row.interest.code, row.state, row.words) for row in rows] == [("sewing", "suggested", "sew")] * 3
    first, second, third = rows
    AssetInterest.objects.filter(pk=first.pk).update(state="confirmed")
    AssetInterest.objects.filter(pk=second.pk).update(state="removed")
    import_(*(draft(ref, summary="We knit.") for ref in "123"), suggest=sewing)
    assert list(rows.values_list("pk", "state")) == [(first.pk, "confirmed"), (second.pk, "removed")]
    import_(*(draft(ref, summary="We sew again.") for ref in "123"), suggest=sewing)
    assert list(rows.values_list("asset", "state")) == [
        (first.asset_id, "confirmed"), (second.asset_id, "removed"), (third.asset_id, "suggested"),
    ]  # fmt: skip


def test_a_dry_run_writes_nothing(import_: Import, heard: Any, sewing: Callable[..., Any]) -> None:
    applied = import_(draft(), dry_run=True, suggest=sewing)
    assert [(one.outcome, one.suggested) for one in applied] == [(Outcome.NEW, 1)]
    assert not Asset.objects.exists()
    assert not Source.objects.exists()
    assert heard == ([], [])


def test_what_somebody_deleted_is_not_made_again(import_: Import) -> None:
    assert outcomes(import_(draft("1"), draft("2"), deleted=lambda keys: [("Our list", "1")])) == [
        Outcome.DELETED_HERE,
        Outcome.NEW,
    ]
    assert [asset.name for asset in Asset.objects.all()] == ["Sewing 2"]


def test_a_batch_is_there_as_a_whole_or_not_at_all(import_: Import, heard: Any) -> None:
    with pytest.raises(IntegrityError):
        import_(draft("1"), draft("2"), draft("2"))
    assert not Asset.objects.exists()
    assert not Place.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_batch(
    import_: Import, django_assert_max_num_queries: Any
) -> None:
    import_(draft("0", organisation="Sale Council"))
    with django_assert_max_num_queries(30) as few:
        import_(*(draft(f"a{number}") for number in range(5)))
    with django_assert_max_num_queries(30) as many:
        import_(*(draft(f"b{number}") for number in range(60)))
    assert isinstance(few, CaptureQueriesContext)
    # SQLite takes a thousand values a statement: sixty wide rows go in three.
    assert len(many) <= len(few) + 4
