"""Once a day the dates of what has sessions are counted anew, and not before."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from search.features import table
from search.indexing.drain import Outcomes, today
from search.indexing.lease import Lease, position_for
from search.indexing.renew import due, renew
from search.models import IndexPosition, TermSnapshot
from tests.factories.assets import AssetFactory
from tests.factories.schedules import SessionFactory
from tests.search.indexing.breaking import Eventful, Killed, kill, once

Drained = Callable[[], Outcomes]
TOMORROW = today() + timedelta(days=1)


def test_it_is_due_once_a_day(built: Eventful, lease: Lease) -> None:
    assert not due(lease.position, today())
    assert due(lease.position, TOMORROW)
    renew(built, lease, day=TOMORROW)
    assert not due(lease.position, TOMORROW)
    assert due(IndexPosition(renewed_on=None), today())


def test_dates_move_on_and_what_has_none_is_left_alone(built: Eventful, lease: Lease, drained: Drained) -> None:
    daily, timeless = SessionFactory(rhythm="daily", days=[]).asset, AssetFactory()
    drained()
    (before,) = table().features([daily.pk])
    written: list[set[int]] = []
    digests = dict(built.digests())
    built.after_write = lambda generation: written.append({pk for pk, d in built.digests() if digests[pk] != d})
    renew(built, lease, day=TOMORROW)
    (after,) = table().features([daily.pk])
    assert after.starts[0] > before.starts[0]
    assert written == [{daily.pk}]
    assert timeless.pk in digests


def test_how_common_terms_are_is_counted_again(built: Eventful, lease: Lease) -> None:
    before = TermSnapshot.objects.latest("pk").pk
    renew(built, lease, day=TOMORROW)
    assert TermSnapshot.objects.latest("pk").pk > before


def test_one_that_is_killed_is_still_due(built: Eventful, lease: Lease, drained: Drained) -> None:
    SessionFactory()
    drained()
    built.before_write = kill
    with pytest.raises(Killed):
        renew(built, lease, day=TOMORROW)
    assert due(position_for(built), TOMORROW)


def test_changes_that_come_meanwhile_are_brought_in(built: Eventful, lease: Lease, drained: Drained) -> None:
    SessionFactory()
    drained()
    late: list[int] = []
    built.after_write = once(lambda: late.append(AssetFactory().pk))
    renew(built, lease, day=TOMORROW)
    assert set(late) <= built.ids()
