"""Rules that were read, in the terms that a listing keeps: a rhythm and its exceptions.

Invariant: pure; either the rhythm falls on the very days of the rule, as far as two years ahead, or there is none.
"""

from __future__ import annotations

from datetime import date, timedelta

from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import WEEKS_OF_MONTH, Kind, Rhythm, RhythmProblem
from cms.schedule.spoken.rules import EXCEPTED_DAYS, Rule, left_out_by_name, planned_on


def as_rhythm(rule: Rule, since: date) -> tuple[Rhythm, Exceptions] | None:
    """The rhythm from `since` on; None for what a listing cannot keep: seasons, every third week, all day long."""
    if rule.months or rule.interval > 2 or set(rule.weeks) - set(WEEKS_OF_MONTH):
        return None
    kind: Kind = "fortnightly" if rule.interval == 2 else rule.kind
    first = rule.first or since
    if kind == "fortnightly" and rule.first is None:
        return None
    exceptions = Exceptions(
        closed=frozenset(_closed(rule, since)),
        bank_holidays="on" if rule.bank_holidays else "off",
        term_time=rule.term_time,
    )
    days = () if kind in ("once", "daily") else rule.days
    try:
        return Rhythm(kind, days, rule.weeks, first, rule.until, rule.start, rule.end), exceptions
    except RhythmProblem:
        return None


def _closed(rule: Rule, since: date) -> list[date]:
    """The single days that were said to be off. Bank holidays are known by name."""
    if not rule.off:
        return []
    days = (since + timedelta(days=ahead) for ahead in range(EXCEPTED_DAYS))
    return [day for day in days if planned_on(rule, day) and left_out_by_name(rule, day)]
