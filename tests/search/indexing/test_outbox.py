"""The log is read in order, keeps what somebody still needs, and knows when a position is not its own."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from search.indexing import outbox
from search.indexing.outbox import Mark, append, changes_after, newest, prune
from search.models import IndexChange, IndexPosition

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _position(host: str, mark: Mark, *, seen: datetime = NOW, generation: str = "g") -> IndexPosition:
    made = IndexPosition.objects.create(
        index="i", host=host, generation=generation, last_xact=mark.xact, last_change=mark.change
    )
    IndexPosition.objects.filter(pk=made.pk).update(seen_at=seen)
    return made


def _log(number: int) -> list[Mark]:
    append(range(1, number + 1))
    return [change.mark for change in changes_after(Mark(), number * 10)][-number:]


def test_changes_are_read_in_order_and_in_parts() -> None:
    append([7, 5])
    append([7])
    first = changes_after(Mark(), 2)
    assert [change.asset_id for change in first] == [7, 5]
    rest = changes_after(first[-1].mark, 2)
    assert [change.asset_id for change in rest] == [7]
    assert not outbox.waits_after(rest[-1].mark)
    assert rest[-1].mark == newest()


def test_what_was_touched_since_a_mark_is_known() -> None:
    marks = _log(3)
    assert outbox.touched_since(marks[0]) == {2, 3}
    assert outbox.touched_since(marks[2]) == set()


def test_one_transaction_one_place_in_the_order() -> None:
    with transaction.atomic():
        append([1])
        append([2])
    first, second = changes_after(Mark(), 5)
    assert first.mark.xact == second.mark.xact
    assert first.mark < second.mark


class TestPruning:
    @pytest.fixture(autouse=True)
    def _at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(outbox, "PRUNE_FROM", 1)

    def test_what_every_index_has_passed_is_dropped(self) -> None:
        marks = _log(5)
        _position("fast", marks[4])
        _position("slow", marks[2])
        assert prune(NOW) == 3
        assert [change.asset_id for change in changes_after(Mark(), 9)] == [4, 5]

    def test_nothing_is_dropped_while_nobody_follows(self) -> None:
        _log(5)
        assert prune(NOW) == 0
        _position("new", Mark(), generation="")
        assert prune(NOW) == 0

    def test_a_host_that_is_new_or_slow_keeps_all_that_it_needs(self) -> None:
        marks = _log(5)
        _position("fast", marks[4])
        _position("starting", Mark(), generation="being-built")
        assert prune(NOW) == 0

    def test_a_host_not_seen_for_days_keeps_nothing_and_is_told_to_build_anew(self) -> None:
        marks = _log(5)
        _position("fast", marks[3])
        away = _position("away", marks[0], seen=NOW - timedelta(days=4))
        assert prune(NOW) == 4
        away.refresh_from_db()
        assert away.generation == ""

    def test_a_few_rows_are_left_for_later(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(outbox, "PRUNE_FROM", 1_000)
        _position("fast", _log(5)[4])
        assert prune(NOW) == 0
        assert IndexChange.objects.count() == 5


def test_a_rebuild_starts_before_what_it_may_not_see_yet() -> None:
    assert outbox.start_of_rebuild() >= Mark()
    _log(3)
    start = outbox.start_of_rebuild()
    append([9])
    assert 9 in outbox.touched_since(start)
