"""Which times go with which days: items brought together as a reader of the line would.

Invariant: pure; a line whose days and times can be paired in two ways gives a question, and so does what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cms.schedule.names import DAY_NAMES
from cms.schedule.rhythm import WEEKDAYS
from cms.schedule.spoken import asking
from cms.schedule.spoken.asking import quoted
from cms.schedule.spoken.items import Item, Off

_WHEN: Final = ("days", "dates")
_TIMES: Final = ("span", "allday")
_PER_GROUP: Final = (
    "term",
    "holidays",
    "season",
    "bounds",
    "fortnight",
    "counted",
    "off",
    "bank",
    "appointment",
    "monthly",
)
_FOR_ALL: Final = ("term", "holidays", "season", "bounds")


@dataclass(slots=True)
class Group:
    """Days (or dates) with their times, and what was said about them."""

    days: list[Item] = field(default_factory=list)
    times: list[Item] = field(default_factory=list)
    parts: dict[int, str] = field(default_factory=dict)
    said: list[Item] = field(default_factory=list)
    override: bool = False

    def has(self, kind: str) -> bool:
        """Whether something of this kind was said about it."""
        return any(item.kind == kind for item in self.said)


@dataclass(slots=True)
class Grouped:
    """All groups of a text, what goes for all of them, and the questions on the way."""

    groups: list[Group] = field(default_factory=list)
    alone: list[Group] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    closed: bool = False
    said: list[Item] = field(default_factory=list)


def grouped(items: Sequence[Item]) -> Grouped:
    """The groups of a text."""
    told = Grouped(questions=[item.ask for item in items if item.kind == "doubt"])
    told.questions += _either(items)
    told.closed = any(item.kind == "closed" for item in items)
    sticky: list[Item] = []
    segments = _joined(_segments(items))
    for place, segment in enumerate(segments):
        if not _pattern(segment):
            sticky = _by_itself(told, segment, sticky, last=place == len(segments) - 1)
            continue
        for part in _parts(segment):
            _pair(told, part, sticky)
    return told


def _either(items: Sequence[Item]) -> list[str]:
    """ "Or" between days or times: one of them, and nobody knows which."""
    found = []
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        both = before.kind in (*_WHEN, *_TIMES) and after.kind in (*_WHEN, *_TIMES)
        if item.kind == "comma" and item.text == "or" and both:
            found.append(quoted(asking.EITHER, f"{before.text} or {after.text}"))
    return found


def _segments(items: Sequence[Item]) -> list[list[Item]]:
    found: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "break":
            found.append([])
        else:
            found[-1].append(item)
    return [segment for segment in found if any(item.kind not in ("words", "comma", "colon") for item in segment)]


def _pattern(segment: Iterable[Item]) -> str:
    """The order of days and times, each run of one kind once: "DSDS"."""
    order = ""
    for item in segment:
        sign = "D" if item.kind in _WHEN else "S" if item.kind in _TIMES else ""
        if sign and not order.endswith(sign):
            order += sign
    return order


def _joined(segments: list[list[Item]]) -> list[list[Item]]:
    """Lines with days alone take the times of the next; lines with times alone go with the days before."""
    whole = "".join(_pattern(segment) for segment in segments)
    times_first = whole.startswith("S") and whole.endswith("D")
    found: list[list[Item]] = []
    carried: list[Item] = []
    for segment in segments:
        pattern = _pattern(segment)
        if (
            carried
            and pattern[:1]
            and not (times_first and pattern == "D")
            and pattern.startswith("D")
            and _pattern(carried) == "D"
            and len(pattern) > 1
        ):
            found.append(carried)
            carried = []
        if (pattern == "D" and not times_first) or (
            pattern == "S" and (times_first or not _has_days(found)) and not carried
        ):
            carried = [*carried, *([Item("comma", "")] if carried else []), *segment]
        elif pattern == "S" and not carried and found:
            found[-1] = [*found[-1], Item("comma", ","), *segment]
        elif not pattern and carried:
            carried = [*carried, Item("comma", ","), *segment]
        else:
            found.append([*carried, *segment])
            carried = []
    return [*found, carried] if carried else found


def _has_days(found: list[list[Item]]) -> bool:
    return bool(found) and "D" in _pattern(found[-1])


def _parts(segment: list[Item]) -> list[list[Item]]:
    """A line in two ways of speaking at once is taken apart at its commas: "10-12 Monday, Tuesday 2-4"."""
    pattern = _pattern(segment)
    if len(pattern) <= 2 or pattern == "DS" * (len(pattern) // 2) or pattern == "SD" * (len(pattern) // 2):
        return [segment]
    pieces: list[list[Item]] = [[]]
    for item in segment:
        if item.kind == "comma" and _pattern(pieces[-1]) in ("SD", "DS"):
            pieces.append([])
        else:
            pieces[-1].append(item)
    return pieces if all(_pattern(piece) in ("SD", "DS") for piece in pieces) else [segment]


def _pair(told: Grouped, segment: list[Item], sticky: list[Item]) -> None:
    """The groups of one line."""
    pattern = _pattern(segment)
    times_first = pattern.startswith("S")
    groups: list[Group] = []
    owner: list[int] = []
    for item in segment:
        sign = "D" if item.kind in _WHEN else "S" if item.kind in _TIMES else ""
        opens = "S" if times_first else "D"
        if sign == opens and (not groups or (groups[-1].days if times_first else groups[-1].times)):
            groups.append(Group())
        if sign == "D":
            groups[-1].days.append(item)
        elif sign == "S":
            groups[-1].times.append(item)
        owner.append(len(groups) - 1)
    if times_first and len(groups) > 1 and not groups[-1].days:
        told.questions.append(quoted(asking.DAYS_OF, groups[-1].times[0].text))
    _say(told, segment, groups, owner)
    for group in groups:
        group.said += [item for item in sticky if not group.has(item.kind)]
    if times_first and len(groups) > 1 and not groups[-1].days:
        groups.pop()
    told.groups += [group for group in groups if group.times]
    told.alone += [group for group in groups if not group.times]


def _say(told: Grouped, segment: list[Item], groups: list[Group], owner: list[int]) -> None:
    """Give each group what was said about it."""
    last = max((place for place, item in enumerate(segment) if item.kind in (*_WHEN, *_TIMES)), default=-1)
    for place, item in enumerate(segment):
        at = owner[place]
        if item.kind == "part":
            _hint(segment, place, groups, owner)
        elif item.kind == "weeks":
            _weeks(groups[max(at, 0)], item)
        elif item.kind == "override":
            if at + 1 < len(groups):
                groups[at + 1].override = True
        elif item.kind == "lunch":
            _lunch(told, segment, place, groups)
        elif item.kind in _PER_GROUP:
            for group in _whose(told, segment, place, groups, at, last):
                group.said.append(item)


def _whose(told: Grouped, segment: list[Item], place: int, groups: list[Group], at: int, last: int) -> list[Group]:
    item = segment[place]
    if at < 0:
        return groups if item.kind in _FOR_ALL or item.kind in ("off", "bank") else groups[:1]
    before = segment[place - 1].kind if place else ""
    if place > last:
        every = item.kind in ("off", "bank") or before in ("comma", "colon") or _listed_before(segment, place, last)
        if len(groups) == 1:
            # "Monday 10-12. Tuesday 2-4. (term time only)" is one line a group; a line of its own is `_by_itself`.
            return (
                groups
                if not (item.kind == "off" and item.off and (item.off.days or item.off.holidays))
                else [*told.groups, *groups]
            )
        if every and item.kind not in ("fortnight", "counted", "monthly"):
            return groups
        if item.kind != "appointment":
            told.questions.append(quoted(asking.WHO, item.text))
        return groups[-1:]
    following = segment[place + 1].kind if place + 1 < len(segment) else ""
    if (
        item.kind in ("fortnight", "counted", "monthly", *_FOR_ALL)
        and following in _WHEN
        and before in ("comma", "colon", "words")
    ):
        return groups[at + 1 : at + 2]
    if (
        item.kind == "fortnight"
        and following in _WHEN
        and item.text != "fortnightly"
        and groups[at].times
        and groups[at].days
    ):
        return groups[at + 1 : at + 2]
    if item.kind == "off" and item.off and item.off.holidays:
        return groups
    return groups[at : at + 1]


def _listed_before(segment: list[Item], place: int, last: int) -> bool:
    """Whether what goes for all of them began before: "…, term time only, not August"."""
    return any(item.kind == "comma" for item in segment[last + 1 : place])


def _hint(segment: list[Item], place: int, groups: list[Group], owner: list[int]) -> None:
    """A part of the day goes with the time next to it: behind it, or before it where the line goes on with days."""
    text = segment[place].text
    part = (
        "morning"
        if text.startswith(("m", "a", "b")) and not text.startswith("after")
        else "evening"
        if text[0] in "en"
        else "afternoon"
    )
    ahead = next((item for item in segment[place + 1 :] if item.kind in (*_TIMES, *_WHEN)), None)
    behind = next((item for item in reversed(segment[:place]) if item.kind in (*_TIMES, *_WHEN)), None)
    chosen = (
        ahead
        if ahead and ahead.kind == "span" and not (behind and behind.kind == "span" and segment[place - 1] is behind)
        else None
    )
    if chosen is None and behind and behind.kind == "span":
        chosen = behind
    if chosen is None and ahead and ahead.kind in _WHEN:
        spans = [item for item in segment[place + 1 :] if item.kind == "span"]
        chosen = spans[0] if spans else None
    if chosen is None and ahead is None and behind and owner[place] >= 0:
        chosen = next(reversed(groups[owner[place]].times), None)  # "7.45 on Wednesday evenings"
    for group in groups:
        for number, item in enumerate(group.times):
            if item is chosen:
                group.parts[number] = part


def _weeks(group: Group, item: Item) -> None:
    group.days = [
        Item(
            "days", f"{item.text} {each.text}", days=tuple((week, day) for week in item.numbers for _, day in each.days)
        )
        for each in group.days
    ]


def _lunch(told: Grouped, segment: list[Item], place: int, groups: list[Group]) -> None:
    """The break beside it: "closed 1-2 for lunch"."""
    ahead = segment[place + 1] if place + 1 < len(segment) else None
    behind = segment[place - 1] if place else None
    pause = ahead if ahead and ahead.kind == "span" else behind if behind and behind.kind == "span" else None
    for group in groups:
        if pause is not None and any(item is pause for item in group.times):
            others = [each for each in groups if each is not group and each.days and each.times]
            if not group.days and len(group.times) == 1 and others:
                for each in others:
                    each.said.append(Item("lunch", pause.text, start=pause.start, end=pause.end))
                group.times = []
            elif len(group.times) > 1:
                group.said.append(Item("lunch", pause.text, start=pause.start, end=pause.end))
                group.times = [item for item in group.times if item is not pause]
            return
    if not any(group.has("lunch") for group in groups):
        told.questions.append(asking.LUNCH)


def _by_itself(told: Grouped, segment: list[Item], sticky: list[Item], *, last: bool) -> list[Item]:
    """A line that only says something about times: for what follows, as a heading, or for all that was before."""
    said = [item for item in segment if item.kind in _PER_GROUP]
    heading = segment[-1].kind == "colon" or not told.groups
    for item in said:
        if item.kind in ("off", "bank"):
            told.said.append(item)
        elif heading and not last:
            sticky = [*(each for each in sticky if each.kind not in _FOR_ALL), item]
        elif last or not told.groups or item.kind == "appointment":
            told.said.append(item)
        else:
            told.questions.append(quoted(asking.WHO, item.text))
            told.said.append(item)
    if any(item.kind == "lunch" for item in segment):
        told.questions.append(asking.LUNCH)
    return sticky


def day_names(items: Iterable[Item]) -> str:
    """The days of these items, to ask about: "Monday and Thursday"."""
    codes = dict.fromkeys(day for item in items for _, day in item.days)
    names = [DAY_NAMES[WEEKDAYS.index(code)] for code in WEEKDAYS if code in codes]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def off_of(items: Iterable[Item]) -> list[Off]:
    """All that is not on."""
    return [item.off for item in items if item.off]


def bounds_of(items: Iterable[Item]) -> tuple[date | None, date | None]:
    """First and last day, where they were said."""
    first = until = None
    for item in items:
        if item.kind == "bounds":
            first, until = item.first or first, item.until or until
    return first, until
