"""Rows of real dates are what the rules say: filled, renewed after every kind of change, and a day longer each day."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.models import Asset, ScheduledSession, Session
from cms.occurring import occurring
from cms.schedule.exceptions import Exceptions, Terms
from cms.schedule.occurrences import TERMS_NOT_KNOWN, Occurrence, occurrences
from cms.schedule.rhythm import Rhythm
from cms.scheduled import append, drop_past, renew, window
from tests.cms.schedule.strategies import exceptions_near, rhythms
from tests.examples import examples
from tests.factories.assets import AssetFactory
from tests.factories.schedules import EducationAuthorityFactory, SessionFactory, TermFactory

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 24)
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
Said = tuple[datetime, datetime | None, bool, str]


def rows(session: Session) -> list[Said]:
    found = ScheduledSession.objects.filter(session=session).order_by("starts_at")
    return [(row.starts_at, row.ends_at, row.cancelled, row.why) for row in found]


def days(session: Session) -> list[str]:
    return [f"{day:%d %b}" for day in session.scheduled.order_by("day").values_list("day", flat=True)]


def by_the_rule(rhythm: Rhythm, exceptions: Exceptions, terms: Terms | None, today: date) -> list[Said]:
    """What the cards' own reckoning gives for the same days, which begins from a moment and knows no rows."""
    first, last = window(today)
    since = datetime.combine(first, time(), LONDON)
    horizon = (last - first).days
    found = occurrences(
        rhythm,
        exceptions,
        since=since,
        terms=terms,
        limit=1_000,
        horizon_days=horizon,
        include_cancelled=True,
    )
    return [_said(each) for each in found if first <= each.start.date() <= last]


def _said(each: Occurrence) -> Said:
    ends = each.end.astimezone(UTC) if each.end else None
    return each.start.astimezone(UTC), ends, each.status == "cancelled", each.why


def kept(rhythm: Rhythm, exceptions: Exceptions, **more: Any) -> Session:
    """The same as a session that is kept."""
    return SessionFactory(
        rhythm=rhythm.kind,
        days=list(rhythm.days),
        weeks_of_month=list(rhythm.weeks_of_month),
        first=rhythm.first,
        until=rhythm.until,
        start=rhythm.start,
        end=rhythm.end,
        closed=[day.isoformat() for day in exceptions.closed],
        extra=[day.isoformat() for day in exceptions.extra],
        cancelled={day.isoformat(): why for day, why in exceptions.cancelled.items()},
        on_bank_holidays=exceptions.bank_holidays == "on",
        **more,
    )


@contextmanager
def undone() -> Iterator[None]:
    """What one example writes is gone before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


NIGHTLY = Rhythm("daily", (), (), date(2020, 1, 1), None, time(1, 30), time(2, 30))
LATE = Rhythm("weekly", ("SA", "SU"), (), date(2020, 1, 4), None, time(23, 0), time(1, 30))


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
@settings(max_examples=examples(60))
@given(rhythms(), st.data(), st.integers(0, 60), st.integers(1, 60))
def test_rows_are_what_the_rule_says_filled_or_appended(
    change: date, rhythm: Rhythm, data: st.DataObject, before: int, later: int
) -> None:
    """Over both nights when the clocks change, with closed, extra and called off days about them."""
    exceptions = data.draw(exceptions_near(change))
    today = change - timedelta(days=before)
    with undone():
        session = kept(rhythm, exceptions)
        renew([session.asset_id], today)
        assert rows(session) == by_the_rule(rhythm, exceptions, None, today)
        # Days later, by appending alone: what a fresh fill would write, and nothing for it to put right.
        now = today + timedelta(days=later)
        append([session.asset_id], window(today)[1], now)
        drop_past(now)
        assert rows(session) == by_the_rule(rhythm, exceptions, None, now)
        assert renew([session.asset_id], now) == 0


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
@pytest.mark.parametrize("rhythm", [NIGHTLY, LATE])
def test_the_night_the_clocks_change_is_one_row_as_everywhere_else(rhythm: Rhythm, change: date) -> None:
    session = kept(rhythm, Exceptions())
    renew([session.asset_id], TODAY)
    assert rows(session) == by_the_rule(rhythm, Exceptions(), None, TODAY)
    assert session.scheduled.filter(day=change).count() == 1


def test_a_window_is_thirteen_months_and_begins_yesterday() -> None:
    assert window(date(2026, 11, 24)) == (date(2026, 11, 23), date(2027, 12, 24))
    assert window(date(2026, 12, 1)) == (date(2026, 11, 30), date(2028, 1, 1))
    assert window(date(2026, 1, 31)) == (date(2026, 1, 30), date(2027, 2, 28))
    assert window(date(2027, 1, 31)) == (date(2027, 1, 30), date(2028, 2, 29))


def test_a_window_never_goes_back() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(800)]
    ends = [window(day)[1] for day in days]
    assert ends == sorted(ends)


def test_a_row_tells_day_part_and_why() -> None:
    session = SessionFactory(first=date(2026, 12, 1), until=date(2026, 12, 8), cancelled={"2026-12-08": "The boiler"})
    renew([session.asset_id], TODAY)
    first, second = session.scheduled.order_by("day")
    assert (first.asset_id, first.day, first.part) == (session.asset_id, date(2026, 12, 1), 1)
    assert (first.starts_at, first.ends_at) == (
        datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
        datetime(2026, 12, 1, 15, 30, tzinfo=UTC),
    )
    assert [(row.cancelled, row.why) for row in (first, second)] == [(False, ""), (True, "The boiler")]


def test_terms_that_nobody_knows_are_a_caution_until_they_are_known() -> None:
    authority = EducationAuthorityFactory()
    session = SessionFactory(term_time=True, authority=authority, on_bank_holidays=True)
    renew([session.asset_id], TODAY)
    assert set(session.scheduled.values_list("why", flat=True)) == {TERMS_NOT_KNOWN}
    TermFactory(authority=authority, starts=date(2026, 11, 30), ends=date(2026, 12, 11))
    renew([session.asset_id], TODAY)
    assert days(session) == ["01 Dec", "08 Dec"]
    assert set(session.scheduled.values_list("why", flat=True)) == {""}


def _until(asset: Asset, day: date) -> None:
    asset.sessions.update(until=day)


# What happens to a listing with Tuesdays up to 8 December -> the days of its rows then.
CHANGES: dict[str, tuple[Any, list[str]]] = {
    "nothing": (lambda asset: None, ["24 Nov", "01 Dec", "08 Dec"]),
    "ends sooner": (lambda asset: _until(asset, date(2026, 12, 1)), ["24 Nov", "01 Dec"]),
    "another day": (lambda asset: asset.sessions.update(days=["WE"]), ["25 Nov", "02 Dec"]),
    "closed": (lambda asset: asset.sessions.update(closed=["2026-12-01"]), ["24 Nov", "08 Dec"]),
    "extra": (lambda asset: asset.sessions.update(extra=["2026-12-05"]), ["24 Nov", "01 Dec", "05 Dec", "08 Dec"]),
    "paused": (lambda asset: Asset.objects.filter(pk=asset.pk).update(room=Asset.Room.PAUSED), []),
    "withdrawn": (lambda asset: Asset.objects.filter(pk=asset.pk).update(live=False), []),
    "what makes no rhythm": (lambda asset: asset.sessions.update(days=[]), []),
    "no session": (lambda asset: asset.sessions.all().delete(), []),
    "deleted": (lambda asset: Asset.objects.filter(pk=asset.pk).delete(), []),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_the_rows_are_what_is_true(what: str) -> None:
    session = SessionFactory(first=date(2026, 11, 24), until=date(2026, 12, 8))
    asset = session.asset
    renew([asset.pk], TODAY)
    change, expected = CHANGES[what]
    change(asset)
    renew([asset.pk], TODAY)
    assert days(session) == expected
    # What stands there already is not written again.
    with CaptureQueriesContext(connection) as queries:
        assert renew([asset.pk], TODAY) == 0
    assert [query["sql"] for query in queries if query["sql"].startswith("INSERT")] == []


def test_a_session_that_went_over_to_another_listing_takes_its_rows_along() -> None:
    session, other = SessionFactory(until=date(2026, 12, 8)), AssetFactory()
    was = session.asset_id
    renew([was], TODAY)
    Session.objects.filter(pk=session.pk).update(asset=other)
    renew([was, other.pk], TODAY)
    assert set(session.scheduled.values_list("asset_id", flat=True)) == {other.pk}


def test_how_many_queries_does_not_hang_on_how_many_listings() -> None:
    def queries(sessions: Iterable[Session]) -> int:
        with CaptureQueriesContext(connection) as found:
            renew([session.asset_id for session in sessions], TODAY)
        return len(found)

    one = queries([SessionFactory(until=date(2026, 12, 8))])
    assert queries([SessionFactory(until=date(2026, 12, 8)) for _ in range(5)]) == one


def test_what_is_on_is_in_order_and_only_of_what_was_handed_in(public: Any) -> None:
    late = SessionFactory(start=time(19), end=None, asset__name="Brass band")
    early = SessionFactory(start=time(9, 30), end=time(11), asset__name="Toddlers")
    offer = SessionFactory(asset__offer=True)
    renew([late.asset_id, early.asset_id, offer.asset_id], TODAY)
    seen = Asset.objects.visible_to(public)
    found = list(occurring(seen, TODAY, TODAY + timedelta(days=7)))
    assert [(row.day.day, row.asset.name, row.ends_at is None) for row in found] == [
        (24, "Toddlers", False),
        (24, "Brass band", True),
        (1, "Toddlers", False),
        (1, "Brass band", True),
    ]
    assert list(occurring(seen.filter(name="Brass band"), TODAY, TODAY)) == [found[1]]
    assert [row.session for row in found[:2]] == [early, late]
