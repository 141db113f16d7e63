"""Facets: the groups that a search can be narrowed by, and what of a document is counted in each.

A value's count says how many there would be if it were the group's only choice: everything else that was asked for
holds, the group's own choice does not. Access is the exception, since there every choice must be met: its counts say
how many would be left with the subject ticked as well. Invariant: pure; what is not known is counted nowhere, nought is
left out. The engines of `search.engines` agree on it by one contract suite.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from search.types import DAYS, PARTS, AssetDocument, SearchRequest

FREE = "free"
# Names of what a time costs: free, what one can give, up to `FEW_PENCE`, more.
COSTS = (FREE, "donation", "few", "more")
FEW_PENCE = 500
# Name -> a sign of life (`cms.freshness`: confirmed, or ran) within so many days.
FRESH: Mapping[str, int] = MappingProxyType({"month": 31, "season": 92, "year": 366})


@dataclass(frozen=True, slots=True)
class Group:
    """One group. `values`: of a document, for a request (which narrows days by parts and parts by days); `nothing`:
    the request's fields as they are when nothing of the group is chosen; `every`: all choices must be met."""

    values: Callable[[AssetDocument, SearchRequest, int], Iterable[str]]
    nothing: Mapping[str, Any]
    every: bool = False


def days_of(document: AssetDocument, request: SearchRequest) -> set[str]:
    """The days on which it meets, at a time of day that is asked for."""
    return {slot.split("-")[0] for slot in document.slots if slot.split("-")[1] in (request.parts or PARTS)}


def parts_of(document: AssetDocument, request: SearchRequest) -> set[str]:
    """The times of day at which it meets, on a day that is asked for."""
    return {slot.split("-")[1] for slot in document.slots if slot.split("-")[0] in (request.days or DAYS)}


def costs_of(document: AssetDocument) -> tuple[str, ...]:
    """What it costs: names of `COSTS`."""
    return (FREE, *document.costs) if document.free else document.costs


def fresh_since(name: str, now: int) -> int:
    """The first day (days since 1970) that is so fresh. `now`: minutes since 1970 UTC."""
    return now // 1440 - FRESH[name]


def fresh_of(document: AssetDocument, now: int) -> list[str]:
    """How fresh it is: every name of `FRESH` that it comes up to."""
    alive = document.fresh_on
    return [] if alive is None else [name for name in FRESH if alive >= fresh_since(name, now)]


def without(request: SearchRequest, group: str) -> SearchRequest:
    """The request in which nothing of the group is chosen; itself where all choices of a group must be met."""
    found = GROUPS[group]
    return request if found.every or not chosen_in(request, group) else replace(request, **found.nothing)


def chosen_in(request: SearchRequest, group: str) -> bool:
    """Whether anything of the group is chosen."""
    return any(getattr(request, name) != empty for name, empty in GROUPS[group].nothing.items())


_NONE: frozenset[str] = frozenset()
GROUPS: Mapping[str, Group] = MappingProxyType(
    {
        "kind": Group(lambda document, request, now: (document.kind,), {"kinds": _NONE}),
        "interest": Group(
            lambda document, request, now: {*document.interests, *document.broader}, {"interests": _NONE}
        ),
        "day": Group(lambda document, request, now: days_of(document, request), {"days": _NONE}),
        "time": Group(lambda document, request, now: parts_of(document, request), {"parts": _NONE}),
        "cost": Group(lambda document, request, now: set(costs_of(document)), {"costs": _NONE}),
        "access": Group(lambda document, request, now: set(document.access), {"access": _NONE}, every=True),
        "audience": Group(lambda document, request, now: set(document.audience), {"audience": _NONE}),
        "area": Group(lambda document, request, now: set(document.areas), {"areas": _NONE}),
        "fresh": Group(lambda document, request, now: fresh_of(document, now), {"fresh_since": None}),
    }
)
