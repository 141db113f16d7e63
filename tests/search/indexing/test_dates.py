"""The rows of real dates follow the log: nothing is lost where a process ends, and a day is appended, not made anew."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.models import Asset, ScheduledSession, Session
from cms.scheduled import window
from search import conf
from search.indexing import dates, outbox
from search.indexing.dates import follow, position
from search.indexing.dates_worker import DatesWorker
from search.indexing.drain import today
from search.models import IndexChange, IndexPosition
from search.refresh import IndexHeld, fill_dates, start_again
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import EducationAuthorityFactory, SessionFactory, TermFactory

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)


def daily(**more: object) -> Session:
    return SessionFactory(rhythm="daily", days=[], on_bank_holidays=True, **more)


def span(session: Session) -> tuple[date, date, int]:
    days = list(session.scheduled.order_by("day").values_list("day", flat=True))
    return days[0], days[-1], len(days)


def whole(day: date) -> tuple[date, date, int]:
    """Every day of the window."""
    first, last = window(day)
    return first, last, (last - first).days + 1


def _it_is(monkeypatch: pytest.MonkeyPatch, day: date) -> date:
    monkeypatch.setattr(dates, "today", lambda: day)
    return day


class Ended(Exception):
    """The process ends here."""


def test_it_fills_by_itself_and_then_follows() -> None:
    """What an upgrade finds: listings, and no row."""
    first = daily()
    IndexChange.objects.all().delete()
    assert follow()
    assert span(first) == whole(today())
    assert not follow()
    second = daily()
    assert follow()
    assert span(second) == whole(today())
    assert not follow()
    assert position().lease_holder == ""


CHANGES: dict[str, Callable[[Session], object]] = {
    "its listing is withdrawn": lambda session: session.asset.unpublish(),
    "its listing does not run just now": lambda session: _paused(session.asset),
    "a date is called off": lambda session: _saved(session, cancelled={f"{today()}": "The boiler"}),
    "it is closed": lambda session: _saved(session, closed=[f"{today()}"]),
    "its place changes": lambda session: _saved(session, place=PlaceFactory()),
    "it ends": lambda session: _saved(session, until=today()),
    "its terms are entered": lambda session: TermFactory(authority=session.authority, starts=today(), ends=today()),
}


def _saved(session: Session, **values: object) -> None:
    for name, value in values.items():
        setattr(session, name, value)
    session.save()


def _paused(asset: Asset) -> None:
    asset.room = Asset.Room.PAUSED
    asset.save()


def _stand(session: Session) -> list[tuple[object, ...]]:
    return sorted(session.scheduled.values_list("day", "starts_at", "cancelled", "why"))


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_reaches_the_rows(what: str) -> None:
    session = daily(term_time=True, authority=EducationAuthorityFactory())
    follow()
    before = _stand(session)
    CHANGES[what](session)
    assert _stand(session) == before
    assert follow()
    after = _stand(session)
    assert (after == before) is (what == "its place changes")
    # What a fill from nothing would say.
    ScheduledSession.objects.all().delete()
    IndexPosition.objects.all().delete()
    follow()
    assert _stand(session) == after


def test_a_day_later_the_last_day_is_appended_and_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    session = daily()
    follow()
    before = dict(session.scheduled.values_list("day", "pk"))
    day = _it_is(monkeypatch, today() + TOMORROW)
    assert follow()
    assert span(session) == whole(day)
    after = dict(session.scheduled.values_list("day", "pk"))
    assert {gone: after[gone] for gone in before.keys() & after.keys()} == {
        stays: before[stays] for stays in before.keys() & after.keys()
    }
    assert before.keys() - after.keys() == {day - 2 * TOMORROW}
    assert not follow()


def test_days_that_were_missed_are_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    session = daily()
    follow()
    day = _it_is(monkeypatch, today() + timedelta(days=40))
    changed = daily()
    assert follow()
    assert span(session) == span(changed) == whole(day)


def test_a_process_that_ends_anywhere_leaves_nothing_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the fill, in the log and in appending, after one batch of two: the next round makes it good."""
    monkeypatch.setattr(dates, "BATCH", 1)
    sessions = [daily(), daily()]
    for what in ("renew", "renew", "append"):
        if what == "append":
            _it_is(monkeypatch, today() + TOMORROW)
        calls = iter(range(9))
        real = getattr(dates, what)

        def end(*given: object, calls: object = calls, real: Callable[..., int] = real) -> int:
            if next(calls) == 1:  # type: ignore[call-overload]
                raise Ended
            return real(*given)

        for session in sessions:
            _saved(session, start=session.start.replace(minute=(session.start.minute + 5) % 60))
        with monkeypatch.context() as patch:
            patch.setattr(dates, what, end)
            with pytest.raises(Ended):
                follow()
        assert follow()
        assert not follow()
        for session in sessions:
            assert span(session) == whole(dates.today())
            assert {timezone.localtime(row.starts_at).time() for row in session.scheduled.all()} == {session.start}


def test_a_fill_that_was_broken_off_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "BATCH", 1)
    first, second = daily(), daily()

    def end(done: int, total: int) -> None:
        assert (done, total) == (1, 2)
        raise Ended

    with pytest.raises(Ended):
        follow(end)
    assert (first.scheduled.count() > 0, second.scheduled.count()) == (True, 0)
    told: list[tuple[int, int]] = []
    assert follow(lambda done, total: told.append((done, total)))
    assert told == [(2, 2)]
    assert span(second) == whole(today())


def test_it_leaves_what_somebody_holds_and_says_who(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conf, "POLL_SECONDS", 0.001)
    follow()
    session, said = daily(), list[str]()
    IndexPosition.objects.update(lease_holder="web-1/42/ab", lease_until=timezone.now() + timedelta(hours=1))
    assert not follow()
    with pytest.raises(IndexHeld, match="process 42 on web-1"):
        fill_dates(said.append, patience=0.01)
    assert said == ["The dates are held by process 42 on web-1. Waiting for it."]
    IndexPosition.objects.update(lease_holder="", lease_until=None)
    fill_dates(said.append)
    assert span(session) == whole(today())


def test_other_bank_holidays_are_another_edition(settings: object) -> None:
    session = SessionFactory(days=["MO", "TH", "FR"])
    follow()
    before = _stand(session)
    settings.CONNECTOR_NATION = "SCT"  # type: ignore[attr-defined]
    assert follow()
    assert _stand(session) != before
    assert not follow()


def test_a_database_that_was_put_back_is_looked_through_again(up_to_date: Callable[[], None]) -> None:
    up_to_date()
    follow()
    session = daily()
    start_again(lambda text: None)
    assert follow()
    assert span(session) == whole(today())


def test_the_log_waits_for_the_dates(monkeypatch: pytest.MonkeyPatch, up_to_date: Callable[[], None]) -> None:
    monkeypatch.setattr(outbox, "PRUNE_FROM", 1)
    follow()
    up_to_date()
    made = [AssetFactory() for _ in range(3)]
    up_to_date()
    outbox.prune(timezone.now())
    assert set(IndexChange.objects.values_list("asset_id", flat=True)) == {asset.pk for asset in made}
    follow()
    outbox.prune(timezone.now())
    assert not IndexChange.objects.exists()


@pytest.mark.parametrize("command", ["fill_dates", "search_drain"])
def test_commands_bring_them_up_to_date(command: str) -> None:
    session = daily()
    call_command(command)
    assert span(session) == whole(today())


def test_a_worker_that_is_asked_to_stop_stops() -> None:
    daily()
    running = DatesWorker()
    running.ask_to_stop()
    running.run()
    assert not ScheduledSession.objects.exists()
