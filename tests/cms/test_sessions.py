"""From sessions as they are kept to rhythms, exceptions, terms and the next real dates of several together."""

from datetime import UTC, date, datetime, time

import pytest

from cms.models import Session
from cms.schedule.exceptions import Exceptions, Terms
from cms.schedule.rhythm import Rhythm
from cms.sessions import exceptions_of, next_occurrences, rhythm_of, terms_of
from tests.factories.schedules import EducationAuthorityFactory, SessionFactory, TermFactory

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SOON = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)


def kept(**fields: object) -> Session:
    return SessionFactory.build(asset=None, **fields)


def test_a_rhythm_is_what_is_kept() -> None:
    session = kept(rhythm="monthly", days=["FR"], weeks_of_month=[2, -1], until=date(2027, 6, 30))
    assert rhythm_of(session) == Rhythm(
        "monthly", ("FR",), (2, -1), date(2026, 1, 6), date(2027, 6, 30), time(13, 30), time(15, 30)
    )


@pytest.mark.parametrize(
    "wrong", [{"days": []}, {"days": None}, {"days": ["XX"]}, {"rhythm": "sometimes"}, {"until": date(2020, 1, 1)}]
)
def test_what_makes_no_rhythm_is_none(wrong: dict[str, object]) -> None:
    assert rhythm_of(kept(**wrong)) is None


def test_exceptions_are_read_leniently() -> None:
    session = kept(
        closed=["2026-12-22", "no date", None],
        extra=["2026-12-23", "2026-12-22"],
        cancelled={"2026-12-01": "The boiler", "when?": "-"},
        on_bank_holidays=True,
    )
    assert exceptions_of(session) == Exceptions(
        closed=frozenset({date(2026, 12, 22)}),
        extra=frozenset({date(2026, 12, 23)}),
        cancelled={date(2026, 12, 1): "The boiler"},
        bank_holidays="on",
    )
    assert exceptions_of(kept()).bank_holidays == "off"


@pytest.mark.django_db
def test_terms_are_those_of_its_authority_where_it_keeps_to_them() -> None:
    authority = EducationAuthorityFactory()
    assert terms_of(kept(term_time=True)) is None
    assert terms_of(kept(term_time=True, authority=authority)) is None
    TermFactory(authority=authority, starts=date(2026, 9, 3), ends=date(2026, 10, 23))
    assert terms_of(kept(term_time=True, authority=authority)) == Terms(((date(2026, 9, 3), date(2026, 10, 23)),))
    assert terms_of(kept(term_time=False, authority=authority)) is None


def test_dates_of_several_sessions_come_in_order_as_many_as_asked() -> None:
    tuesdays, once = kept(), kept(rhythm="once", days=[], first=date(2026, 11, 30), start=time(10), end=None)
    starts = [found.start for found in next_occurrences([tuesdays, kept(days=[]), once], NOW, 3)]
    assert starts == [
        SOON,
        datetime(2026, 11, 30, 10, 0, tzinfo=UTC),
        datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
    ]


def test_one_that_was_called_off_is_named_only_where_asked_for() -> None:
    session = kept(cancelled={"2026-11-24": "The boiler"})
    assert [found.status for found in next_occurrences([session], NOW, 2)] == ["on", "on"]
    first, second = next_occurrences([session], NOW, 2, include_cancelled=True)
    assert (first.start, first.status, first.why, second.status) == (SOON, "cancelled", "The boiler", "on")


def test_no_further_than_the_horizon() -> None:
    assert len(next_occurrences([kept()], NOW, 50, horizon_days=13)) == 2
    assert next_occurrences([], NOW) == ()
