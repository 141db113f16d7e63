"""Rules in OpenStreetMap's opening_hours: "Tu 13:30-15:30; Fr[-1] 10:00-12:00".

Invariant: what holds on the same days stands in one part, as a later part for the same days would take the place of the
earlier one; parts that share days are joined by a comma, which adds. School holidays are SH, bank holidays PH.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Final

from cms.schedule.names import MONTH_NAMES
from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken.items import Off
from cms.schedule.spoken.rules import Rule

BY_APPOINTMENT: Final = '"by appointment"'
Filled = set[tuple[int, str]]
"""(month, day) pairs that a part speaks of."""
_EVERY: Final = {2: "every other week", 3: "every three weeks", 4: "every four weeks"}


def opening_hours(rules: Sequence[Rule], appointment_days: Sequence[tuple[str, ...]] = ()) -> str:
    """The whole value; empty without rules. `appointment_days`: days that have no times but an appointment.

    What is off for some of the rules stands behind these, so that the parts that follow hold all the same.
    """
    every = [set(_offs([rule])) for rule in rules]
    shared = set.intersection(*every) if every else set()
    parts: list[tuple[str, Filled, list[str]]] = []
    for key, same in _alike(rules):
        by_hours: dict[str, list[str]] = {}
        for code in WEEKDAYS:
            hours = ",".join(_hours(each) for each in sorted(same, key=_start) if code in (each.days or WEEKDAYS))
            if hours:
                by_hours.setdefault(hours, []).append(code)
        for hours, codes in by_hours.items():
            own = [off for off in _offs([key]) if off not in shared]
            parts.append((_part(key, codes, hours), _filled(codes, key.months, key), own))
    parts += [(f"{_days(codes)} {BY_APPOINTMENT}", _filled(codes, ()), []) for codes in appointment_days]
    parts.sort(key=lambda part: (part[2] == [], part[2]))
    return "; ".join(filter(None, [_joined(parts), *(off for off in _offs(rules) if off in shared)]))


def _start(rule: Rule) -> time:
    return rule.start


def _alike(rules: Sequence[Rule]) -> list[tuple[Rule, list[Rule]]]:
    """Rules that differ in days and hours alone, weekly ones first."""
    found: dict[Rule, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.kind == "monthly", rule.kind == "once")):
        key = replace(rule, kind="weekly" if rule.kind == "daily" else rule.kind, start=time(0), end=None, days=())
        found.setdefault(key, []).append(rule)
    return list(found.items())


def _part(rule: Rule, codes: Sequence[str], hours: str) -> str:
    when = _dates(rule)
    weeks = f"[{','.join(map(str, rule.weeks))}]" if rule.weeks else ""
    days = ",".join(f"{code.capitalize()}{weeks}" for code in codes) if weeks else _days(codes)
    if rule.kind == "once":
        days = ""
    words = " and ".join(
        filter(None, [_EVERY.get(rule.interval, f"every {rule.interval} weeks") if rule.interval > 1 else "",
                      "by appointment" if rule.appointment else ""])
    )  # fmt: skip
    if hours == "00:00-24:00" and not when and len(codes) == 7 and not weeks:
        days, hours = "", "24/7"
    return " ".join(filter(None, [when, days, hours, f'"{words}"' if words else ""]))


def _dates(rule: Rule) -> str:
    if rule.kind == "once" and rule.first:
        return _date(rule.first)
    first = None if rule.assumed else rule.first
    if first and rule.until:
        return f"{_date(first)}-{_date(rule.until)}"
    if rule.until:
        return f"1970 Jan 01-{_date(rule.until)}"
    if first:
        return f"{_date(first)}+"
    return _months(rule.months) if rule.months else ""


def _hours(rule: Rule) -> str:
    if rule.end is None:
        return f"{rule.start:%H:%M}+"
    return f"{rule.start:%H:%M}-{'24:00' if rule.end == time(0) else f'{rule.end:%H:%M}'}"


def _days(codes: Sequence[str]) -> str:
    """ "Mo-Fr", "Mo,We", "Mo-Th,Sa"; a run is three days or more."""
    runs: list[list[int]] = []
    for place in (WEEKDAYS.index(code) for code in codes):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    names = [code.capitalize() for code in WEEKDAYS]
    return ",".join(
        f"{names[run[0]]}-{names[run[-1]]}" if len(run) > 2 else ",".join(names[place] for place in run) for run in runs
    )


def _filled(codes: Sequence[str], months: Sequence[int], rule: Rule | None = None) -> Filled:
    if rule and rule.kind == "once" and rule.first:
        return {(rule.first.toordinal(), "")}
    return {(month, code) for month in (months or range(1, 13)) for code in codes}


def _joined(parts: Sequence[tuple[str, Filled, list[str]]]) -> str:
    text = ""
    seen: Filled = set()
    waiting: list[str] = []
    for part, filled, own in parts:
        if own != waiting and waiting:
            text += "".join(f"; {off}" for off in waiting)
        text += ("" if not text else ", " if filled & seen else "; ") + part
        seen |= filled
        waiting = own
    return text + "".join(f"; {off}" for off in waiting)


def _offs(rules: Sequence[Rule]) -> list[str]:
    closed = list(dict.fromkeys(_off(off) for rule in rules for off in rule.off))
    if any(rule.bank_holidays is False for rule in rules):
        closed.append("PH off")
    if any(rule.term_time for rule in rules):
        closed.append("SH off")
    return closed


def _off(off: Off) -> str:
    if off.months:
        return f"{_months(off.months)} off"
    if off.first and off.last:
        return f"{_date(off.first)} off" if off.first == off.last else f"{_date(off.first)}-{_date(off.last)} off"
    return ",".join(f"{day.capitalize()}[{week}]" for week, day in off.days) + " off"


def _months(months: Sequence[int]) -> str:
    names = [name[:3] for name in MONTH_NAMES]
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] % 12 + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ",".join(names[run[0] - 1] + (f"-{names[run[-1] - 1]}" if len(run) > 1 else "") for run in runs)


def _date(day: date) -> str:
    return f"{day.year} {MONTH_NAMES[day.month - 1][:3]} {day.day:02d}"
