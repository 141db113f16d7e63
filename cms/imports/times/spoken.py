"""Opening times in free words as sessions, where they leave no doubt: "Tuesdays 10am-12noon term time only".

Invariant: pure; either every word is understood, or there are no sessions and the words stay as they are. Nothing is
guessed: "fortnightly" without a date, "6-8" without a half of the day and words that we do not know are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from functools import lru_cache
from typing import NamedTuple

from cms.imports.drafts import SessionDraft
from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken.clock import Said, said, span

LONGEST = 400
MOST = 21
_DAYS = {
    name: code
    for code, names in zip(
        WEEKDAYS,
        ("monday mon mo llun", "tuesday tue tues tu", "wednesday wed weds we", "thursday thu thur thurs th",
         "friday fri fr", "saturday sat sa", "sunday sun su"), strict=True,
    )
    for name in names.split()
}  # fmt: skip
_ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4, "last": -1}
_PHRASES = (
    (re.compile(r"\b(?:during |in )?(?:school )?term[ -]?times?(?: only)?\b|\b(?:during|in) (?:school )?term\b"),
     "TERM"),
    (re.compile(r"\b(?:not |except |excluding |excl\.? |closed )(?:on |for )?(?:bank|public) holidays?\b"), ""),
    (re.compile(r"\b(?:incl(?:uding|\.)? |and |open )(?:on )?(?:bank|public) holidays\b"), "BANK"),
    (re.compile(r"\b(?:of|in|each|every) (?:the |each |every )?(?:calendar )?months?\b|\bmonthly\b"), "MONTH"),
    (re.compile(r"\b(?:daily|every ?day|7 days a week|seven days a week|each day|all week)\b"), "DAILY"),
    (re.compile(r"\b(?:weekdays|every weekday|week days)\b"), "monday to friday"),
    (re.compile(r"\b(?:at )?weekends\b"), "saturday and sunday"),
    (re.compile(r"\b(?:all year(?: round)?|year[ -]round|throughout the year|52 weeks a year)\b"), ""),
    (re.compile(r"\b(?:drop[ -]?in|open(?:s|ing)?(?: times| hours)?|sessions?|session times|meets?|meeting|we meet|"
                r"weekly|every week|once a week|each week|times?|days?|hours|from|between|at|on|every|each|the|hrs|"
                r"and then|both)\b:?"), " "),
)  # fmt: skip
_TOKEN = re.compile(
    r"\s*(?:(?P<clock>(?:12 ?noon|12 ?midday|noon|midday|midnight|"
    r"(?:[01]?\d|2[0-4])(?:[:.h]\d{2})(?:\s*[ap]\.?\s?m\b\.?)?"
    r"|\d{1,2}\s*[ap]\.?\s?m\b\.?|(?:[01]\d|2[0-3])[0-5]\d(?:\s?hrs)?|\d{1,2}(?!\w)))"
    r"|(?P<range>-|–|—|\bto\b|\btill?\b|\buntil\b|\bthrough\b|\bthru\b)"
    r"|(?P<also>,|&|\+|\band\b|/|;|\n|\||\.(?=\s|$)|:)"
    r"|(?P<mark>TERM|BANK|MONTH|DAILY)"
    r"|(?P<word>[a-z0-9]+))", re.DOTALL)  # fmt: skip


class Token(NamedTuple):
    """A piece that means something."""

    kind: str
    text: str


@dataclass(slots=True)
class _Group:
    """Days (or weeks of the month) with the times that were said for them."""

    days: list[str] = field(default_factory=list)
    weeks: list[int] = field(default_factory=list)
    daily: bool = False
    spans: list[tuple[Said, Said | None]] = field(default_factory=list)
    term: bool = False
    bank: bool = False
    month: bool = False


class _Unsure(Exception):
    """Something in it leaves a doubt."""


@lru_cache(maxsize=20_000)
def sessions_in(text: str) -> tuple[SessionDraft, ...]:
    """The sessions of a text, or none."""
    plain = _prepared(text)
    if not plain or len(plain) > LONGEST:
        return ()
    try:
        groups = _grouped(list(_tokens(plain)))
        found = tuple(dict.fromkeys(draft for group in groups for draft in _drafts(group)))
    except _Unsure:
        return ()
    return found if len(found) <= MOST else ()


def _prepared(text: str) -> str:
    plain = " ".join(text.replace("\r", "\n").replace("\n", " ; ").split()).casefold()
    plain = re.sub(r"(?<=[a-z])\(s\)", "s", plain)
    plain = re.sub(r"[()\[\]*•·]", " ", plain).replace("’", "'").replace("p.m.", "pm").replace("a.m.", "am")
    plain = re.sub(r"(?<=\d)\s*(?=[ap]m\b)", "", plain)
    plain = re.sub(r"(\d(?:[ap]m)?)\s*(?:-|–|—|to)\s*(?=\d)", r"\1 - ", plain)
    for pattern, instead in _PHRASES:
        plain = pattern.sub(f" {instead} ", plain)
    return " ".join(plain.split()).strip(" .,;")


def _tokens(plain: str) -> Iterator[Token]:
    at = 0
    while at < len(plain):
        found = _TOKEN.match(plain, at)
        if found is None:
            raise _Unsure
        at = found.end()
        kind = found.lastgroup or ""
        word = found[kind]
        if kind != "word":
            yield Token(kind, word)
        elif (day := _day(word)) is not None:
            yield Token("day", day)
        elif word in _ORDINALS:
            yield Token("week", word)
        else:
            raise _Unsure


def _day(word: str) -> str | None:
    if word in _DAYS:
        return _DAYS[word]
    return _DAYS.get(word.removesuffix("s")) if len(word) > 3 else None


def _grouped(tokens: list[Token]) -> list[_Group]:
    """Days gather until their times; the next day after a time opens the next group."""
    groups: list[_Group] = []
    now = _Group()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind in ("day", "week") or token.text == "DAILY":
            if now.spans:
                groups.append(now)
                now = _Group()
            at = _take_days(tokens, at, now)
        elif token.kind == "clock":
            at = _take_span(tokens, at, now)
        elif token.kind == "mark":
            now.term |= token.text == "TERM"
            now.bank |= token.text == "BANK"
            now.month |= token.text == "MONTH"
            at += 1
        elif token.kind == "also":
            at += 1
        else:
            raise _Unsure
    groups.append(now)
    return _shared(groups)


def _take_days(tokens: list[Token], at: int, now: _Group) -> int:
    token = tokens[at]
    if token.text == "DAILY":
        now.daily = True
        return at + 1
    if token.kind == "week":
        now.weeks.append(_ORDINALS[token.text])
        return at + 1
    if at + 2 < len(tokens) and tokens[at + 1].kind == "range" and tokens[at + 2].kind == "day":
        start, end = WEEKDAYS.index(token.text), WEEKDAYS.index(tokens[at + 2].text)
        if end <= start:
            raise _Unsure
        now.days += WEEKDAYS[start : end + 1]
        return at + 3
    now.days.append(token.text)
    return at + 1


def _take_span(tokens: list[Token], at: int, now: _Group) -> int:
    start = said(tokens[at].text)
    if start is None:
        raise _Unsure
    if at + 2 < len(tokens) and tokens[at + 1].kind == "range" and tokens[at + 2].kind == "clock":
        end = said(tokens[at + 2].text)
        if end is None:
            raise _Unsure
        now.spans.append((start, end))
        return at + 3
    now.spans.append((start, None))
    return at + 1


def _shared(groups: list[_Group]) -> list[_Group]:
    """What stands at the end alone goes for all: "Mon 10-12, Wed 2-4pm, term time only". Days first, or times first."""
    if len(groups) == 2 and groups[0].spans and not (groups[0].days or groups[0].daily):  # "10am-12pm Tuesdays"
        if not groups[1].spans:
            groups[1].spans = groups[0].spans
            groups = groups[1:]
        else:
            raise _Unsure
    if len(groups) > 1 and not groups[-1].spans:
        raise _Unsure
    if len(groups) > 1 and groups[-1].term:
        if any(group.term for group in groups[:-1]) and not all(group.term for group in groups):
            raise _Unsure
        for group in groups:
            group.term = True
    return groups


def _drafts(group: _Group) -> Iterator[SessionDraft]:
    if not group.spans or not (group.days or group.daily) or (group.daily and (group.days or group.weeks)):
        raise _Unsure
    if group.month and not group.weeks:
        raise _Unsure
    if len(group.spans) > 1 and any(end is None for _, end in group.spans):
        raise _Unsure  # "10am, 12pm": two times, or from the one to the other
    rhythm = "daily" if group.daily else "monthly" if group.weeks else "weekly"
    for start, end in group.spans:
        times: tuple[time, time | None] | None = span(start, end)
        if times is None:
            raise _Unsure
        yield SessionDraft(
            rhythm=rhythm,
            days=tuple(day for day in WEEKDAYS if day in group.days),
            weeks_of_month=tuple(week for week in (1, 2, 3, 4, -1) if week in group.weeks),
            start=times[0],
            end=times[1],
            term_time=group.term,
            on_bank_holidays=group.bank,
        )
