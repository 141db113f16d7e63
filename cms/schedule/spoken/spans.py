"""From when to when, as it is written: the half of the day is settled later, when more is known.

Invariant: a number by itself is a time only where a word before it says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from cms.schedule.spoken import asking
from cms.schedule.spoken.clock import Said, said
from cms.schedule.spoken.items import Item, doubt
from cms.schedule.spoken.tokens import Token, kind_at

Taken = tuple[list[Item], int]


def span_item(tokens: Sequence[Token], at: int) -> Taken:
    """A span or a single time that begins at this token; words where the number is none."""
    token = tokens[at]
    start = _time(token)
    before = tokens[at - 1].kind if at else ""
    if start is None:
        return _no_time(token), at + 1
    if before == "range" and not tokens[at - 1].text.startswith("-") and (token.kind == "clock" or _till(tokens, at)):
        return [doubt(asking.NO_START, token.text)], at + 1
    after = _skip(tokens, at + 1)
    kind = tokens[after].kind if after < len(tokens) else ""
    if kind == "late":
        return [Item("span", token.text, start=start), Item("words", tokens[after].text)], after + 1
    if kind == "range" or (kind == "and" and before == "between"):
        behind = _skip(tokens, after + 1)
        if behind < len(tokens) and (end := _time(tokens[behind])) is not None:
            return _spanned(tokens, at, behind, start, end)
    while kind == "break" and tokens[after].text == "|" and after + 1 < len(tokens):
        after, kind = after + 1, tokens[after + 1].kind  # opens and closes in two cells of a table
    if (
        kind == "clock"
        and token.kind == "clock"
        and tokens[after - 1].kind in ("clock", "break")
        and (end := _time(tokens[after]))
    ):
        return [Item("span", f"{token.text} {tokens[after].text}", start=start, end=end)], after + 1
    if token.kind == "clock" or before in ("at", "since") or kind == "onwards":
        return [Item("span", token.text, start=start)], at + 1
    lonely = before == "day" and kind in ("", "break", "comma", "day", "close")
    return [doubt(asking.NUMBER, token.text) if lonely else Item("words", token.text)], at + 1


def _till(tokens: Sequence[Token], at: int) -> bool:
    """ "Mon-Fri 9-5 (Thurs till 8)": a number behind a day and "till" is when it ends."""
    return at > 1 and tokens[at - 2].kind == "day" and kind_at(tokens, at + 1) in ("", "break", "comma", "close", "and")


def _spanned(tokens: Sequence[Token], at: int, behind: int, start: Said, end: Said) -> Taken:
    first, last = tokens[at], tokens[behind]
    text = f"{first.text} {'-' if tokens[behind - 1].text == '-' else 'to'} {last.text}"
    bare = first.kind == "number" and last.kind == "number"
    if bare and (start.hour > 12 or end.hour > 12):
        return [Item("words", text)], behind + 1  # ages, most likely: nobody writes 13-19 for a time of day
    onwards = behind + 1
    if (
        onwards + 1 < len(tokens)
        and tokens[onwards].kind == "range"
        and _time(tokens[onwards + 1])
        and tokens[onwards + 1].kind == "clock"
    ):
        return [doubt(asking.STRANGE, text)], onwards + 2
    if (first.text, last.text) == ("00:00", "24:00"):
        return [Item("allday", text)], onwards
    return [Item("span", text, start=start, end=end)], onwards


def _time(token: Token) -> Said | None:
    if token.kind == "clock":
        return said(token.text)
    if token.kind == "number" and token.text.isdigit() and len(token.text) <= 2:
        return said(token.text)
    return None


def _no_time(token: Token) -> list[Item]:
    if token.kind == "clock":
        return [doubt(asking.NUMBER, token.text)]
    return [Item("words", token.text)]


def _skip(tokens: Sequence[Token], at: int) -> int:
    """Past the small words that may stand inside a span: "from 10am (sharp) to noon"."""
    while (
        at < len(tokens)
        and tokens[at].kind in ("word", "at")
        and tokens[at].text in ("at", "approx", "about", "around", "prompt", "sharp", "from")
    ):
        at += 1
    return at
