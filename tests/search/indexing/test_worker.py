"""The worker does what there is to do, leaves to others what they hold, and never gives up."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search import conf
from search.indexing import outbox, worker
from search.indexing.drain import today, usable
from search.indexing.lease import position_for
from search.indexing.worker import SLOWEST_RETRY_SECONDS, Worker, follow, next_pause
from search.models import IndexChange, IndexPosition
from tests.factories.assets import AssetFactory
from tests.factories.schedules import SessionFactory
from tests.search.indexing.breaking import Eventful

pytestmark = pytest.mark.django_db


def test_it_builds_what_is_not_there_and_then_follows(eventful: Eventful) -> None:
    first = AssetFactory()
    assert follow(eventful)
    assert usable(position_for(eventful), eventful)
    assert not follow(eventful)
    second = AssetFactory()
    assert follow(eventful)
    assert eventful.ids() == {first.pk, second.pk}
    assert not follow(eventful)
    assert IndexPosition.objects.get().lease_holder == ""


def test_it_renews_dates_when_the_day_has_changed(eventful: Eventful, monkeypatch: pytest.MonkeyPatch) -> None:
    SessionFactory(rhythm="daily", days=[])
    follow(eventful)
    before = dict(eventful.digests())
    monkeypatch.setattr(worker, "today", lambda: today() + timedelta(weeks=1))
    assert follow(eventful)
    assert dict(eventful.digests()) != before
    assert not follow(eventful)


def test_it_leaves_an_index_that_somebody_holds(eventful: Eventful) -> None:
    follow(eventful)
    AssetFactory()
    IndexPosition.objects.update(lease_holder="elsewhere/1/aa", lease_until=timezone.now() + timedelta(hours=1))
    assert not follow(eventful)
    assert eventful.ids() == set()


def test_it_drops_what_was_followed(eventful: Eventful, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "PRUNE_FROM", 1)
    follow(eventful)
    for _ in range(3):
        AssetFactory()
    follow(eventful)
    assert not IndexChange.objects.exists()
    AssetFactory()
    assert follow(eventful)
    assert len(eventful.ids()) == 4


def test_a_host_that_fell_out_builds_anew(eventful: Eventful) -> None:
    follow(eventful)
    before = eventful.live_generation()
    IndexPosition.objects.update(generation="")
    AssetFactory()
    assert follow(eventful)
    assert eventful.live_generation() != before
    assert len(eventful.ids()) == 1


def test_pauses_grow_within_bounds() -> None:
    pauses = [0.0]
    for _ in range(12):
        pauses.append(next_pause(pauses[-1]))
    assert pauses[1:4] == [conf.POLL_SECONDS, conf.POLL_SECONDS * 2, conf.POLL_SECONDS * 4]
    assert pauses[-1] == SLOWEST_RETRY_SECONDS


def test_a_worker_that_is_asked_to_stop_stops(eventful: Eventful) -> None:
    running = Worker(eventful)
    running.ask_to_stop()
    running.run()
    assert eventful.live_generation() is None
