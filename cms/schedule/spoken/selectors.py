"""Which days: single ones, ranges, weekdays, the nth of the month.

Invariant: a week of the month is read only where a day or "of the month" stands with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken import asking
from cms.schedule.spoken.day_words import ORDINALS, day_of
from cms.schedule.spoken.items import Item, Selected, doubt
from cms.schedule.spoken.tokens import Token, kind_at

SELECTORS: Final = ("day", "daily", "nightly", "weekdays", "weekend", "mf", "every")
_SETS: Final = {"daily": WEEKDAYS, "weekdays": WEEKDAYS[:5], "weekend": WEEKDAYS[5:]}
MOST_WEEKS: Final = 6
LOOK_BACK: Final = 12
Taken = tuple[list[Item], int]


def selector(tokens: Sequence[Token], at: int) -> Taken:
    """The days that begin at this token, and where to go on."""
    token = tokens[at]
    if token.kind == "every":
        return _every(tokens, at)
    if token.kind == "mf":
        days = WEEKDAYS[0:5:2] if "w" in token.text else WEEKDAYS[:5]
        return [Item("days", token.text, days=_plain(days))], at + 1
    if token.kind == "nightly":
        part = Item("part", token.text.split()[-1])
        return [Item("days", token.text, days=_plain(WEEKDAYS), wide=True), part], at + 1
    if token.kind in _SETS:
        return [Item("days", token.text, days=_plain(_SETS[token.kind]), wide=True)], at + 1
    first = day_of(token.text) or ""
    if kind_at(tokens, at + 1) == "range" and kind_at(tokens, at + 2) == "day":
        last = day_of(tokens[at + 2].text) or ""
        text = f"{token.text} {tokens[at + 1].text} {tokens[at + 2].text}"
        if first == last:
            return [doubt(asking.STRANGE, text)], at + 3
        return [Item("days", text, days=_plain(_run(first, last)))], at + 3
    if kind_at(tokens, at + 1) == "nth":
        weeks = [int(number) for number in re.findall(r"-?\d", tokens[at + 1].text)]
        if all(week in (-1, 1, 2, 3, 4, 5) for week in weeks):
            return [Item("days", token.text, days=tuple((week, first) for week in weeks))], at + 2
    if kind_at(tokens, at + 1) == "or" and kind_at(tokens, at + 2) == "day":
        text = f"{token.text} or {tokens[at + 2].text}"
        return [
            Item("days", token.text, days=_plain((first,))),
            doubt(asking.EITHER, text),
        ], at + 1
    return [Item("days", token.text, days=_plain((first,)))], at + 1


def weeks_before(tokens: Sequence[Token], at: int, found: Sequence[Item]) -> Taken | None:
    """Ordinals with the day they count, or, behind a day, the weeks in which that is: "Mondays (1st and 3rd)"."""
    weeks, after, either = _ordinals(tokens, at)
    text = " ".join(token.text for token in tokens[at:after])
    asked = [doubt(asking.EITHER, text)] if either else []
    while kind_at(tokens, after) == "word" and tokens[after].text in ("the", "available"):
        after += 1
    if kind_at(tokens, after) == "day":
        days = [day_of(tokens[after].text) or ""]
        while (
            kind_at(tokens, after + 1) in ("and", "comma")
            and kind_at(tokens, after + 2) == "day"
            and _monthly_next(tokens, after + 3)
        ):
            after += 2
            days.append(day_of(tokens[after].text) or "")
        whole = f"{text} {tokens[after].text}"
        return [Item("days", whole, days=tuple((week, day) for week in weeks for day in days)), *asked], after + 1
    behind = next(
        (item for item in reversed(found[-LOOK_BACK:]) if item.kind not in ("words", "comma", "colon", "break")), None
    )
    closes = kind_at(tokens, after) in ("close", "monthly") or (
        tokens[after : after + 2]
        and tokens[after].text in ("week", "weeks")
        and kind_at(tokens, after + 1) == "monthly"
    )
    if behind and behind.kind in ("days", "span") and closes:
        return [Item("weeks", text, numbers=tuple(weeks)), *asked], after
    return None


def _every(tokens: Sequence[Token], at: int) -> Taken:
    """ "Every second Tuesday" may count weeks or Tuesdays of the month, unless the month is named."""
    if kind_at(tokens, at + 1) != "ordinal":
        return [], at + 1
    weeks, after, _ = _ordinals(tokens, at + 1)
    if kind_at(tokens, after) != "day" or weeks[0] in (1, -1) or len(weeks) > 1:
        return [], at + 1
    if _monthly_next(tokens, after + 1):
        return [], at + 1
    day = day_of(tokens[after].text) or ""
    text = f"every {tokens[at + 1].text} {tokens[after].text}"
    return [
        Item("days", text, days=((weeks[0], day),)), doubt(asking.SECOND, text)
    ], after + 1  # fmt: skip


def _ordinals(tokens: Sequence[Token], at: int) -> tuple[list[int], int, bool]:
    weeks, either = [ORDINALS[tokens[at].text]], False
    at += 1
    while len(weeks) < MOST_WEEKS:
        ahead = at
        while kind_at(tokens, ahead) in ("comma", "and", "or") or (
            kind_at(tokens, ahead) == "word" and tokens[ahead].text == "the"
        ):
            either |= kind_at(tokens, ahead) == "or"
            ahead += 1
        if kind_at(tokens, ahead) != "ordinal":
            return weeks, at, either
        weeks.append(ORDINALS[tokens[ahead].text])
        at = ahead + 1
    return weeks, at, either


def _monthly_next(tokens: Sequence[Token], at: int) -> bool:
    return any(token.kind == "monthly" for token in tokens[at : at + 2])


def _run(first: str, last: str) -> list[str]:
    """Round the end of the week where need be: Saturday to Monday."""
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return [WEEKDAYS[place % 7] for place in range(start, end + (1 if end > start else 8))]


def _plain(days: Sequence[str]) -> Selected:
    return tuple((0, day) for day in days)
