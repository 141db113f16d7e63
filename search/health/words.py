"""How search is doing, in plain words.

Invariant: pure; every sentence says what is so and, where somebody can do something about it, what.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from search.health.facts import Answering, Health, IndexStanding, Meanings

NAMES = {
    "tantivy": "The engine on this machine",
    "memory": "The engine in memory",
    "elasticsearch": "Elasticsearch",
}
# Changes are brought in within seconds: what waits for longer waits for somebody.
LONG = timedelta(minutes=1)
_NOT_READ = "A part of it is longer than the index takes, or not of the kind that it expects."
REFUSALS = {
    "mapper_parsing_exception": _NOT_READ,
    "document_parsing_exception": _NOT_READ,
    "illegal_argument_exception": "A part of it is longer or larger than the index takes.",
    "strict_dynamic_mapping_exception": "It has a part that the index does not know. Rebuild the index.",
    "circuit_breaking_exception": "It is too large for the memory that the server has.",
    "": "It is too large.",
}


def name_of(engine: str) -> str:
    """An engine's name, at the beginning of a sentence."""
    return NAMES.get(engine, f"The engine “{engine}”")


def headline(said: Answering) -> str:
    """The one sentence that matters."""
    if not said.by:
        return "Search does not answer."
    if said.degraded:
        return "Search works, on the smaller engine of this machine."
    return "Search works."


def is_well(health: Health, now: datetime) -> bool:
    """Whether nobody need do anything."""
    said, indexes = health.answering, health.indexes
    follows = not any(each.trouble or not each.generation or _is_left_alone(each, now) for each in indexes)
    return bool(said.by) and not said.degraded and not health.refused and follows


def by_meaning(found: Meanings) -> str:
    """Whether answers come by meaning beside words."""
    if found.missing:
        return f"Answers come from words and the interest graph alone. {found.missing}"
    if found.waiting == 1:
        return "The meaning of 1 listing is still being read; it is found by its words meanwhile."
    if found.waiting:
        return (
            f"The meanings of {found.waiting:,} listings are still being read; they are found by their words meanwhile."
        )
    return "Answers come by meaning too: every listing's is read."


def who_answers(said: Answering, zone: ZoneInfo) -> str:
    """Which engine, and since when not the usual one."""
    if not said.by:
        return said.problem
    if not said.degraded:
        return f"{name_of(said.by)} answers."
    since = f" since {when(said.since, zone)}" if said.since else " just now"
    return (
        f"{name_of(said.main)} has not answered{since}. {name_of(said.by)} answers the same questions meanwhile, and "
        "pages say so. We look every few seconds whether it is back."
    )


def whose(index: IndexStanding) -> str:
    """ "Elasticsearch, for all machines", "The engine on this machine: web-1"."""
    if not index.host:
        return f"{name_of(index.index)}, for all machines"
    return f"{name_of(index.index).replace('this machine', index.host)}"


def how_far(index: IndexStanding, now: datetime, zone: ZoneInfo) -> list[str]:
    """Where it stands against the log of changes, and why."""
    told = [_position(index, now)]
    if index.trouble and index.trouble_since and index.trouble_at:
        since, last = when(index.trouble_since, zone), ago(now - index.trouble_at)
        told.append(f"Changes cannot be brought in: {index.trouble} So since {since}, last tried {last} ago.")
    elif _is_left_alone(index, now):
        told.append(
            f"Nobody has written it since {when(index.seen, zone)}. See that “manage.py search_drain --forever” runs."
        )
    return told


def how_much(index: IndexStanding, belong: int) -> str:
    """Its documents beside the listings that belong in it."""
    if index.kept is None:
        return "Cannot be counted from here."
    return f"{index.kept:,} of {belong:,} listings" if index.kept <= belong else f"{index.kept:,}, of {belong:,} wanted"


def refusal(reason: str) -> str:
    """Why an index will not take a listing. The engine's own word stays for whoever has to look it up."""
    said = REFUSALS.get(reason, "The index does not take it as it is.")
    return f"{said} ({reason})" if reason else said


def ago(span: timedelta) -> str:
    """ "12 seconds", "1 minute", "3 hours", "2 days"."""
    seconds = max(0, int(span.total_seconds()))
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            return f"{seconds // size} {word}{'' if seconds < 2 * size else 's'}"
    return f"{seconds} second{'' if seconds == 1 else 's'}"


def when(moment: datetime, zone: ZoneInfo) -> str:
    """ "14:05 on 29 November"."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M} on {local.day} {local:%B}"


def _position(index: IndexStanding, now: datetime) -> str:
    if not index.generation:
        return "Not built yet: the next drain does it."
    if not index.waiting or index.oldest is None:
        return "Up to date."
    listings = "1 change waits" if index.waiting == 1 else f"{index.waiting:,} changes wait"
    return f"{listings}, the oldest for {ago(now - index.oldest)}."


def _is_left_alone(index: IndexStanding, now: datetime) -> bool:
    return index.oldest is not None and now - index.oldest > LONG
