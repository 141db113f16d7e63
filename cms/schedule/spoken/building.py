"""Groups as rules, and the questions that are left when all has been brought together.

Invariant: pure; a rule is built only from days and times that were said, and whatever was filled in is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import combinations

from cms.schedule.names import DAY_NAMES, full_date
from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.say import say_span
from cms.schedule.spoken import asking
from cms.schedule.spoken.asking import quoted
from cms.schedule.spoken.clock import span
from cms.schedule.spoken.groups import Group, Grouped, bounds_of, off_of
from cms.schedule.spoken.items import Item, Off
from cms.schedule.spoken.rules import Rule

Hours = tuple[time, time | None]


def built(told: Grouped, today: date) -> tuple[list[Rule], list[str]]:
    """(rules, questions)."""
    questions: list[str] = []
    whole: list[tuple[Group, list[Rule]]] = []
    for group in told.groups:
        group.said += [item for item in told.said if item.kind in ("off", "bank") or not group.has(item.kind)]
        whole.append((group, _rules(group, today, questions)))
    _overridden(whole, questions)
    return _merged([rule for _, rules in whole for rule in rules]), questions


def _rules(group: Group, today: date, questions: list[str]) -> list[Rule]:
    if not group.days and any(item.kind == "allday" for item in group.times):
        group.days = [Item("days", "daily", days=tuple((0, day) for day in WEEKDAYS))]
    if not group.days:
        questions.append(quoted(asking.DAYS_OF, group.times[0].text))
        return []
    if group.has("holidays"):
        text = next(item.text for item in group.said if item.kind == "holidays")
        questions.append(quoted(asking.SCHOOL, text))
        return []
    spans = _hours(group, questions)
    return [rule for each in _selected(group, today, questions) for rule in _timed(each, spans)]


def _timed(rule: Rule, spans: Sequence[Hours]) -> list[Rule]:
    return [replace(rule, start=start, end=end) for start, end in spans]


def _hours(group: Group, questions: list[str]) -> list[Hours]:
    """The times of a group, settled; what cannot be is asked."""
    found: list[Hours] = []
    for number, item in enumerate(group.times):
        if item.kind == "allday":
            found.append((time(0), time(0)))
            continue
        hours = span(item.start, item.end, group.parts.get(number, "")) if item.start else None
        if hours is None and item.start and item.end:
            hours = _like_the_next(group, number)
        if hours is None:
            questions.append(_which_half(item))
        elif (hours[0], hours[1]) not in found:
            found.append(hours)
    if len(found) > 1 and (time(0), time(0)) in found:
        questions.append(quoted(asking.EITHER, ", ".join(item.text for item in group.times)))
    for one, two in combinations(found, 2):
        if _crossed(one, two) and (time(0), time(0)) not in found:
            questions.append(quoted(asking.SAME_DAY, "the same day", say_span(*one), say_span(*two)))
    starts = [start for start, end in found if end is None]
    if len(found) > 1 and starts:
        questions.append(asking.TWICE.format(*(say_span(start) for start, _ in found[:2])))
    return _without_lunch(group, sorted(found, key=lambda hours: hours[0]), questions)


def _like_the_next(group: Group, number: int) -> Hours | None:
    """ "6-7, 7-8pm": the half that is said for the next goes for this one, where it ends as that one begins."""
    item, after = group.times[number], group.times[number + 1 : number + 2]
    if not after or not (item.start and item.end and after[0].start and after[0].end):
        return None
    following = span(after[0].start, after[0].end, group.parts.get(number + 1, ""))
    if following is None or after[0].start[:2] != item.end[:2]:
        return None
    half = "p" if following[0].hour >= 12 else "a"
    return span(item.start._replace(half=half), item.end._replace(half=half))


def _which_half(item: Item) -> str:
    start, end = item.start, item.end
    if any(each and each.half == "a" and each.hour == 12 for each in (start, end)):
        return quoted(asking.NOON, item.text)
    if start and end and (start.half or start.sure) and (end.half or end.sure):
        return quoted(asking.ROUND, item.text)
    return quoted(asking.MORNING, item.text)


def _without_lunch(group: Group, spans: list[Hours], questions: list[str]) -> list[Hours]:
    for item in group.said:
        if item.kind != "lunch" or item.start is None or item.end is None:
            continue
        pause = span(item.start, item.end)
        if pause is None or pause[1] is None:
            questions.append(quoted(asking.MORNING, item.text))
            continue
        inside = [hours for hours in spans if hours[1] and hours[0] < pause[0] and pause[1] < hours[1]]
        if not inside:
            questions.append(asking.LUNCH)
        for start, end in inside:
            at = spans.index((start, end))
            spans[at : at + 1] = [(start, pause[0]), (pause[1], end)]
    return spans


def _selected(group: Group, today: date, questions: list[str]) -> list[Rule]:
    """Rules of the days, before their times."""
    base = _common(group, today, questions)
    if any(item.dates for item in group.days):
        return _on_dates(group, base, today, questions)
    told = _not_of_a_name(group.days, questions)
    chosen = list(dict.fromkeys(day for item in _narrowest(told) for day in item.days))
    weekly = [day for week, day in chosen if not week]
    counted = [(week, day) for week, day in chosen if week]
    if weekly and counted:
        questions.append(quoted(asking.MIXED, " and ".join(item.text for item in group.days)))
    if weekly and not counted and group.has("monthly"):
        questions.append(asking.WHICH_WEEK)
        return []
    found = _weekly(group, base, weekly, today, questions) if weekly else []
    for week in dict.fromkeys(week for week, _ in counted):
        days = tuple(code for code in WEEKDAYS if (week, code) in counted)
        found.append(replace(base, kind="monthly", weeks=(week,), days=days))
    return found


def _not_of_a_name(days: list[Item], questions: list[str]) -> list[Item]:
    """ "The Friday Club meets Thursdays": the day of a name gives way to another one, and is asked about."""
    said = [item for item in days if not item.name]
    named = [item for item in days if item.name and not set(item.days) <= {day for each in said for day in each.days}]
    if not said or not named:
        return days
    questions.append(quoted(asking.EITHER, " and ".join(item.text for item in (*named, *said))))
    return said


def _narrowest(days: list[Item]) -> list[Item]:
    """ "Daily Monday to Friday": what names the days says more than "daily" or "weekdays" beside it."""
    named, wide = [item for item in days if not item.wide], [item for item in days if item.wide]
    said = {day for item in named for day in item.days}
    return [*named, *(item for item in wide if not said or not said < set(item.days))]


def _common(group: Group, today: date, questions: list[str]) -> Rule:
    first, until = bounds_of(group.said)
    if until and until < today:
        questions.append(quoted(asking.OVER, full_date(until)))
    offs = off_of(group.said)
    holidays = False if any(off.holidays for off in offs) else True if group.has("bank") else None
    months = tuple(dict.fromkeys(month for item in group.said if item.kind == "season" for month in item.numbers))
    return Rule(
        kind="weekly",
        start=time(0),
        end=None,
        months=() if len(months) == 12 else months,
        first=first,
        until=until,
        off=tuple(off for off in offs if not off.holidays),
        term_time=group.has("term"),
        bank_holidays=holidays,
        appointment=group.has("appointment"),
    )


def _on_dates(group: Group, base: Rule, today: date, questions: list[str]) -> list[Rule]:
    days = tuple(dict.fromkeys(day for item in group.days for day in item.dates))
    regular = [item for item in group.days if item.days]
    if (group.has("fortnight") or regular) and len(days) == 1 and group.has("fortnight"):
        code = WEEKDAYS[days[0].weekday()]
        return _weekly(group, replace(base, first=days[0]), [code], today, questions)
    if regular:
        questions.append(quoted(asking.STRANGE, ", ".join(item.text for item in group.days)))
    over = [day for day in days if day < today]
    if over:
        questions.append(quoted(asking.OVER, full_date(over[0])))
    return [replace(base, kind="once", first=day, until=None, off=(), months=()) for day in days]


def _weekly(group: Group, base: Rule, days: list[str], today: date, questions: list[str]) -> list[Rule]:
    out = {day for off in base.off for week, day in off.days if not week}
    codes = tuple(code for code in WEEKDAYS if code in days and code not in out)
    base = replace(base, off=tuple(off for off in map(_lasting, base.off) if off))
    if not codes:
        return []
    interval = next(
        (item.numbers[0] if item.numbers else 2 for item in group.said if item.kind in ("fortnight", "counted")), 1
    )
    if interval > 1:
        return [_counted(replace(base, interval=interval), codes, today, questions)]
    return [replace(base, kind="daily" if len(codes) == 7 else "weekly", days=() if len(codes) == 7 else codes)]


def _lasting(off: Off) -> Off | None:
    """What is left of it when whole weekdays have been taken out."""
    if not off.days:
        return off
    days = tuple((week, day) for week, day in off.days if week)
    return replace(off, days=days) if days else None


def _counted(rule: Rule, codes: tuple[str, ...], today: date, questions: list[str]) -> Rule:
    """Every other week counts from a date; without one both are asked for, and the nearer stands in meanwhile."""
    rule = replace(rule, days=codes, assumed=rule.first is None)
    begins = rule.first or today
    on = next(day for ahead in range(7) if WEEKDAYS[(day := begins + timedelta(days=ahead)).weekday()] in codes)
    if rule.assumed:
        other = on + timedelta(days=7)
        ask = (
            asking.FORTNIGHT.format(_day(on), _day(other))
            if rule.interval == 2
            else asking.SEVERAL.format(rule.interval)
        )
        questions.append(ask)
    return replace(rule, first=on)


def _day(day: date) -> str:
    return full_date(day).rpartition(" ")[0]


def _overridden(whole: list[tuple[Group, list[Rule]]], questions: list[str]) -> None:
    """A later line about some of the days of an earlier one takes their place: "Mon-Fri 9-5, Thu 9-7"."""
    for (_, earlier), (group, later) in combinations(whole, 2):
        for one in list(earlier):
            for two in later:
                taken = _takes_place(one, two, override=group.override)
                if taken is None:
                    continue
                shared, sure = taken
                if not sure:
                    day = DAY_NAMES[WEEKDAYS.index(shared[0])]
                    questions.append(
                        quoted(asking.SAME_DAY, day, say_span(one.start, one.end), say_span(two.start, two.end))
                    )
                    continue
                left = tuple(code for code in (one.days or WEEKDAYS) if code not in shared)
                place = [each is one for each in earlier].index(True) if any(each is one for each in earlier) else None
                if place is not None:
                    earlier[place : place + 1] = [replace(one, kind="weekly", days=left)] if left else []
                    one = earlier[place] if left else one
                    if not left:
                        break


def _takes_place(one: Rule, two: Rule, *, override: bool) -> tuple[list[str], bool] | None:
    """(days, whether it is plain that the later one stands alone there), or None where both may stand."""
    if {one.kind, two.kind} - {"daily", "weekly"} or one.interval > 1 or two.interval > 1 or one.months != two.months:
        return None
    before, after = one.days or WEEKDAYS, two.days or WEEKDAYS
    shared = [code for code in before if code in after]
    if not shared:
        return None
    if override:
        return shared, True
    part = set(after) < set(before) or set(before) < set(after)
    if not part or one.end is None or two.end is None or not _overlap(one, two):
        return None
    return shared, set(after) < set(before) and (one.start == two.start) != (one.end == two.end)


def _crossed(one: Hours, two: Hours) -> bool:
    return one[1] is not None and two[1] is not None and one[0] < two[1] and two[0] < one[1]


def _overlap(one: Rule, two: Rule) -> bool:
    return _crossed((one.start, one.end), (two.start, two.end))


def _merged(rules: list[Rule]) -> list[Rule]:
    """Days of the same times are one rule, in the order in which they were said first."""
    found: dict[Rule, list[str]] = {}
    weeks: dict[Rule, list[int]] = {}
    for rule in rules:
        if rule.kind == "monthly":
            key = replace(rule, weeks=())
            weeks.setdefault(key, []).extend(week for week in rule.weeks if week not in weeks.get(key, []))
            found.setdefault(key, [])
        elif rule.kind in ("weekly", "daily") and rule.interval == 1:
            key = replace(rule, kind="weekly", days=())
            found.setdefault(key, []).extend(rule.days or WEEKDAYS)
        else:
            found.setdefault(rule, [])
    return [_whole(rule, days, weeks.get(rule, [])) for rule, days in found.items()]


def _whole(rule: Rule, days: list[str], weeks: list[int]) -> Rule:
    if weeks:
        return replace(rule, weeks=tuple(week for week in (1, 2, 3, 4, 5, -1) if week in weeks))
    if rule.kind != "weekly" or rule.interval > 1:
        return rule
    codes = tuple(code for code in WEEKDAYS if code in days)
    return replace(rule, kind="daily", days=()) if len(codes) == 7 else replace(rule, days=codes)
