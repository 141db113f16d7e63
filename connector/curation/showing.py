"""Two pages of answers as the box shows them: two lists side by side, and in words what changes from one to the other.

Invariant: every change is said in words; nothing is told by a colour or by its place alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cms.models import Asset
from connector.curation.moves import Move, Way, moves
from search.cards import joined
from search.questions import Hit, SearchPage

CHANGES: Final = (Way.IN, Way.OUT, Way.UP, Way.DOWN)


@dataclass(frozen=True, slots=True)
class Row:
    """One listing in one list: its place there, what becomes of it, why it is found (empty where nothing is said)."""

    place: int
    name: str
    url: str
    said: str
    changes: bool
    because: str = ""


def comparison(now: SearchPage, then: SearchPage) -> dict[str, Any]:
    """`now` and `then`: lists of rows with a heading's figures; `changes`: sentences. One query."""
    found = moves([hit.asset_id for hit in now.hits], [hit.asset_id for hit in then.hits])
    assets = Asset.objects.in_bulk([move.key for move in found])
    return {
        "changes": sentences(found, {pk: asset.name for pk, asset in assets.items()}),
        "now": {
            "rows": [_row(move, assets[move.key], move.before) for move in _in_order(found)],
            "total": now.total,
            "understood": _understood(now),
        },
        "then": {
            "rows": [_row(move, assets[move.key], move.after, _why(then)) for move in found if move.after],
            "total": then.total,
            "understood": _understood(then),
        },
    }


def sentences(found: Sequence[Move], names: Mapping[int, str]) -> list[str]:
    """ "Comes in: Lace Circle (2nd)." for each way in which anything moves; none where all stay."""
    said = {way: [_moved(move, names[move.key]) for move in found if move.way is way] for way in CHANGES}
    return [f"{way.capitalize()}: {'; '.join(those)}." for way, those in said.items() if those]


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def _moved(move: Move, name: str) -> str:
    places = [ordinal(place) for place in (move.before, move.after) if place]
    return f"{name} ({'was ' if move.way is Way.OUT else ''}{' to '.join(places)})"


def _in_order(found: Sequence[Move]) -> list[Move]:
    return sorted((move for move in found if move.before), key=lambda move: move.before or 0)


def _row(move: Move, asset: Asset, place: int | None, why: Mapping[int, str] | None = None) -> Row:
    return Row(
        place=place or 0,
        name=asset.name,
        url=asset.get_absolute_url(),
        said=_becomes(move) if why is None else _came(move),
        changes=move.way in CHANGES,
        because=(why or {}).get(move.key, ""),
    )


def _becomes(move: Move) -> str:
    """In the list as it is."""
    return str(move.way) if move.after is None or move.way is Way.STAYS else f"{move.way} to {ordinal(move.after)}"


def _came(move: Move) -> str:
    """In the list as it would be."""
    return str(move.way) if move.before is None or move.way is Way.STAYS else f"{move.way}, was {ordinal(move.before)}"


def _why(page: SearchPage) -> dict[int, str]:
    return {hit.asset_id: _because(hit) for hit in page.hits}


def _because(hit: Hit) -> str:
    return "".join(segment.text for segment in joined(hit.reasons))


def _understood(page: SearchPage) -> str:
    """The interests that were heard in the words."""
    return ", ".join(dict.fromkeys(said.label for said in page.reading.interests if said.code))
