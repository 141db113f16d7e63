"""Times of day as people write them: "9.30", "1:30pm", "noon", "1330", a part of a day as Excel keeps it.

Invariant: pure; a time that could be of the morning or of the evening is not one until something else tells.
"""

import re
from datetime import time
from typing import NamedTuple

_CLOCK = re.compile(r"(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?(?::\d{2})?\s*([ap])?\.?\s*(?:m\b\.?)?", re.IGNORECASE | re.ASCII)
_RUN = re.compile(r"(\d{1,2})([0-5]\d)\s*([ap])m", re.ASCII)
_PLAIN_FOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)(?:\s*(?:hrs?|hours|h))?", re.ASCII)
_HOURS_SAID = re.compile(r"(?<=[:.]\d\d)\s*(?:hrs?|hours|h)$")
_FRACTION = re.compile(r"0?\.\d+", re.ASCII)
_HOURS_OF = {
    "morning": (5, 6, 7, 8, 9, 10, 11),
    "afternoon": (12, 1, 2, 3, 4, 5, 6),
    "evening": (4, 5, 6, 7, 8, 9, 10),
}
_NOON = re.compile(r"(?:12(?:[.:]00)?\s*)?(?:pm\s*)?(?:noon|mid-?\s?day)")
_MIDNIGHT = re.compile(r"(?:12(?:[.:]00)?\s*)?mid-?\s?night")


class Said(NamedTuple):
    """A time as it was said. `half`: "a" or "p" where that was said; `sure`: it needs no half (24 hours, noon)."""

    hour: int
    minute: int
    half: str = ""
    sure: bool = False


def said(text: str) -> Said | None:
    """Read one time; None for anything else."""
    plain = " ".join(text.casefold().replace(";", ":").split())
    plain = _HOURS_SAID.sub("", plain)
    if _NOON.fullmatch(plain):
        return Said(12, 0, sure=True)
    if _MIDNIGHT.fullmatch(plain):
        return Said(0, 0, sure=True)
    if found := _PLAIN_FOUR.fullmatch(plain):
        return Said(int(found[1]) % 24, int(found[2]), sure=True) if int(found[1]) < 24 or found[2] == "00" else None
    if _FRACTION.fullmatch(plain):
        minutes = round(float(plain) * 24 * 60)
        return Said(minutes // 60 % 24, minutes % 60, sure=True)
    found = _RUN.fullmatch(plain) or _CLOCK.fullmatch(plain)
    return _clock(found) if found else None


def _clock(found: re.Match[str]) -> Said | None:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if half and hour > 12:
        # "17:00pm" says the same twice; "17:00am" says nothing.
        return Said(hour % 24, minute, sure=True) if half == "p" and found[2] else None
    if half and hour == 0:
        return Said(0, minute, sure=True) if half == "a" and found[2] else None
    sure = not half and (hour > 12 or hour == 0 or (len(found[1]) == 2 and found[1][0] == "0" and bool(found[2])))
    return Said(hour % 24, minute, half, sure)


def span(start: Said, end: Said | None, part: str = "") -> tuple[time, time | None] | None:
    """From when to when; None where morning or evening is anybody's guess, or it ends when it starts.

    The half that only the end says goes for the start too, unless that would turn them round: "10-2pm". Without any,
    1 to 5 are afternoons, 9 to 12 mornings, and 6 to 8 could be either, unless the end tells ("8.30-5") or `part`
    does: "morning", "afternoon" or "evening", said beside it.
    """
    bare = not (start.half or start.sure) and (end is None or not (end.half or end.sure))
    if part and bare and (told := _told_by_part(start, end, part)) is not None:
        return told
    if end is None:
        alone = _alone(start)
        return None if alone is None else (alone, None)
    for begins, ends in _ways(start, end):
        if begins != ends:
            return begins, ends
    return None


def exactly(text: str) -> time | None:
    """A time of a column that holds nothing else: taken by the 24-hour clock where no half is said."""
    found = said(text)
    return None if found is None else _at(found, found.half)


def _told_by_part(start: Said, end: Said | None, part: str) -> tuple[time, time | None] | None:
    if start.hour not in _HOURS_OF[part]:
        return None
    begins = _at(start, "a" if part == "morning" else "p")
    if end is None:
        return begins, None
    if part == "evening" and end.hour == 12 and not end.minute:
        return begins, time(0)
    ends = _first_after(begins, end)
    return (begins, ends) if ends else None


def _ways(start: Said, end: Said) -> list[tuple[time, time]]:
    if start.half == "a" and start.hour == 12:
        return []  # noon or midnight: people write 12am for both
    if start.half or start.sure:
        return _end_told_by_start(start, end)
    if end.half == "p":
        return _before_an_afternoon(start, _at(end, "p"))
    if end.half == "a":
        return [(_at(start, "a"), _at(end, "a"))] if _at(start, "a") < _at(end, "a") else []
    if end.sure:
        return _before_a_sure_end(start, end)
    return _neither_told(start, end)


def _before_a_sure_end(start: Said, end: Said) -> list[tuple[time, time]]:
    if end.hour == 0:
        return [(_at(start, "p"), _at(end, ""))] if 5 <= start.hour <= 11 else []
    begins, ends = _at(start, "a" if end.hour <= 12 else ""), _at(end, "")
    if end.hour > 12 and start.hour < 9:
        later = _at(start, "p")
        return [(later, ends)] if later < ends and start.hour < 6 else ([(begins, ends)] if start.hour >= 7 else [])
    return [(begins, ends)] if begins < ends else []


def _end_told_by_start(start: Said, end: Said) -> list[tuple[time, time]]:
    begins = _at(start, start.half)
    if end.half or end.sure:
        ends = _at(end, end.half)
        overnight = begins.hour >= 17 and ends.hour <= (9 if end.half == "a" or end.sure else 6)
        return [(begins, ends)] if begins < ends or overnight else []
    if start.half == "a" and start.hour <= 8 <= end.hour <= 11 and _at(end, "a") > begins:
        return []  # "7am-9": two hours, or all day
    if after := _first_after(begins, end):
        return [(begins, after)]
    return [(begins, _at(end, "a"))] if begins.hour >= 20 and 1 <= end.hour <= 3 else []


def _before_an_afternoon(start: Said, ends: time) -> list[tuple[time, time]]:
    same = _at(start, "p")
    if same < ends:
        # "9-10pm": an hour late in the evening, or all day.
        return [(same, ends)] if start.hour < 9 or start.hour == 12 else []
    morning = _at(start, "a")
    return [(morning, ends)] if morning < ends and start.hour >= 6 else []


def _neither_told(start: Said, end: Said) -> list[tuple[time, time]]:
    begins = _alone(start)
    if begins is None:
        # "8-5", "8-6", "8.30-12": a day or a morning. "6-8", "7-9" could be either end of the day.
        day = 6 <= start.hour <= 8 and (end.hour < 6 or (end.hour, end.minute) <= (start.hour, start.minute))
        if start.hour == 8 and end.hour == 12:
            return [(_at(start, "a"), _at(end, "p"))]
        return [(_at(start, "a"), _at(end, "p"))] if day else []
    ends = _first_after(begins, end)
    return [(begins, ends)] if ends else []


def _first_after(begins: time, end: Said) -> time | None:
    """The end in the first half of the day in which it comes behind the start."""
    return next((ends for half in "ap" if (ends := _at(end, half)) > begins), None)


def _alone(one: Said) -> time | None:
    if one.half == "a" and one.hour == 12:
        return None
    if one.half or one.sure:
        return _at(one, one.half)
    if 9 <= one.hour <= 12:
        return _at(one, "a" if one.hour < 12 else "p")
    return _at(one, "p") if 1 <= one.hour <= 5 else None


def _at(one: Said, half: str) -> time:
    hour = one.hour
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12 and not one.sure:
        hour = 12 if not one.half else 0
    return time(hour, one.minute)
