"""Times that a text asks for: "in the day", "Tuesday afternoons", "evenings", "weekends".

Invariant: pure; a day without a part of the day means all of it, a part without a day means every day.
"""

import re
from collections.abc import Iterator

from cms.schedule.names import DAY_NAMES
from search.types import DAYS, PARTS
from search.understanding.reading import When

_DAY_NAMES = dict(zip(map(str.lower, DAY_NAMES), DAYS, strict=True))
_DAY = rf"(?P<day>{'|'.join(_DAY_NAMES)})s?"
_PART = r"(?P<part>morning|afternoon|evening)s?"
_PATTERNS = (
    re.compile(rf"\b{_DAY}\s+{_PART}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\b", re.IGNORECASE),
    re.compile(rf"\b(?:in the |of an |of a )?{_PART}\b", re.IGNORECASE),
    re.compile(r"\b(?P<daytime>in the day(?:time)?|daytimes?|during the day)\b", re.IGNORECASE),
    re.compile(r"\b(?P<weekend>(?:at )?(?:the )?weekends?)\b", re.IGNORECASE),
    re.compile(r"\b(?P<weekday>(?:on )?weekdays?)\b", re.IGNORECASE),
)
_NOT_A_WISH = re.compile(r"\b(this|last|yesterday|good|every single)\s+$", re.IGNORECASE)
_WEEKDAYS = DAYS[:5]


def times(text: str) -> Iterator[When]:
    """Each time asked for, in the order of the patterns, never two for the same words."""
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken) or _NOT_A_WISH.search(text[:start]):
                continue
            taken.append((start, end))
            slots, label = _meaning(found.groupdict())
            yield When(slots, label, text[start:end].strip(), start, end)


def _meaning(groups: dict[str, str | None]) -> tuple[frozenset[str], str]:
    if groups.get("daytime"):
        return _slots(_WEEKDAYS, PARTS[:2]), "In the day"
    if groups.get("weekend"):
        return _slots(DAYS[5:], PARTS), "At the weekend"
    if groups.get("weekday"):
        return _slots(_WEEKDAYS, PARTS), "On weekdays"
    day, part = (groups.get("day") or "").lower(), (groups.get("part") or "").lower()
    days = (_DAY_NAMES[day],) if day else DAYS
    label = " ".join(filter(None, (day.capitalize(), part))).strip()
    return _slots(days, (part,) if part else PARTS), label[:1].upper() + label[1:] + "s"


def _slots(days: tuple[str, ...], parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{day}-{part}" for day in days for part in parts)
