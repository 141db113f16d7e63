"""Dates and months: single days, first and last ones, ranges, seasons.

Invariant: a date that is none, or not on the day of the week that stands beside it, is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from cms.schedule.names import DAY_NAMES, full_date
from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken import asking
from cms.schedule.spoken.asking import quoted
from cms.schedule.spoken.calendar_words import Loose, between, loose_date, named, settled
from cms.schedule.spoken.day_words import MONTHS
from cms.schedule.spoken.items import Item, doubt
from cms.schedule.spoken.tokens import Token, kind_at

Taken = tuple[list[Item], int]


def dated(tokens: Sequence[Token], at: int, today: date, weekday: str = "") -> Taken:
    """What begins with a date, or with a word that leads to one."""
    token = tokens[at]
    if token.kind == "named":
        day = named(token.text, today)
        return ([Item("dates", token.text, dates=(day,))] if day else _asked(token.text)), at + 1
    if token.kind in ("since", "untildate"):
        return _bound(tokens, at, today)
    if token.kind == "dayspan":
        return _day_span(token, today), at + 1
    if token.kind == "datelist":
        return _listed(token, today), at + 1
    loose = loose_date(token.text)
    if loose is None:
        return _asked(token.text), at + 1
    open_end = token.text.endswith("+")
    if last := _last(tokens, at + 1):
        return _range(loose, last[0], f"{token.text} to {last[1]}", today), last[2]
    day = settled(loose, today)
    if day is None:
        return _asked(token.text), at + 1
    if open_end:
        return [Item("bounds", token.text, first=day)], at + 1
    return [Item("dates", token.text, dates=(day,)), *_checked(day, weekday)], at + 1


def month_item(tokens: Sequence[Token], at: int) -> Taken:
    """A season: one month, several, or from the one to the other."""
    months, after = months_at(tokens, at)
    text = " ".join(token.text for token in tokens[at:after])
    before = tokens[at - 1] if at else None
    led = before is not None and (
        before.text in ("from", "since", "until", "till", "by", "starting", "after", "before") or before.kind == "range"
    )
    if (len(months) == 1 and led) or (after < len(tokens) and tokens[after].kind == "year"):
        return _asked(text), after
    return [Item("season", text, numbers=months)], after


def months_at(tokens: Sequence[Token], at: int) -> tuple[tuple[int, ...], int]:
    """The months that begin at this token, and where to go on. Round the end of the year where need be."""
    months: list[int] = []
    while True:
        first = MONTHS[tokens[at].text]
        if at + 2 < len(tokens) and tokens[at + 1].kind == "range" and tokens[at + 2].kind == "month":
            last = MONTHS[tokens[at + 2].text]
            months += [(month - 1) % 12 + 1 for month in range(first, last + (1 if last >= first else 13))]
            at += 3
        else:
            months.append(first)
            at += 1
        joined = at < len(tokens) and tokens[at].kind in ("comma", "and", "or")
        if not (joined and at + 1 < len(tokens) and tokens[at + 1].kind == "month"):
            return tuple(dict.fromkeys(months)), at
        at += 1


def date_range(tokens: Sequence[Token], at: int, today: date) -> tuple[date, date, int] | None:
    """(first, last, where to go on) of the date or range of dates at this token."""
    new, after = dated(tokens, at, today)
    if not new or any(item.kind == "doubt" for item in new):
        return None
    if new[0].kind == "dates":
        return new[0].dates[0], new[0].dates[-1], after
    if new[0].first and new[0].until:
        return new[0].first, new[0].until, after
    return None


def _bound(tokens: Sequence[Token], at: int, today: date) -> Taken:
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    loose = loose_date(following.text) if following else None
    if following is None or loose is None:
        return [], at + 1
    if token.kind == "untildate":
        day = settled(loose, today)
        return ([Item("bounds", following.text, until=day)] if day else _asked(following.text)), at + 2
    if last := _last(tokens, at + 2):
        return _range(loose, last[0], f"{following.text} to {last[1]}", today), last[2]
    day = settled(loose, today)
    return ([Item("bounds", following.text, first=day)] if day else _asked(following.text)), at + 2


def _last(tokens: Sequence[Token], at: int) -> tuple[Loose, str, int] | None:
    """(date, its words, where to go on) of what a range that is open here ends with: "to Friday 24 July"."""
    if kind_at(tokens, at) not in ("range", "untildate"):
        return None
    end = at + 1 + (kind_at(tokens, at + 1) == "day")
    found = loose_date(tokens[end].text) if kind_at(tokens, end) == "date" else None
    return (found, tokens[end].text, end + 1) if found else None


def _range(first: Loose, last: Loose, text: str, today: date) -> list[Item]:
    days = between(first, last, today)
    return [Item("bounds", text, first=days[0], until=days[1])] if days else _asked(text)


def _day_span(token: Token, today: date) -> list[Item]:
    numbers = [int(number) for number in re.findall(r"\d+", token.text)]
    month = _month_in(token.text)
    year = numbers[2] if len(numbers) > 2 else None
    return _range((numbers[0], month, year), (numbers[1], month, year), token.text, today)


def _listed(token: Token, today: date) -> list[Item]:
    numbers = [int(number) for number in re.findall(r"\b\d{1,2}(?!\d)", token.text)]
    month = _month_in(token.text)
    year = re.search(r"20\d\d", token.text)
    days = [settled((number, month, int(year[0]) if year else None), today) for number in numbers]
    if not all(days):
        return _asked(token.text)
    return [Item("dates", token.text, dates=tuple(day for day in days if day))]


def _month_in(text: str) -> int:
    return next(MONTHS[word] for word in re.findall(r"[a-z]+", text) if word in MONTHS)


def _checked(day: date, weekday: str) -> list[Item]:
    if not weekday or WEEKDAYS[day.weekday()] == weekday:
        return []
    said, real = DAY_NAMES[WEEKDAYS.index(weekday)], DAY_NAMES[day.weekday()]
    return [Item("doubt", full_date(day), ask=quoted(asking.WEEKDAY, full_date(day).partition(" ")[2], real, said))]


def _asked(text: str) -> list[Item]:
    return [doubt(asking.DATE, text)]
