"""Tokens as items: days with their weeks, spans of time, seasons, dates, and when it is not on.

Invariant: one pass from left to right; each reader takes at least one token and says how many.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from cms.schedule.spoken import asking
from cms.schedule.spoken.asking import quoted
from cms.schedule.spoken.dated import dated, month_item
from cms.schedule.spoken.items import Item, Off, doubt
from cms.schedule.spoken.not_on import not_on
from cms.schedule.spoken.selectors import SELECTORS, selector, weeks_before
from cms.schedule.spoken.spans import span_item
from cms.schedule.spoken.tokens import Token

Taken = tuple[list[Item], int]
_PLAIN: Final = {
    "break": "break",
    "comma": "comma",
    "and": "comma",
    "or": "comma",
    "colon": "colon",
    "term": "term",
    "fortnight": "fortnight",
    "monthly": "monthly",
    "part": "part",
    "allday": "allday",
    "lunch": "lunch",
}
_SIGNS: Final = frozenset("range open close at between onwards inclusive sign plus every year nth late".split())
_QUIET: Final = frozenset(
    "on in the a an at is are we from for of to open opens opening times time hours hour only every each week weekly "
    "meet meets meeting session sessions group club our held runs run starts ends days day all per once again "
    "strictly usually normally generally between".split()
)
"""Words that say nothing more about when it is on."""
_NAMED_AFTER_A_DAY: Final = frozenset(
    "club clubs lounge room group gang crew circle choir fellowship friends social market cafe café table".split()
)
"""What is named after a day: "the Friday Club", which may meet on Thursdays; "the Sun Lounge"."""


def items(tokens: Sequence[Token], today: date) -> list[Item]:
    """The items of a text, in order."""
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        new, at_next = _READERS.get(tokens[at].kind, _other)(tokens, at, today, found)
        found += new
        at = max(at_next, at + 1)
    return found


def _other(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    token = tokens[at]
    if token.kind in _PLAIN:
        return [Item(_PLAIN[token.kind], token.text)], at + 1  # type: ignore[arg-type]
    if token.kind in _SIGNS or (token.kind == "word" and token.text in _QUIET):
        return [], at + 1
    return [Item("words", token.text)], at + 1


def _days(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    new, after = selector(tokens, at)
    if new and after == at + 1 and after < len(tokens) and tokens[after].text in _NAMED_AFTER_A_DAY:
        return [replace(new[0], name=True), *new[1:]], after + 1
    day_then_date = new and after < len(tokens) and tokens[at].kind == "day" and len(new[0].days) == 1
    skip = after + (
        1 if day_then_date and tokens[after].kind in ("comma", "word") and tokens[after].text in ",the" else 0
    )
    if day_then_date and skip < len(tokens) and tokens[skip].kind in ("date", "datelist"):
        told, after = dated(tokens, skip, today, new[0].days[0][1])
        every = tokens[at].text.endswith("days") and told and told[0].kind == "bounds"
        return ([*new, *told] if every else told), after  # "Tuesdays, 12 January to 16 March": each one between them
    return new, after


def _ordinal(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    if taken := weeks_before(tokens, at, found):
        return taken
    return [Item("words", tokens[at].text)], at + 1


def _doubt(question: str) -> Callable[[Sequence[Token], int, date, list[Item]], Taken]:
    def read(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
        text = tokens[at].text
        return [doubt(question, text)], at + 1

    return read


def _twice(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    text = tokens[at].text
    return [Item("doubt", text, ask=quoted(asking.BIWEEKLY if "week" in text else asking.HOW_OFTEN, text))], at + 1


def _counted(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    numbers = {"three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}
    words = tokens[at].text.replace("-", " ").removeprefix("every ").split()
    return [Item("counted", tokens[at].text, numbers=(numbers.get(words[0]) or int(words[0]),))], at + 1


def _fortnight_of(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    """ "Every other", before a day."""
    if at + 1 < len(tokens) and tokens[at + 1].kind in ("day", "weekend"):
        return [Item("fortnight", tokens[at].text)], at + 1
    return _doubt(asking.STRANGE)(tokens, at, today, found)


def _appointment(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    """Besides the times, it says nothing about them: "or by appointment"."""
    before = [token for token in tokens[max(at - 4, 0) : at] if token.kind != "open"]
    beside = any(
        token.kind in ("or", "part") or token.text in ("other", "otherwise", "outside", "out", "also")
        for token in before
    )
    return ([Item("words", tokens[at].text)] if beside else [Item("appointment", tokens[at].text)]), at + 1


def _bank(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    """Bank holidays by themselves: closed where that follows, otherwise it is asked."""
    after = at + 1
    while after < len(tokens) and tokens[after].kind in ("colon", "range", "comma", "open"):
        after += 1
    if after < len(tokens) and tokens[after].kind == "closed":
        days = _days_joined(found)
        return [*days, *not_on(tokens, after, today, found, ahead=[tokens[at]])[0]], after + 1
    return [doubt(asking.DATE, tokens[at].text)], at + 1


def _days_joined(found: list[Item]) -> list[Item]:
    """The days that are closed with it: "Sundays and bank holidays closed"."""
    place = len(found) - (2 if found and found[-1].kind == "comma" else 1)
    if place < 0 or found[place].kind != "days":
        return []
    days = found[place].days
    del found[place:]
    return [Item("off", "closed", off=Off(days=days))]


def _including(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    after = at + 1
    if after < len(tokens) and tokens[after].kind == "ph":
        if after + 1 < len(tokens) and tokens[after + 1].kind == "closed":
            return _bank(tokens, after, today, found)
        joined = [token for token in tokens[max(at - 20, 0) : at] if token.kind in ("closed", "except")]
        if tokens[at].text == "and" and not joined and not found:
            return [], after
        return [Item("bank", tokens[after].text)], after + 1
    return [], after


def _school(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    after = at + 1
    while after < len(tokens) and tokens[after].kind in ("colon", "range"):
        after += 1
    if after < len(tokens) and tokens[after].kind == "closed":
        return not_on(tokens, after, today, found, ahead=[tokens[at]])
    return [Item("holidays", tokens[at].text)], at + 1


def _dated(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    return dated(tokens, at, today)


def _month(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    return month_item(tokens, at)


def _span(tokens: Sequence[Token], at: int, today: date, found: list[Item]) -> Taken:
    return span_item(tokens, at)


_READERS: Final[dict[str, Callable[[Sequence[Token], int, date, list[Item]], Taken]]] = {
    **dict.fromkeys(SELECTORS, _days),
    **dict.fromkeys(("date", "datelist", "dayspan", "since", "untildate", "named"), _dated),
    **dict.fromkeys(("clock", "number"), _span),
    **dict.fromkeys(("closed", "except"), not_on),
    "ordinal": _ordinal,
    "month": _month,
    "other": _fortnight_of,
    "counted": _counted,
    "twice": _twice,
    "doubt": _doubt(asking.STRANGE),
    "appointment": _appointment,
    "ph": _bank,
    "including": _including,
    "school": _school,
}
