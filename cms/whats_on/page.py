"""What the page of what is on shows: days with their dates, ways to other days, a month, what it is narrowed to.

Invariant: a constant number of queries, whatever the catalogue holds; every link is an address of its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from cms.models import Area, Interest, InterestRelation, ScheduledSession, Session
from cms.occurring import stands_open
from cms.schedule.names import DAY_NAMES, MONTH_NAMES, full_date
from cms.schedule.say import say_relative
from cms.schedule.slots import PARTS
from cms.scheduled import window
from cms.visibility import Viewer
from cms.whats_on.asked import DAY, THIS_WEEK, TICKS, TODAY, TOMORROW, Asked, asked, monday_of, week_of
from cms.whats_on.dates import Dates, days_from
from cms.whats_on.entries import Line, lines
from cms.whats_on.month import how_many, picture, span

PAGE: Final = 40
A_DAY: Final = 6
"""How much of each day a week shows."""
LOOKED_AT: Final = 40
TICK_LABELS: Final = dict(
    zip(TICKS, ("Free", "Known to be step-free", "For children and families", "Quiet"), strict=True)
)
PART_LABELS: Final = dict(zip(PARTS, ("Morning", "Afternoon", "Evening"), strict=True))
Choices = list[tuple[str, str]]


def whats_on(given: QueryDict, *, viewer: Viewer, now: datetime) -> dict[str, Any]:
    """The context of `cms/whats_on.html`."""
    today = timezone.localdate(now)
    wards, topics = _wards(), _topics()
    meant = asked(
        given,
        given.getlist("time"),
        today=today,
        window=window(today),
        wards={code for code, _ in wards},
        topics={code for code, _ in topics},
    )
    dates = Dates(meant, viewer=viewer, now=now)
    month = span(meant.first)
    counts = dates.counts(max(month[0], today), max(month[1], meant.last))
    days, more = _days(meant, dates, counts, viewer, today)
    empty = not any(day["rows"] for day in days)
    heading = _heading(meant, dict(wards))
    return {
        "door": "whats_on",
        "heading": heading,
        "wrong": meant.wrong,
        "times": _times(meant, today),
        "days": [] if empty else days,
        "month": picture(
            meant.first,
            counts,
            today=today,
            last=window(today)[1],
            chosen=(meant.first, meant.last),
            address=lambda day: url(meant.at(_name(day, today))),
        ),
        "chosen": _chosen(meant, dict(wards), dict(topics)),
        "narrow": _narrow(meant, wards, topics),
        "canonical": url(meant),
        "nothing_title": _nothing(meant) if empty else "",
        "tries": _tries(meant, viewer, now, today) if empty else [],
        "previous_url": url(replace(meant, page=meant.page - 1)) if meant.page > 1 else "",
        "next_url": url(replace(meant, page=meant.page + 1)) if more else "",
        "where": f"Page {meant.page}" if more or meant.page > 1 else "",
    }


def url(meant: Asked) -> str:
    return f"{reverse('whats_on')}{meant.query()}"


def _days(
    meant: Asked, dates: Dates, counts: dict[date, int], viewer: Viewer, today: date
) -> tuple[list[dict[str, Any]], bool]:
    """Each day with what is on; and whether a single day goes on on another page."""
    if meant.week:
        found = dates.of_days(days_from(meant.first, meant.last), counts, LOOKED_AT)
    else:
        found = {meant.first: dates.of_day(meant.first, (meant.page - 1) * PAGE, PAGE + 1)}
    shown = {day: _meetings_first(rows) if meant.week else rows[:PAGE] for day, rows in found.items()}
    told = lines([row for rows in shown.values() for row in rows], viewer)
    days = [
        _day(day, today, [told[row.pk] for row in rows if row.pk in told], _rest(meant, day, today, found[day]))
        for day, rows in shown.items()
        if rows or not meant.week
    ]
    return days, not meant.week and len(found[meant.first]) > PAGE


def _meetings_first(rows: Sequence[ScheduledSession]) -> list[ScheduledSession]:
    """As many as a week shows of a day, in order: what people meet for, then what stands open."""
    first = sorted(range(len(rows)), key=lambda n: (stands_open(rows[n]), n))[:A_DAY]
    return [rows[n] for n in sorted(first)]


def _day(day: date, today: date, rows: Sequence[Line], rest: tuple[str, str] | None) -> dict[str, Any]:
    words = full_date(day).rsplit(" ", 1)[0]
    return {"day": words, "relative": say_relative(day, today), "rows": rows, "rest": rest, "iso": day.isoformat()}


def _rest(meant: Asked, day: date, today: date, rows: Sequence[Any]) -> tuple[str, str] | None:
    """Where all of a day is, when a week has no room for it."""
    if not meant.week or len(rows) <= A_DAY:
        return None
    return f"Everything on {DAY_NAMES[day.weekday()]}", url(meant.at(_name(day, today)))


def _name(day: date, today: date) -> str:
    return {today: TODAY, today + DAY: TOMORROW}.get(day, day.isoformat())


def _times(meant: Asked, today: date) -> list[tuple[str, str, bool]]:
    """The ways to other times: label, address, whether it is the one that is open."""
    monday = monday_of(meant.first if meant.week else today) + 7 * DAY
    shown = [("Today", TODAY), ("Tomorrow", TOMORROW), ("This week", THIS_WEEK)]
    shown.append(("The week after" if meant.week and meant.when != THIS_WEEK else "Next week", week_of(monday)))
    if monday > window(today)[1]:
        shown.pop()
    return [(label, url(meant.at(when)), when == meant.when) for label, when in shown]


def _heading(meant: Asked, wards: dict[str, str]) -> str:
    said = {TODAY: " today", TOMORROW: " tomorrow", THIS_WEEK: " this week"}.get(meant.when)
    if said is None:
        said = f", {_span(meant.first, meant.last)}" if meant.week else f", {full_date(meant.first).rsplit(' ', 1)[0]}"
    return f"What’s on{said}{f' in {wards[meant.ward]}' if meant.ward else ''}"


def _span(first: date, last: date) -> str:
    """ "7 to 13 December", "28 December to 3 January"."""
    month = MONTH_NAMES[last.month - 1]
    begins = "" if first.month == last.month else f" {MONTH_NAMES[first.month - 1]}"
    return f"{first.day}{begins} to {last.day} {month}"


def _nothing(meant: Asked) -> str:
    """Why there is nothing. A directory that was just filled takes minutes to work its dates out."""
    if Session.objects.exists() and not ScheduledSession.objects.exists():
        return "We are working out what is on when. Look again in a few minutes."
    return f"Nothing {'more ' if meant.when == TODAY else ''}that we know of. Yet."


def _wards() -> Choices:
    return list(Area.objects.filter(kind="ward").order_by("name").values_list("code", "name"))


def _topics() -> Choices:
    """The widest interests: those that nothing live is above."""
    above = InterestRelation.objects.filter(
        source=OuterRef("pk"), kind=InterestRelation.Kind.BROADER, target__live=True
    )
    return list(Interest.objects.filter(~Exists(above), live=True).order_by("label").values_list("code", "label"))


def _narrow(meant: Asked, wards: Choices, topics: Choices) -> dict[str, Any]:
    """The form: for each question its answers, with which are chosen."""
    return {
        "when": meant.when if meant.when != TODAY else "",
        "wards": [(code, name, code == meant.ward) for code, name in wards],
        "topics": [(code, label, code == meant.topic) for code, label in topics],
        "parts": [(part, label, part in meant.parts) for part, label in PART_LABELS.items()],
        "ticks": [(tick, label, tick in meant.ticks) for tick, label in TICK_LABELS.items()],
    }


def _chosen(meant: Asked, wards: dict[str, str], topics: dict[str, str]) -> list[tuple[str, str]]:
    """What it is narrowed to, each with the address without it."""
    first = replace(meant, page=1)
    found = [(wards[meant.ward], url(replace(first, ward="")))] if meant.ward else []
    found += [(topics[meant.topic], url(replace(first, topic="")))] if meant.topic else []
    for part in meant.parts:
        rest = tuple(each for each in meant.parts if each != part)
        found.append((PART_LABELS[part], url(replace(first, parts=rest))))
    for tick in meant.ticks:
        left = tuple(each for each in meant.ticks if each != tick)
        found.append((TICK_LABELS[tick], url(replace(first, ticks=left))))
    return found


def _tries(meant: Asked, viewer: Viewer, now: datetime, today: date) -> list[tuple[str, str, str]]:
    """Where there is something: soon, of what was asked; then of everything at that time."""
    monday = monday_of(today)
    soon = Dates(meant, viewer=viewer, now=now).counts(today, monday + 13 * DAY)
    offered = [
        ("Tomorrow", TOMORROW, today + DAY, today + DAY),
        ("This week", THIS_WEEK, today + DAY, monday + 6 * DAY),
        ("Next week", week_of(monday + 7 * DAY), monday + 7 * DAY, monday + 13 * DAY),
    ]
    found = []
    for label, when, first, last in offered:
        count = sum(n for day, n in soon.items() if first <= day <= last)
        if count and when != meant.when:
            found.append((label, url(meant.at(when)), how_many(count)))
    if meant.narrowed:
        wide = meant.wide()
        count = sum(Dates(wide, viewer=viewer, now=now).counts(wide.first, wide.last).values())
        found += [("Everything, not narrowed down", url(wide), how_many(count))] if count else []
    return found
