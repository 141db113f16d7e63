"""The counts of the page, from what was read. Invariant: pure; a listing is counted once in each row that it is in."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from cms.access import ABOUT_PEOPLE, NAMES
from cms.freshness import Age
from cms.schedule.slots import DAYS, PARTS
from connector.insight.facts import Catalogue, Listing

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Ages:
    """How many listings, and how many of them of each age."""

    all: int
    of: Mapping[Age, int]


@dataclass(frozen=True, slots=True)
class Answered:
    """A subject of access: of how many listings it can be asked, and of how many nobody knows."""

    subject: str
    asked: int
    unknown: int


def ages(listings: Iterable[Listing]) -> Ages:
    counted = Counter(listing.age for listing in listings)
    return Ages(counted.total(), {age: counted[age] for age in Age})


def by_kind(catalogue: Catalogue) -> dict[str, Ages]:
    """Kind -> its ages; kinds of which there is none are left out."""
    return _grouped(catalogue, lambda listing: (listing.kind,))


def by_ward(catalogue: Catalogue) -> dict[int, Ages]:
    """Id of a ward -> its ages. Every ward has a row; what stands in two wards counts in both."""
    found = _grouped(catalogue, lambda listing: listing.wards)
    return {ward: found.get(ward, ages(())) for ward in catalogue.wards}


def nowhere(catalogue: Catalogue) -> Ages:
    """Those that are in no ward we know: online, everywhere, or with an address that we could not place."""
    return ages(listing for listing in catalogue.listings.values() if not listing.wards)


def getting_in(catalogue: Catalogue) -> list[Answered]:
    """Every subject of access, in the order that it is read. What a building has is asked of listings with a place."""
    placed = {pk for pk, listing in catalogue.listings.items() if listing.placed}
    everyone = set(catalogue.listings)
    rows = []
    for subject in NAMES:
        asked = everyone if subject in ABOUT_PEOPLE else placed
        rows.append(Answered(subject, len(asked), len(asked - catalogue.answered.get(subject, frozenset()))))
    return rows


def empty_days(catalogue: Catalogue) -> dict[int, dict[str, tuple[str, ...]]]:
    """Id of a ward -> part of the day -> days on which nothing is on there in that part, Monday first."""
    return {
        ward: {part: tuple(day for day in DAYS if f"{day}-{part}" not in filled) for part in PARTS}
        for ward in catalogue.wards
        for filled in (catalogue.slots.get(ward, frozenset()),)
    }


def _grouped(catalogue: Catalogue, keys: Callable[[Listing], Iterable[Key]]) -> dict[Key, Ages]:
    groups: dict[Key, list[Listing]] = {}
    for listing in catalogue.listings.values():
        for key in keys(listing):
            groups.setdefault(key, []).append(listing)
    return {key: ages(group) for key, group in groups.items()}
