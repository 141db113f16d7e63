"""How far a rebuild has come, kept beside the position, so that one that was broken off goes on where it was.

Invariant: whatever the mark says is in the generation is in it; what it does not say may be there too, and is written
again. Only a generation of this code's layout and of this day's dates is gone on with, by whoever holds the lease.
"""

from dataclasses import dataclass, replace
from datetime import date

from search.engines.base import Engine
from search.indexing import outbox
from search.indexing.lease import Lease
from search.indexing.outbox import Mark
from search.models import IndexPosition


@dataclass(frozen=True, slots=True)
class Build:
    """A generation with the listings up to the id `upto`, as they were at `mark` or later, dates counted from `day`."""

    generation: str
    day: date
    mark: Mark
    upto: int = 0


def unfinished(engine: Engine, position: IndexPosition, day: date) -> Build | None:
    """The rebuild that was broken off, when it is still good."""
    mark = Mark(position.built_xact, position.built_change)
    good = position.building and position.building_day == day and not outbox.ahead_of_time(mark)
    if not good or not engine.has_generation(position.building):
        return None
    return Build(position.building, day, mark, position.built_to)


def begun(engine: Engine, day: date, mark: Mark) -> Build:
    """A rebuild from nothing."""
    return Build(engine.start_generation(), day, mark)


def kept(lease: Lease, build: Build, upto: int) -> Build:
    """The same build, further on: all changes up to the position's mark are in it as well. Raises LeaseLost."""
    further = replace(build, upto=upto, mark=lease.mark)
    lease.set(**_fields(further))
    return further


def take_up(lease: Lease, build: Build, *, keep_live: bool) -> None:
    """Follow the log from where this build stands: what only the live generation has had is written again in both.

    Without a live one the position speaks of the build already, so that other hosts keep the changes that it still
    has to follow. Raises LeaseLost.
    """
    named = {} if keep_live else {"generation": build.generation}
    lease.set(last_xact=build.mark.xact, last_change=build.mark.change, **named, **_fields(build))


def dropped() -> dict[str, object]:
    """What a position says when there is no rebuild to go on with."""
    return {"building": "", "building_day": None, "built_to": 0, "built_xact": 0, "built_change": 0}


def _fields(build: Build) -> dict[str, object]:
    return {
        "building": build.generation,
        "building_day": build.day,
        "built_to": build.upto,
        "built_xact": build.mark.xact,
        "built_change": build.mark.change,
    }
