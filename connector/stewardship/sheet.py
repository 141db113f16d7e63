"""The ring-round sheet: whom a connector rings or visits in a patch, when best, and what to read out.

Invariant: for connectors alone. Somebody stands in one patch, that of their first listing, with all their listings; who
was answered for, or lost the listing, is not there any more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from cms.models import AssetArea, AssetPlace, Contact
from connector.notifications.recipients import CONTACT
from connector.stewardship.asking import unanswered
from connector.stewardship.facts import Facts, facts_of
from connector.stewardship.models import Asked, Asking
from connector.stewardship.people import persons_of
from connector.stewardship.ways import POST, RUNG, VISIT

NO_PATCH: Final = "none"
ALL: Final = ""
SHOWN: Final = RUNG | {POST}
_TIMES: Final = ("", *Contact.BestTime.values)


@dataclass(frozen=True, slots=True)
class Patch:
    """`code`: of its area, or `NO_PATCH`. `lines`: how many people."""

    code: str
    name: str
    lines: int


@dataclass(slots=True)
class Line:
    """One person to ring or to visit. `rows`: their listings that are not answered for, each with its five facts."""

    asking: Asking
    contact: Contact
    patch: tuple[str, str]
    rows: list[tuple[Asked, Facts]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @property
    def way(self) -> str:
        return self.asking.way

    @property
    def best(self) -> str:
        """ "Evenings: not Tuesdays", or nothing."""
        said = [self.contact.get_best_time_display() if self.contact.best_time else "", self.contact.best_time_words]
        words = ": ".join(filter(None, said))
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def door(self) -> list[str]:
        """Lines of where they live, for a visit or a letter; none where nobody said."""
        return [line for line in self.contact.post_to.splitlines() if line.strip()]

    def waits(self, today: date) -> bool:
        """Whether it rests until another day."""
        return self.asking.try_from is not None and self.asking.try_from > today


def everybody() -> list[Line]:
    """All lines, without facts, in the order in which one would ring: by best time, then by name. Six queries."""
    rows = list(
        unanswered()
        .filter(asking__closed_on=None, asking__way__in=SHOWN)
        .select_related("asking", "asset")
        .order_by("asset__name", "pk")
    )
    contacts = _contacts(row.asking.recipient for row in rows)
    ids = [row.asset_id for row in rows]
    persons, patches = persons_of(ids), _patches(ids)
    found: dict[int, Line] = {}
    for row in rows:
        contact = contacts.get(row.asking.recipient)
        if contact is None or row.asking.person not in persons[row.asset_id]:
            continue
        patch = patches.get(row.asset_id, (NO_PATCH, "No ward known"))
        line = found.setdefault(row.asking_id, Line(row.asking, contact, patch))
        line.asked.append(row)
    return sorted(found.values(), key=lambda line: (_TIMES.index(line.contact.best_time), str(line.contact).lower()))


def patches_of(lines: Iterable[Line]) -> list[Patch]:
    """Every patch that has a line, by name."""
    counted = Counter(line.patch for line in lines)
    return sorted((Patch(code, name, count) for (code, name), count in counted.items()), key=lambda each: each.name)


def with_facts(lines: Sequence[Line], now: datetime) -> list[Line]:
    """The same lines, with what to read out."""
    facts = facts_of([row.asset_id for line in lines for row in line.asked], now)
    for line in lines:
        line.rows = [(row, facts[row.asset_id]) for row in line.asked if row.asset_id in facts]
    return [line for line in lines if line.rows]


def is_visit(line: Line) -> bool:
    return line.way == VISIT


def _contacts(recipients: Iterable[str]) -> Mapping[str, Contact]:
    keys = {each.partition(":")[2]: each for each in recipients if each.startswith(f"{CONTACT}:")}
    return {keys[str(each.pk)]: each for each in Contact.objects.filter(pk__in=[int(key) for key in keys])}


def _patches(asset_ids: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """The ward of each listing's first place that has one; else the first area that it serves."""
    areas = AssetArea.objects.filter(asset__in=asset_ids).order_by("-area__name")
    wards = AssetPlace.objects.filter(asset__in=asset_ids, place__ward__isnull=False).order_by("-pk")
    found = {asset: (code, name) for asset, code, name in areas.values_list("asset", "area__code", "area__name")}
    named = wards.values_list("asset", "place__ward__code", "place__ward__name")
    return found | {asset: (code, name) for asset, code, name in named}
