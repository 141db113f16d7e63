"""What somebody asks of the page, from its address and back.

Invariant: pure. Anything that an address can hold gives something to show; what cannot be read is told in one sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Self
from urllib.parse import urlencode

from cms.schedule.names import full_date
from cms.schedule.slots import PARTS

DAY: Final = timedelta(days=1)
TODAY, TOMORROW, THIS_WEEK = "today", "tomorrow", "week"
TICKS: Final = ("free", "step_free", "family", "quiet")
LAST_PAGE: Final = 10_000
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True)
class Asked:
    """`when`: as it stands in the address, in one form. `first` and `last`: the days it means, one or those of a week
    that are not over. `ward`, `topic`: codes; `parts`: of the day, in order; `ticks`: names of `TICKS`. `wrong`: what
    could not be read."""

    when: str
    first: date
    last: date
    ward: str = ""
    topic: str = ""
    parts: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    page: int = 1
    wrong: str = ""

    @property
    def week(self) -> bool:
        return self.when == THIS_WEEK or bool(_WEEK.fullmatch(self.when))

    @property
    def narrowed(self) -> bool:
        return bool(self.ward or self.topic or self.parts or self.ticks)

    def at(self, when: str) -> Self:
        """The same of another time, from its first page."""
        return replace(self, when=when, page=1)

    def wide(self) -> Self:
        """The same time, of everything."""
        return replace(self, ward="", topic="", parts=(), ticks=(), page=1)

    def query(self) -> str:
        """What stands behind the question mark; nothing for everything today."""
        pairs = [("when", self.when if self.when != TODAY else ""), ("ward", self.ward), ("topic", self.topic)]
        pairs += [("time", part) for part in self.parts] + [(tick, "on") for tick in self.ticks]
        pairs += [("page", str(self.page) if self.page > 1 else "")]
        found = urlencode([(name, value) for name, value in pairs if value])
        return f"?{found}" if found else ""


def asked(
    given: Mapping[str, str],
    parts: list[str],
    *,
    today: date,
    window: tuple[date, date],
    wards: set[str],
    topics: set[str],
) -> Asked:
    """What an address asks for. `parts`: every `time` in it; `window`: the days that dates are known for; `wards` and
    `topics`: the codes that there are."""
    when, first, last, wrong = _when(given.get("when", "").strip(), today, window)
    ward, topic = given.get("ward", ""), given.get("topic", "")
    return Asked(
        when,
        first,
        last,
        ward=ward if ward in wards else "",
        topic=topic if topic in topics else "",
        parts=tuple(part for part in PARTS if part in parts),
        ticks=tuple(tick for tick in TICKS if given.get(tick)),
        page=_page(given.get("page", "")),
        wrong=wrong or _lost(ward, wards, "ward") or _lost(topic, topics, "topic"),
    )


def week_of(day: date) -> str:
    """The week of a day as an address has it: 2026-W49 (ISO 8601)."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _when(text: str, today: date, window: tuple[date, date]) -> tuple[str, date, date, str]:
    if text == TOMORROW:
        return TOMORROW, today + DAY, today + DAY, ""
    if text in ("", TODAY):
        return TODAY, today, today, ""
    if text == THIS_WEEK:
        return _week(monday_of(today), today, window)
    first = _monday(text) if _WEEK.fullmatch(text) else _date(text)
    if first is None:
        return TODAY, today, today, "We could not read that date, so here is today."
    if first > window[1]:
        return TODAY, today, today, f"We know dates up to {full_date(window[1])}. Here is today."
    over = first + 6 * DAY < today if _WEEK.fullmatch(text) else first < today
    if over:
        return TODAY, today, today, "That is over, so here is today."
    return _week(first, today, window) if _WEEK.fullmatch(text) else _one_day(first, today)


def _week(monday: date, today: date, window: tuple[date, date]) -> tuple[str, date, date, str]:
    """A week that has begun is told from today on."""
    when = THIS_WEEK if monday <= today else week_of(monday)
    return when, max(monday, today), min(monday + 6 * DAY, window[1]), ""


def _one_day(day: date, today: date) -> tuple[str, date, date, str]:
    names = {today: TODAY, today + DAY: TOMORROW}
    return names.get(day, day.isoformat()), day, day, ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _monday(text: str) -> date | None:
    year, number = text.split("-W")
    try:
        return date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        return None


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _lost(code: str, known: set[str], what: str) -> str:
    return f"We do not know that {what}, so this is of all of them." if code and code not in known else ""
