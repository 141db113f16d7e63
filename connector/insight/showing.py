"""The page as its template wants it: rows of plain values, each number with where it leads.

Invariant: pure but for addresses; says what a number counts in words that need no other page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cms.access import NAMES
from cms.freshness import LATELY_DAYS, STALE_DAYS, Age
from cms.models import Kind
from cms.schedule.slots import DAYS, PARTS
from connector.insight.counting import Ages, ages, by_kind, by_ward, empty_days, getting_in, nowhere
from connector.insight.facts import Catalogue
from connector.insight.links import Links
from connector.insight.waiting import Waiting

AGES: Final[Mapping[Age, str]] = {
    Age.LATELY: f"confirmed or ran in the last {LATELY_DAYS} days",
    Age.OLDER: "before that, and good for now",
    Age.STALE: f"stale: no sign of life for more than {STALE_DAYS} days",
    Age.NEVER: "ours, and no sign of life ever",
    Age.NOT_MET: "from a register: we have not met them yet",
}
# What a table has room for on a phone. The ages that are left out are in the list above it.
COLUMNS: Final = ((Age.LATELY, f"Last {LATELY_DAYS} days"), (Age.STALE, "Stale"), (Age.NOT_MET, "Not met"))
KINDS: Final[Mapping[str, str]] = {
    Kind.GROUP: "Groups",
    Kind.ACTIVITY: "Activities",
    Kind.PLACE: "Places",
    Kind.SERVICE: "Services",
    Kind.VOLUNTEER_ROLE: "Volunteer roles",
    Kind.OFFER: "People’s offers",
    Kind.VISITING: "Come to you",
    Kind.ONLINE: "Online",
}
_SHORT: Final = {day: day.capitalize() for day in DAYS}


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, where it leads (or nowhere), and what share it is of the row's whole, in percent."""

    number: int
    url: str = ""
    share: int | None = None


def shown(catalogue: Catalogue, waits: Waiting, links: Links) -> dict[str, Any]:
    everything = ages(catalogue.listings.values())
    away = nowhere(catalogue)
    return {
        "total": Cell(everything.all, links.assets()),
        "ages": [
            (words, Cell(everything.of[age], links.age(age), _share(everything.of[age], everything.all)))
            for age, words in AGES.items()
        ],
        "columns": [words for _age, words in COLUMNS],
        "kinds": [_kind(kind, counted, links) for kind, counted in _most_first(by_kind(catalogue))],
        "wards": [_ward(pk, counted, catalogue, links) for pk, counted in by_ward(catalogue).items()],
        "nowhere": away.all,
        "access": [
            (
                NAMES[row.subject].name,
                Cell(row.unknown, links.assets(unknown=row.subject), _share(row.unknown, row.asked)),
            )
            for row in getting_in(catalogue)
        ],
        "week": [
            (catalogue.wards[pk].name, [(part.capitalize(), empty_in_words(parts[part])) for part in PARTS])
            for pk, parts in empty_days(catalogue).items()
        ],
        "waits": _waits(waits, links),
        "oldest": waits.oldest,
    }


def empty_in_words(days: tuple[str, ...]) -> str:
    """ "Mon, Sat and Sun", "every day"; nothing where no day is empty."""
    if len(days) == len(DAYS):
        return "every day"
    names = [_SHORT[day] for day in days]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _kind(kind: str, counted: Ages, links: Links) -> tuple[str, list[Cell]]:
    first = Cell(counted.all, links.kind(kind))
    return KINDS[kind], [first, *(Cell(counted.of[age], links.age(age, kind=kind)) for age, _ in COLUMNS)]


def _ward(pk: int, counted: Ages, catalogue: Catalogue, links: Links) -> tuple[str, list[Cell]]:
    ward = catalogue.wards[pk]
    first = Cell(counted.all, links.ward(pk, ward.code))
    return ward.name, [first, *(Cell(counted.of[age], links.age(age, ward=str(pk))) for age, _ in COLUMNS)]


def _waits(waits: Waiting, links: Links) -> list[tuple[str, Cell]]:
    rows = (
        (waits.changes, "change waits for a yes", "changes wait for a yes", links.changes()),
        (waits.suggested, "interest is only suggested", "interests are only suggested", links.suggested()),
        (waits.duplicates, "pair may be one and the same", "pairs may be one and the same", links.duplicates()),
        (waits.drafts, "draft was never published", "drafts were never published", links.drafts()),
    )
    return [(one if number == 1 else many, Cell(number, url if number else "")) for number, one, many, url in rows]


def _most_first(groups: Mapping[str, Ages]) -> list[tuple[str, Ages]]:
    return sorted(groups.items(), key=lambda item: (-item[1].all, item[0]))


def _share(part: int, whole: int) -> int | None:
    """In whole percent, nothing and everything kept for when it is just that."""
    if not whole:
        return None
    return 100 if part == whole else min(99, max(1, round(100 * part / whole))) if part else 0
