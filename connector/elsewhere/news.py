"""What a reader of news can follow without an account: what is new and what is on, for interests, a ward or a place.

Invariant: the public's view whoever asks; nothing says who follows. What is asked for by place or ward never holds a
listing whose place is secret. An entry keeps its id for good.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from cms.lineage import with_narrower
from cms.models import Area, Asset, AssetArea, AssetInterest, AssetPlace, Interest, Place, Session
from cms.querysets import AssetQuerySet
from cms.schedule.names import DAY_NAMES, MONTH_NAMES
from cms.visibility import PUBLIC
from connector.elsewhere.on_days import OnDay, on_days

NEWEST, DAYS, MOST_ON = 50, 14, 200


class NothingToFollow(Exception):
    """An interest, a ward or a place that there is not."""


@dataclass(frozen=True, slots=True)
class Followed:
    """`words`: "for Embroidery, in Bank Top"; `places`: conditions on `Place`, where it is about some; `own`: itself as
    fields of an address, in one order."""

    words: str
    assets: AssetQuerySet
    places: Q | None
    own: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """`path`: of its page; `ref`: what makes its id its own on that page."""

    title: str
    words: str
    path: str
    at: datetime
    ref: str = ""


def followed(interests: Sequence[str], ward: str, place: str) -> Followed:
    """By codes of interests, the code of a ward, the uuid of a place; everything by none. Raises NothingToFollow."""
    assets = Asset.objects.visible_to(PUBLIC)
    words: list[str] = []
    own: list[tuple[str, str]] = []
    places: Q | None = None
    if interests:
        rows = list(Interest.objects.filter(code__in=interests, live=True).order_by("label"))
        if len(rows) < len(set(interests)):
            raise NothingToFollow
        assets = assets.filter(Exists(_met(rows)))
        words.append(f"for {' and '.join(row.label for row in rows)}")
        own += [("interest", code) for code in sorted(row.code for row in rows)]
    if ward:
        area = Area.objects.filter(code=ward).first()
        if area is None:
            raise NothingToFollow
        places = Q(ward=area)
        serves = AssetArea.objects.filter(asset=OuterRef("pk"), area=area)
        assets = assets.whereabouts_told().filter(_at(places) | Q(Exists(serves)))
        words.append(f"in {area.name}")
        own.append(("ward", area.code))
    if place:
        venue = _place(place)
        places = Q(pk=venue.pk)
        assets = assets.whereabouts_told().filter(_at(places))
        if not assets.exists():  # such a place has no page either
            raise NothingToFollow
        words.append(f"at {venue}")
        own.append(("place", str(venue.uuid)))
    return Followed(", ".join(words), assets, places, tuple(own))


def new(of: Followed) -> list[Entry]:
    """The listings that came last, the newest first."""
    came = Coalesce("first_published_at", "created_at")
    rows = of.assets.annotate(came=came).order_by("-came", "-pk")[:NEWEST]
    return [Entry(row.name, row.summary, row.get_absolute_url(), row.came) for row in rows]


def on(of: Followed, now: datetime) -> list[Entry]:
    """What is on in the next two weeks, the soonest first; what was called off says so under the same id."""
    timed = of.assets.filter(Exists(Session.objects.filter(asset=OuterRef("pk")))).order_by("pk")
    days = on_days(timed, now, DAYS, places=of.places)
    return [entry for day in days for entry in _entries(day)][:MOST_ON]


def _entries(day: OnDay) -> list[Entry]:
    said = f"{DAY_NAMES[day.day.weekday()][:3]} {day.day.day} {MONTH_NAMES[day.day.month - 1][:3]}"
    return [
        Entry(
            title=f"{'Not on: ' if row.off else ''}{said}, {row.times}: {row.name}",
            words=". ".join(part.rstrip(".") for part in (row.why, row.what, row.where) if part) + ".",
            path=row.url,
            at=row.changed,
            ref=f"{row.starts:%Y-%m-%dT%H:%M}",
        )
        for row in day.rows
    ]


def _met(interests: list[Interest]) -> QuerySet[AssetInterest]:
    """Rows that say of a listing that it meets one of these interests, or a narrower one."""
    return AssetInterest.objects.filter(
        asset=OuterRef("pk"),
        interest__in=with_narrower([row.pk for row in interests]),
        state=AssetInterest.State.CONFIRMED,
    )


def _at(places: Q) -> Q:
    there = Place.objects.filter(places, live=True).values("pk")
    given = AssetPlace.objects.filter(asset=OuterRef("pk"), place__in=there)
    held = Session.objects.filter(asset=OuterRef("pk"), place__in=there)
    return Q(Exists(given)) | Q(Exists(held))


def _place(text: str) -> Place:
    """A place with a name: one without may be somebody's home."""
    try:
        uuid = UUID(text)
    except ValueError:
        raise NothingToFollow from None
    found = Place.objects.filter(uuid=uuid, live=True).exclude(name="").first()
    if found is None or found.precision == Place.Precision.SECTOR:
        raise NothingToFollow
    return found
