"""When it is not on: "closed Sunday", "not August", "except bank holidays", "no session on 24 December".

Invariant: a "not" that is followed by nothing we know of times says nothing about them ("not suitable for dogs").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from cms.schedule.spoken import asking
from cms.schedule.spoken.dated import date_range, dated, months_at
from cms.schedule.spoken.items import Item, Off, doubt
from cms.schedule.spoken.selectors import LOOK_BACK, selector, weeks_before
from cms.schedule.spoken.tokens import Token

Taken = tuple[list[Item], int]
_SMALL: Final = frozenset("on the in every each all at during for and over of which fall falls falling it is".split())
_TIMES: Final = ("clock", "number", "allday")
_KNOWN: Final = frozenset("day weekdays weekend month date dayspan named datelist ph school term doubt".split())
"""What `_one` reads, besides an ordinal with its day."""


def not_on(tokens: Sequence[Token], at: int, today: date, found: list[Item], ahead: Sequence[Token] = ()) -> Taken:
    """What is not on, from this "closed" or "except"; `ahead`: what stood before it and belongs to it."""
    if ahead:
        items, _, _ = _one([*ahead], 0, today)
        return items, at + 1
    pending = _pending(found)
    start = _past(tokens, at + 1)
    if tokens[at].kind == "closed" and start < len(tokens) and tokens[start].kind == "part":
        return [doubt(asking.STRANGE, f"closed {tokens[start].text}")], start + 1
    # "10-4 daily, closed Wednesdays", "10-4 Tue to Sat. Closed Sunday": what is closed stands behind; and so does the
    # pause of "9-5 Mon-Fri (closed 12.30-1.30)".
    sentence = bool(found) and found[-1].kind == "break"
    pause = start < len(tokens) and tokens[start].kind in _TIMES and _follows_a_time(found, pending)
    whole = pause or (pending is not None and (found[pending].wide or sentence) and _knows(tokens, start))
    if (
        tokens[at].kind == "closed"
        and pending is not None
        and not whole
        and (_selects(tokens, start) or not _knows(tokens, start))
    ):
        behind = _behind(found[pending:])
        del found[pending:]
        return [behind], at + 1
    listed, after = _list(tokens, start, today, whole=tokens[at].kind == "except" and pending is not None)
    if listed:
        return listed, after
    if tokens[at].kind == "except":
        if start < len(tokens) and tokens[start].kind == "day":
            return [Item("override", tokens[at].text)], start
        return [Item("words", tokens[at].text)], at + 1
    if start < len(tokens) and tokens[start].kind in _TIMES:
        return [Item("lunch", tokens[at].text)], start
    to_whom = start < len(tokens) and tokens[start].text in ("to", "group", "sessions", "session")
    return [Item("words" if to_whom or tokens[at].text.startswith("no ") else "closed", tokens[at].text)], at + 1


def _follows_a_time(found: Sequence[Item], pending: int | None) -> bool:
    """Whether the days that seem to wait stand right behind their times: "9-5 Mon-Fri"."""
    return pending is not None and pending > 0 and found[pending - 1].kind == "span"


def _list(tokens: Sequence[Token], at: int, today: date, *, whole: bool) -> Taken:
    """One after another, as long as they follow; days that a time follows open the next group instead, unless the
    days before still wait for theirs (`whole`)."""
    found: list[list[Item]] = []
    starts: list[int] = []
    ends = at
    while _knows(tokens, at):
        items, after, days = _one(tokens, at, today)
        if days and not whole and _timed(tokens, after):
            joined = ends > starts[-1] and any(token.kind == "and" for token in tokens[ends:at]) if starts else False
            if joined:
                found.pop()
                ends = starts.pop()
            if sum(1 for each in found if each[0].off and each[0].off.days) > 1:
                found.append([Item("doubt", "closed", ask=asking.WHICH_DAYS)])
            break
        found.append(items)
        starts.append(at)
        ends, at = after, _past(tokens, after, seps=True)
    return [item for items in found for item in items], ends


def _one(tokens: Sequence[Token], at: int, today: date) -> tuple[list[Item], int, bool]:
    """(items, where to go on, whether they are days)."""
    token = tokens[at]
    if token.kind in ("day", "weekdays", "weekend"):
        new, after = selector(tokens, at)
        return (
            [Item("off", token.text, off=Off(days=item.days)) if item.kind == "days" else item for item in new],
            after,
            True,
        )
    if token.kind == "ordinal" and (taken := weeks_before(tokens, at, ())):
        new, after = taken
        if after < len(tokens) and tokens[after].kind == "monthly":
            after += 1
        return (
            [Item("off", item.text, off=Off(days=item.days)) if item.kind == "days" else item for item in new],
            after,
            True,
        )
    if token.kind == "month":
        months, after = months_at(tokens, at)
        return [Item("off", token.text, off=Off(months=months))], after, False
    if token.kind in ("date", "dayspan", "named", "datelist"):
        return _dates(tokens, at, today)
    if token.kind == "ph":
        return [Item("off", token.text, off=Off(holidays=True))], at + 1, False
    if token.kind == "school":
        return [_school(token)], at + 1, False
    if token.kind == "term":
        return [Item("holidays", token.text)], at + 1, False
    return [doubt(asking.DATE, token.text)], at + 1, False


def _dates(tokens: Sequence[Token], at: int, today: date) -> tuple[list[Item], int, bool]:
    token = tokens[at]
    if token.kind == "datelist":
        new, after = dated(tokens, at, today)
        offs = [Item("off", token.text, off=Off(first=day, last=day)) for item in new for day in item.dates]
        return offs or new, after, False
    days = date_range(tokens, at, today)
    if days is None:
        return [doubt(asking.DATE, token.text)], at + 1, False
    return [Item("off", token.text, off=Off(first=days[0], last=days[1]))], days[2], False


def _school(token: Token) -> Item:
    """Outside the school holidays is term time. One of the holidays by itself has dates that we do not know."""
    if "school" in token.text or token.text == "sh":
        return Item("term", token.text)
    return doubt(asking.SCHOOL, token.text)


def _pending(found: Sequence[Item]) -> int | None:
    """Where the days begin that still wait for their times; None without any."""
    start = None
    for place in range(len(found) - 1, max(len(found) - 1 - LOOK_BACK, -1), -1):
        kind = found[place].kind
        if kind in ("days", "dates"):
            start = place
        elif kind in ("season", "bounds") and start is None:
            return place
        elif kind not in ("words", "comma", "colon", "break", "part") or (
            kind in ("words", "break") and start is not None
        ):
            break
    return start


def _behind(pending: Sequence[Item]) -> Item:
    if pending[0].kind == "season":
        return Item("off", "closed", off=Off(months=pending[0].numbers))
    if pending[0].kind == "bounds":
        return _between(pending[0])
    days = tuple(day for item in pending for day in item.days)
    dates = [day for item in pending for day in item.dates]
    if dates:
        return Item("off", "closed", off=Off(first=min(dates), last=max(dates)))
    return Item("off", "closed", off=Off(days=days))


def _between(item: Item) -> Item:
    if item.first and item.until:
        return Item("off", item.text, off=Off(first=item.first, last=item.until))
    return doubt(asking.DATE, item.text)


def _knows(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    kind = tokens[at].kind
    return kind in _KNOWN or (kind == "ordinal" and weeks_before(tokens, at, ()) is not None)


def _selects(tokens: Sequence[Token], at: int) -> bool:
    """Whether the list that follows has its own "closed" or its own times: then this one belongs to what is before."""
    return at < len(tokens) and (
        tokens[at].kind in ("day", "weekdays", "weekend", "ordinal")
        or any(token.kind == "closed" for token in tokens[at + 1 : at + 3])
    )


def _timed(tokens: Sequence[Token], at: int) -> bool:
    while (
        at < len(tokens)
        and tokens[at].kind in ("colon", "comma", "at", "open", "range", "between", "break", "part")
        and tokens[at].text != "\n"
    ):
        at += 1
    return at < len(tokens) and tokens[at].kind in _TIMES


def _past(tokens: Sequence[Token], at: int, *, seps: bool = False) -> int:
    while at < len(tokens) and (
        (
            tokens[at].kind in ("word", "at", "including", "colon")
            and (tokens[at].text in _SMALL or tokens[at].kind in ("including", "colon"))
        )
        or (seps and tokens[at].kind in ("comma", "and", "or"))
    ):
        at += 1
    return at
