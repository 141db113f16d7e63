"""The days on which a rhythm does not hold: closed and cancelled days, extra ones, bank holidays, school holidays.

Invariant: an extra day always runs unless it is cancelled; a cancelled day is one that would have run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, get_args

from cms.schedule.names import full_date
from cms.schedule.rhythm import RhythmProblem

Nation = Literal["ENG", "WLS", "SCT", "NIR"]
NATIONS: Final[tuple[Nation, ...]] = get_args(Nation)


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What a group says about single days; without arguments, no exceptions at all.

    `cancelled` gives a reason for each day, for people to read. `bank_holidays` "off" means it does not run on them.
    `term_time` means it runs only inside the terms of its education authority. Raises `RhythmProblem`.
    """

    closed: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()
    cancelled: Mapping[date, str] = field(default_factory=dict, hash=False)
    bank_holidays: Literal["on", "off"] = "on"
    term_time: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "closed", frozenset(self.closed))
        object.__setattr__(self, "extra", frozenset(self.extra))
        object.__setattr__(self, "cancelled", dict(self.cancelled))
        if self.bank_holidays not in ("on", "off"):
            raise RhythmProblem("bank_holidays", "Choose whether it runs on bank holidays: on or off.")
        both = sorted(self.closed & self.extra)
        if both:
            raise RhythmProblem("extra", f"{full_date(both[0])} is both closed and extra. Take it out of one of them.")


@dataclass(frozen=True, slots=True)
class Terms:
    """The school terms of one education authority: first and last days, both in term. Half terms are the gaps."""

    ranges: tuple[tuple[date, date], ...]

    def __post_init__(self) -> None:
        for starts, ends in self.ranges:
            if ends < starts:
                raise RhythmProblem("ends", f"The term from {full_date(starts)} must end on or after that day.")

    def __contains__(self, day: date) -> bool:
        return any(starts <= day <= ends for starts, ends in self.ranges)


@lru_cache(maxsize=64)
def bank_holidays(nation: Nation, year: int) -> Mapping[date, str]:
    """Days and names of one nation's bank holidays in one calendar year; from the `holidays` package, no network.

    A holiday that falls on a weekend is there twice, on its own day and on its substitute day: nobody opens on
    Boxing Day because it is a Saturday. Empty outside the years the package knows (1872 to 2100).
    Raises ValueError for a nation that is none of `NATIONS`.
    """
    if nation not in NATIONS:
        raise ValueError(f"Unknown nation {nation!r}. Use one of {', '.join(NATIONS)}.")
    import holidays  # here, as it takes a fifth of a second that most commands need not wait for

    known = holidays.country_holidays("GB", subdiv=nation, years=year)
    named = {day: name.replace(" (observed)", " (substitute day)") for day, name in sorted(known.items())}
    return MappingProxyType({day: name for day, name in named.items() if day.year == year})
