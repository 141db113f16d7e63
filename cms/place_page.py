"""All that the page of one place says: what runs there, the next dates, how to get in, how to get there.

Invariant: a place without a listing that this viewer may see has no page. A place that is known to its postcode sector
alone may be somebody's home: neither its street nor its telephone is said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q

from cms import access
from cms.access import Fact
from cms.access_grouped import grouped
from cms.agenda import Day, agenda
from cms.cards import AccessLine, Card, PictureLine, Spot
from cms.models import Asset, AssetPlace, Place, Session
from cms.picturing import pictured
from cms.presenting import cards, presentable
from cms.querysets import AssetQuerySet
from cms.visibility import Viewer
from cms.whereabouts import spot_of
from cms.wording import lines, web_address

A_PAGE, LOOKED_AT = 20, 60


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """`rough`: known to its postcode sector alone. `near`: what to look for around it, a postcode."""

    uuid: str
    name: str
    address: str
    ward: str
    days: tuple[Day, ...]
    cards: tuple[Card, ...]
    page: Page
    access: tuple[AccessLine, ...]
    directions: str = ""
    phone: str = ""
    rough: bool = False
    near: str = ""
    summary: str = ""
    opening: tuple[str, ...] = ()
    website: str = ""
    spot: Spot | None = None
    picture: PictureLine | None = None


def place_shown(place: Place, *, viewer: Viewer, now: datetime, number: str = "1") -> PlaceShown | None:
    """The page, or None where nothing there is to be seen. `number`: which page of its listings, as typed."""
    there = on_at(place, viewer).order_by("name", "pk")
    page = Paginator(presentable(there), A_PAGE).get_page(number)
    if not page.paginator.count:
        return None
    rough = place.precision == Place.Precision.SECTOR
    timed = presentable(there.filter(Exists(Session.objects.filter(asset=OuterRef("pk")))))[:LOOKED_AT]
    facts = {row.subject: Fact(row.subject, row.state, row.note) for row in place.access_facts.all()}
    name = name_of(place)
    return PlaceShown(
        uuid=str(place.uuid),
        name=name,
        address=_address(place, name),
        ward=place.ward.name if place.ward else "",
        days=agenda(timed, now, sessions_of=lambda asset: _sessions_at(asset, place)) if page.number == 1 else (),
        cards=tuple(cards(page.object_list, viewer=viewer, now=now)),
        page=page,
        access=grouped(access.full(facts)),
        directions=place.directions,
        phone="" if rough or not place.name else place.phone,
        rough=rough,
        near=place.postcode,
        summary=place.summary,
        opening=lines(place.opening_words),
        website=web_address(place.url),
        spot=spot_of(place),
        picture=pictured(place.picture),
    )


def on_at(place: Place, viewer: Viewer) -> AssetQuerySet:
    """What is there that this viewer may see. With nothing, it has no page, and nothing tells of it."""
    return Asset.objects.visible_to(viewer).whereabouts_told().filter(_at(place))


def name_of(place: Place) -> str:
    """What it is called, else its street; no finer than its neighbourhood where no more is known."""
    rough = place.precision == Place.Precision.SECTOR
    return place.name or ("" if rough else place.address) or f"Near {place.postcode}"


def _at(place: Place) -> Q:
    """Given as one of its places, or held there once."""
    given = Exists(AssetPlace.objects.filter(asset=OuterRef("pk"), place=place))
    return Q(given) | Q(Exists(Session.objects.filter(asset=OuterRef("pk"), place=place)))


def _sessions_at(asset: Asset, place: Place) -> Iterable[Session]:
    """Those that are said to be here, and those that are not said to be anywhere where this is the only place."""
    only = [row.place_id for row in asset.asset_places.all()] == [place.pk]
    return [
        session
        for session in asset.sessions.all()
        if session.place_id == place.pk or (session.place_id is None and only)
    ]


def _address(place: Place, name: str) -> str:
    if place.precision == Place.Precision.SECTOR:
        return f"Somewhere near {place.postcode}" if place.postcode else ""
    return ", ".join(part for part in (place.address, place.postcode) if part and part != name)
