"""What a calendar can be of: a listing, an organisation, a place, interests, a ward. Each gives its title and entries.

Invariant: nothing is found that has no public page or name; a place and a ward hold only what is known to be there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from cms.calendars.reading import Held, Here, held, public
from cms.calendars.writing import Told
from cms.lineage import with_narrower
from cms.models import Area, Asset, AssetArea, AssetInterest, AssetPlace, Interest, Organisation, Place, Session
from cms.organisation_page import run_by
from cms.place_page import name_of, on_at
from cms.querysets import AssetQuerySet
from cms.visibility import PUBLIC
from cms.wording import listed

MOST_INTERESTS: Final = 12
BETWEEN: Final = "."
PAUSED: Final = "Not running just now."


@dataclass(frozen=True, slots=True)
class Subject:
    told: Told
    held: Held


def of_listing(uuid: UUID, today: date) -> Subject | None:
    """The times of one listing. Paused, it has none."""
    rows = public().filter(uuid=uuid)
    asset = rows.first()
    if asset is None:
        return None
    words = PAUSED if asset.room == Asset.Room.PAUSED else asset.summary
    return Subject(Told(asset.name, words, _page(asset.get_absolute_url())), held(rows, today=today))


def of_organisation(uuid: UUID, today: date) -> Subject | None:
    """All that an organisation runs."""
    row = Organisation.objects.filter(uuid=uuid, live=True).first()
    if row is None or not run_by(row, PUBLIC).exists():
        return None
    return _several(row.name, row.get_absolute_url(), held(run_by(row, PUBLIC), today=today))


def of_place(uuid: UUID, today: date) -> Subject | None:
    """All that is on at a place."""
    row = Place.objects.filter(uuid=uuid, live=True).first()
    if row is None or not on_at(row, PUBLIC).exists():
        return None
    there = on_at(row, PUBLIC)
    found = held(there, today=today, here=lambda _, session, own: is_at(session, own, lambda place: place == row))
    return _several(name_of(row), row.get_absolute_url(), found)


def of_interests(codes: str, today: date) -> Subject | None:
    """All that is about some interests and what is narrower. `codes`: with dots between them."""
    wanted = codes.split(BETWEEN)[:MOST_INTERESTS]
    rows = list(Interest.objects.filter(code__in=wanted, live=True).order_by("label"))
    if not rows:
        return None
    met = AssetInterest.objects.filter(
        asset=OuterRef("pk"),
        interest__in=with_narrower([row.pk for row in rows]),
        state=AssetInterest.State.CONFIRMED,
    )
    page = f"{reverse('search')}?{'&'.join(f'interest={row.code}' for row in rows)}"
    return _several(listed([row.label for row in rows]), page, held(public().filter(Exists(met)), today=today))


def of_ward(code: str, today: date) -> Subject | None:
    """All that is on in a ward, or serves it and is at no place."""
    ward = Area.objects.filter(code=code).first()
    if ward is None:
        return None
    found = held(in_ward(ward), today=today, here=sessions_in(ward))
    return _several(ward.name, f"{reverse('search')}?area={ward.code}", found)


def is_at(session: Session, own: Sequence[Place], counts: Callable[[Place], bool]) -> bool:
    """Whether it is at a place that counts: it says so, or says nothing and its listing is nowhere else."""
    if session.place is not None:
        return counts(session.place)
    return bool(own) and all(map(counts, own))


def sessions_in(ward: Area) -> Here:
    """Which sessions of these count: those in the ward, and those that are nowhere, of what serves it."""

    def here(asset: Asset, session: Session, own: Sequence[Place]) -> bool:
        if session.place_id is None and not own:
            return any(row.area_id == ward.pk for row in asset.asset_areas.all())
        return is_at(session, own, lambda place: place.live and place.ward_id == ward.pk)

    return here


def in_ward(ward: Area) -> AssetQuerySet:
    """Public listings that are in a ward or serve it, none whose place is secret among them."""
    serves = Exists(AssetArea.objects.filter(asset=OuterRef("pk"), area=ward))
    there = {"asset": OuterRef("pk"), "place__ward": ward, "place__live": True}
    given, once = Exists(AssetPlace.objects.filter(**there)), Exists(Session.objects.filter(**there))
    return public().whereabouts_told().filter(Q(given) | Q(once) | Q(serves))


def _several(name: str, path: str, found: Held) -> Subject:
    return Subject(Told(name, _how_much(found), _page(path)), found)


def _how_much(found: Held) -> str:
    """Said only where something is left out."""
    if found.total <= found.listings:
        return ""
    return (
        f"The {found.listings} of {found.total:,} that somebody confirmed last. For one of the others, follow the "
        "calendar on its own page."
    )


def _page(path: str) -> str:
    return f"{settings.CONNECTOR_BASE_URL}{path}"
