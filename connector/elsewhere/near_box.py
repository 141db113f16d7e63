"""What a box on somebody else's website shows: what is on near them, for everybody, in a few lines.

Invariant: only what the public may see, whoever is looking; what was asked for in the address and is wrong does no more
than leave something out. Raises `search.finder.EngineUnavailable` when no engine can answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from cms.cards import Card
from cms.models import Area
from cms.visibility import PUBLIC
from connector.council.colours import colour, links
from search.answering import answer
from search.cards import cards_of
from search.filters import SearchFilters

FEWEST, USUAL, MOST = 1, 4, 10
LONGEST: Final = 60
LOOKS: Final = ("light", "dark")
# What may stand in a box's address. `ward` is an area's code, `about` words, `interest` a code of the vocabulary.
NAMES: Final = ("near", "ward", "about", "interest", "most", "look", "accent")
_IN_SEARCH: Final = {"near": "near", "ward": "area", "about": "q", "interest": "interest"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A box's address, read. `accent`: #RRGGBB that can be read on every cloth, or nothing; `look`: of `LOOKS`, or as
    the reader's device has it. `search`: the same as fields of a search."""

    most: int = USUAL
    look: str = ""
    accent: str = ""
    search: tuple[tuple[str, str], ...] = ()

    @property
    def all_url(self) -> str:
        """Where all of it is found."""
        return f"{reverse('search')}?{urlencode(self.search)}" if self.search else reverse("search")


@dataclass(frozen=True, slots=True)
class Box:
    """`heading`: "What’s on near ZM1 2". `problem`: why the place was not understood, or nothing."""

    heading: str
    cards: tuple[Card, ...]
    all_url: str
    problem: str = ""


def asked(given: Mapping[str, str]) -> Asked:
    """A box's address, with what is wrong in it left out."""
    most = given.get("most", "")
    search = [(_IN_SEARCH[name], given.get(name, "").strip()[:LONGEST]) for name in _IN_SEARCH]
    return Asked(
        most=min(max(int(most), FEWEST), MOST) if most.isdecimal() and len(most) < 4 else USUAL,
        look=given["look"] if given.get("look") in LOOKS else "",
        accent=readable(given.get("accent", "")),
        search=tuple((name, value) for name, value in search if value),
    )


def readable(text: str) -> str:
    """The colour as #RRGGBB, where words in it can be read; nothing for any other."""
    try:
        found = colour(text)
        links(found)
    except ValueError:
        return ""
    return found


def box(wanted: Asked, now: datetime) -> Box:
    """What the box shows: the nearest where a place was asked for, the best fit for words, else the soonest."""
    fields = QueryDict(mutable=True)
    for name, value in wanted.search:
        fields[name] = value
    fields["limit"] = str(wanted.most)
    if "q" not in fields:
        fields["order"] = "nearest" if "near" in fields else "soonest"
    filters = SearchFilters.of(fields)
    found = answer(filters, viewer=PUBLIC, now=now)
    cards = cards_of(found.page, found.question, viewer=PUBLIC, now=now)
    where = found.question.near_label
    return Box(
        heading=_heading(where, fields.get("area", "")),
        cards=tuple(cards),
        all_url=wanted.all_url,
        problem=" ".join(filters.errors.get("near", [])),
    )


def _heading(near: str, ward: str) -> str:
    if near:
        return f"What’s on near {near}"
    area = Area.objects.filter(code=ward).first() if ward else None
    return f"What’s on in {area.name}" if area else "What’s on"
