"""What somebody wrote about when it is on, read: rules, the next dates, and what has to be asked.

Invariant: never raises; what is not understood, or could mean two things, is among `questions`. Pure: `today` is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken import asking
from cms.schedule.spoken.asking import quoted
from cms.schedule.spoken.building import built
from cms.schedule.spoken.cleaning import plain
from cms.schedule.spoken.groups import Group, Grouped, day_names, grouped
from cms.schedule.spoken.opening_hours import BY_APPOINTMENT, opening_hours
from cms.schedule.spoken.phrases import items
from cms.schedule.spoken.rules import Rule, exceptions, next_days, rrule
from cms.schedule.spoken.tokens import tokens

LONGEST: Final = 10_000
MOST_RULES: Final = 60
MOST_STATEMENTS: Final = 200
MOST_QUESTIONS: Final = 6
NEXT: Final = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """`unread`: words that say nothing of times, as far as we know. `by_appointment`: days for which no times were
    said. `otherwise`: what stands in place of rules and days, where there are none."""

    rules: tuple[Rule, ...] = ()
    questions: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    by_appointment: tuple[tuple[str, ...], ...] = ()
    otherwise: str = ""

    @property
    def hours(self) -> str:
        """In OpenStreetMap's opening_hours."""
        return self.otherwise or opening_hours(self.rules, self.by_appointment)


def read(text: str, today: date) -> Reading:
    """Read a text as of `today`."""
    if len(text) > LONGEST:
        return Reading(questions=(asking.TOO_LONG,))
    said = items(tokens(plain(text)), today)
    if sum(item.kind in ("days", "span") for item in said) > MOST_STATEMENTS:
        return Reading(questions=(asking.TOO_LONG,))
    told = grouped(said)
    rules, asked = built(told, today)
    unread = tuple(item.text for item in said if item.kind in ("words", "closed"))
    by_appointment, waiting = _without_times(told, rules)
    questions = [*told.questions, *asked, *waiting]
    if len(rules) > MOST_RULES:
        return Reading(questions=(asking.TOO_LONG,), unread=unread)
    otherwise = ""
    if not rules and not by_appointment and not questions:
        otherwise, questions = _nothing(told, any(item.kind == "appointment" for item in said))
    elif told.closed and rules:
        questions.append(asking.CLOSED)
    asks = tuple(dict.fromkeys(questions))[:MOST_QUESTIONS]
    return Reading(tuple(rules), asks, unread, tuple(by_appointment), otherwise)


def as_data(reading: Reading, today: date) -> dict[str, Any]:
    """The reading as JSON holds it. `next`: local date-times of the next four."""
    coming = sorted(
        {f"{day.isoformat()}T{rule.start:%H:%M}" for rule in reading.rules for day in next_days(rule, today, NEXT)}
    )
    return {
        "rules": [_rule(rule, today) for rule in reading.rules],
        "opening_hours": reading.hours,
        "next": coming[:NEXT],
        "questions": list(reading.questions),
    }


def _rule(rule: Rule, today: date) -> dict[str, Any]:
    """A rule; further keys only where they say something: `first`, `term_time`, `bank_holidays`, `by_appointment`."""
    told: dict[str, Any] = {
        "rrule": rrule(rule),
        "start": f"{rule.start:%H:%M}",
        "end": f"{rule.end:%H:%M}" if rule.end else None,
        "exceptions": exceptions(rule, today),
    }
    if rule.first and not rule.assumed:
        told["first"] = rule.first.isoformat()
    if rule.term_time:
        told["term_time"] = True
    if rule.bank_holidays is not None:
        told["bank_holidays"] = rule.bank_holidays
    if rule.appointment:
        told["by_appointment"] = True
    return told


def _without_times(told: Grouped, rules: list[Rule]) -> tuple[list[tuple[str, ...]], list[str]]:
    """Days whose times nobody said: by appointment, said again elsewhere, or to be asked."""
    by_appointment: list[tuple[str, ...]] = []
    questions: list[str] = []
    timed = {code for rule in rules for code in (rule.days or WEEKDAYS)}
    for group in told.alone:
        codes = tuple(code for code in WEEKDAYS if code in {day for item in group.days for _, day in item.days})
        if _appointed(group, told) and codes:
            by_appointment.append(codes)
        elif not codes and group.days:
            questions.append(asking.WHEN if not rules else quoted(asking.WHAT_TIME, group.days[0].text))
        elif codes and not set(codes) <= timed:
            questions.append(quoted(asking.WHAT_TIME, day_names(group.days)))
    return by_appointment, questions


def _appointed(group: Group, told: Grouped) -> bool:
    return group.has("appointment") or any(item.kind == "appointment" for item in told.said)


def _nothing(told: Grouped, appointment: bool) -> tuple[str, list[str]]:
    if appointment:
        return BY_APPOINTMENT, []
    if told.closed:
        return "off", []
    return "", [asking.WHEN]
