"""The door that commands use: afterwards all that was committed is in the index, or it is said who holds it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from search import conf
from search.engines import get_engine
from search.indexing import outbox
from search.indexing.lease import position_for
from search.models import IndexPosition
from search.refresh import IndexHeld, bring_up_to_date, gate_report, rebuild_index
from tests.factories.assets import AssetFactory

pytestmark = pytest.mark.django_db
Said = list[str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    monkeypatch.setattr(conf, "POLL_SECONDS", 0.001)
    return []


def _held(seconds: int = 3600) -> None:
    until = timezone.now() + timedelta(seconds=seconds)
    position_for(get_engine())
    IndexPosition.objects.update(lease_holder="web-1/42/ab", lease_until=until)


def _ids() -> set[int]:
    return {asset_id for asset_id, _ in get_engine().digests()}


def test_it_builds_an_index_where_there_is_none_and_says_so(said: Said) -> None:
    asset = AssetFactory()
    bring_up_to_date(said.append)
    assert _ids() == {asset.pk}
    assert said == ["Building the search index."]


def test_it_brings_in_what_waits_and_says_how_much(said: Said) -> None:
    bring_up_to_date(said.append)
    said.clear()
    made = {AssetFactory().pk for _ in range(2)}
    bring_up_to_date(said.append)
    assert _ids() == made
    assert said == ["Brought 2 changed listings into the search index."]


def test_it_says_nothing_when_there_is_nothing_to_do(said: Said) -> None:
    bring_up_to_date(said.append)
    said.clear()
    bring_up_to_date(said.append)
    assert said == []


def test_it_names_who_holds_the_index_after_its_patience(said: Said) -> None:
    bring_up_to_date(said.append)
    said.clear()
    AssetFactory()
    _held()
    with pytest.raises(IndexHeld, match="process 42 on web-1"):
        bring_up_to_date(said.append, patience=0.01)
    assert said == ["The search index is held by process 42 on web-1. Waiting for it, at most 0 seconds."]


def test_it_is_content_when_the_holder_has_done_the_work(said: Said) -> None:
    """The holder still holds the index, but its position has passed the change that this command waits for."""
    bring_up_to_date(said.append)
    AssetFactory()
    _held()

    def holder_works(text: str) -> None:
        said.append(text)
        mark = outbox.newest()
        IndexPosition.objects.update(last_xact=mark.xact, last_change=mark.change)

    bring_up_to_date(holder_works)
    assert "Waiting for it, at most 30 seconds" in said[-1]
    assert IndexPosition.objects.get().lease_holder == "web-1/42/ab"


def test_it_takes_over_when_the_holder_lets_go(said: Said) -> None:
    bring_up_to_date(said.append)
    asset = AssetFactory()
    _held()

    def holder_stops(text: str) -> None:
        said.append(text)
        IndexPosition.objects.update(lease_holder="", lease_until=None)

    bring_up_to_date(holder_stops)
    assert _ids() == {asset.pk}


def test_it_does_not_wait_for_a_holder_when_nothing_waits(said: Said) -> None:
    bring_up_to_date(said.append)
    said.clear()
    _held()
    bring_up_to_date(said.append, patience=0.0)
    assert said == []


def test_a_rebuild_gives_a_new_generation_and_a_report(said: Said) -> None:
    AssetFactory()
    bring_up_to_date(said.append)
    before = get_engine().live_generation()
    report = rebuild_index(said.append)
    assert (report.clean, report.checked) == (True, 1)
    assert get_engine().live_generation() != before


def test_a_rebuild_waits_for_the_holder_too(said: Said) -> None:
    _held()
    with pytest.raises(IndexHeld, match="process 42 on web-1"):
        rebuild_index(said.append, patience=0.01)


def test_the_same_with_the_embedded_engine(tantivy_engine: object, up_to_date: Callable[[], None]) -> None:
    asset, other = AssetFactory(name="Samplers"), AssetFactory()
    up_to_date()
    other.unpublish()
    asset.save()
    up_to_date()
    assert _ids() == {asset.pk}
    assert gate_report().clean
    assert rebuild_index(lambda text: None).clean
    assert gate_report().clean
