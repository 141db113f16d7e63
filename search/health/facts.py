"""How search is doing, as plain values.

Invariant: knows neither Django nor engines; every time has its zone.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Answering:
    """Which engine answers in this process. `main`: the one of the settings; `by`: the one that answered just now,
    empty when none did; `degraded`: another than main; `since`: when main was found away; `problem`: why none did."""

    main: str
    by: str
    degraded: bool = False
    since: datetime | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class IndexStanding:
    """One index of one host (`host` is empty where all share it). `waiting`: assets with a change that it has not yet,
    `oldest`: the first of those changes; `kept`: documents in it, None where this machine cannot count them; `refused`:
    assets that it will not take; `trouble`: why changes cannot be brought in, since when, and when it was last tried;
    `seen`: when somebody last wrote it."""

    index: str
    host: str
    generation: str
    waiting: int
    oldest: datetime | None
    kept: int | None
    refused: int
    trouble: str
    trouble_since: datetime | None
    trouble_at: datetime | None
    seen: datetime


@dataclass(frozen=True, slots=True)
class Meanings:
    """Whether answers come by meaning too. `missing`: why not, a sentence, empty where they do; `waiting`: listings
    whose meaning is not read yet."""

    missing: str = ""
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Health:
    """`belong`: how many listings belong in an index; `refused`: how many any index will not take."""

    answering: Answering
    belong: int
    refused: int
    indexes: tuple[IndexStanding, ...]
    meanings: Meanings = Meanings()
