"""The ring-round sheet: whom a connector rings or visits in a patch, when best, and what to read out.

Invariant: for connectors alone. Somebody stands in one patch, that of their first listing, with all their listings, and
with what is not known of them; who was answered for, or lost the listing, is not there any more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from cms.models import Asset, AssetArea, AssetPlace, Contact
from connector.asking.waiting import Waiting, left_of
from connector.notifications.recipients import CONTACT
from connector.stewardship.asking import unanswered
from connector.stewardship.facts import Facts, facts_of
from connector.stewardship.models import Asked, Asking, Enquiry
from connector.stewardship.more import offers_for
from connector.stewardship.people import persons_of
from connector.stewardship.ways import POST, RUNG, VISIT, is_mobile

NO_PATCH: Final = "none"
NOWHERE: Final = (NO_PATCH, "No ward known")
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
    """One person to ring or to visit. `rows`: their listings that are not answered for, each with its five facts and
    what else is offered (name, words); `unknown`: their listings of which something is not known, each with what. One
    of `asking`, `enquiry` is there."""

    contact: Contact
    patch: tuple[str, str]
    asking: Asking | None = None
    enquiry: Enquiry | None = None
    rows: list[tuple[Asked, Facts, list[tuple[str, str]]]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    unknown: list[tuple[Asset, list[Waiting]]] = field(default_factory=list)

    @property
    def first(self) -> Asking | Enquiry:
        """What the line is there for."""
        found = self.asking or self.enquiry
        assert found is not None  # noqa: S101  # a line without either is made by nobody
        return found

    @property
    def number(self) -> str:
        """What tells it from other lines on the page."""
        return f"{type(self.first).__name__.lower()}-{self.first.pk}"

    @property
    def way(self) -> str:
        return self.first.way

    @property
    def tries(self) -> int:
        return self.first.tries

    @property
    def since(self) -> date:
        return self.first.started_on

    @property
    def written_on(self) -> date:
        """The last message."""
        return self.asking.last_on if self.asking else self.since

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
        return self.first.try_from is not None and self.first.try_from > today


def everybody() -> list[Line]:
    """All lines, without facts, in the order in which one would ring: by best time, then by name. A dozen
    queries at most."""
    rows = list(
        unanswered()
        .filter(asking__closed_on=None, asking__way__in=SHOWN)
        .select_related("asking", "asset")
        .order_by("asset__name", "pk")
    )
    contacts = _contacts(row.asking.recipient for row in rows)
    ids = [row.asset_id for row in rows]
    persons, patches = persons_of(ids), _patches(ids)
    found: dict[str, Line] = {}
    for row in rows:
        contact, person = contacts.get(row.asking.recipient), row.asking.person
        if contact is None or person not in persons[row.asset_id]:
            continue
        patch = patches.get(row.asset_id, NOWHERE)
        found.setdefault(person, Line(contact, patch, asking=row.asking)).asked.append(row)
    _add_unknown(found)
    return sorted(found.values(), key=lambda line: (_TIMES.index(line.contact.best_time), str(line.contact).lower()))


def _add_unknown(lines: dict[str, Line]) -> None:
    """What is not known of the listings of whoever is on the sheet already, and lines of those who are asked that
    alone. `lines` by person."""
    enquiries = {each.person: each for each in Enquiry.objects.filter(closed_on=None, way__in=SHOWN)}
    if not enquiries:
        return
    left = left_of()
    persons, patches = persons_of(left), _patches(list(left))
    contacts = _contacts(each.recipient for each in enquiries.values())
    for asset in Asset.objects.filter(pk__in=left).order_by("name", "pk"):
        for person in persons.get(asset.pk, set()) & enquiries.keys():
            enquiry = enquiries[person]
            contact = contacts.get(enquiry.recipient)
            if person not in lines and contact is None:
                continue
            line = lines.setdefault(person, Line(contact, patches.get(asset.pk, NOWHERE)))  # type: ignore[arg-type]  # only who is there already has none
            line.enquiry = enquiry
            line.unknown.append((asset, left[asset.pk]))


def patches_of(lines: Iterable[Line]) -> list[Patch]:
    """Every patch that has a line, by name."""
    counted = Counter(line.patch for line in lines)
    return sorted((Patch(code, name, count) for (code, name), count in counted.items()), key=lambda each: each.name)


def with_facts(lines: Sequence[Line], now: datetime) -> list[Line]:
    """The same lines, with what to read out."""
    facts = facts_of([row.asset_id for line in lines for row in line.asked], now)
    for line in lines:
        line.rows = [(row, facts[row.asset_id], _offers(line, row)) for row in line.asked if row.asset_id in facts]
    return [line for line in lines if line.rows or line.unknown]


def _offers(line: Line, row: Asked) -> list[tuple[str, str]]:
    """Only for who can be sent something: of others nothing is looked up."""
    if line.asking is None or not (is_mobile(line.contact.phone) or line.contact.email):
        return []
    return offers_for(line.asking.recipient, row.asset)


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
