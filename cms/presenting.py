"""From assets to the cards that templates show: real dates, distance, words, and only what this viewer may read.

Invariant: for assets that came through `presentable` no query is made here, however many cards are asked for.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Prefetch
from django.utils import timezone

from cms import access, coming, wording
from cms.access_grouped import grouped
from cms.cards import Card, ContactLine, Segment
from cms.costs import summary
from cms.freshness import Facts, Freshness, freshness
from cms.geo.effort import ON_FOOT, Way
from cms.models import Asset, AssetArea, AssetPlace, Contact, CostOption, Kind, Session
from cms.picturing import pictured
from cms.querysets import AssetQuerySet
from cms.secrecy import contacts_told
from cms.visibility import Viewer
from cms.whereabouts import Near, access_of, nearest_place, place_note, place_words, spot_on_a_list

DATES = 2
LONGEST_OPENING_WORDS = 90


def presentable(assets: AssetQuerySet) -> AssetQuerySet:
    """The same assets with all that a card or a listing page reads, in a constant number of queries."""
    return assets.select_related("organisation").prefetch_related(
        Prefetch("asset_places", AssetPlace.objects.select_related("place__ward").order_by("pk")),
        "asset_places__place__access_facts",
        "access_facts",
        Prefetch("asset_areas", AssetArea.objects.select_related("area").order_by("area__name")),
        Prefetch("sessions", Session.objects.select_related("authority", "place__ward")),
        "sessions__authority__terms",
        "sessions__place__access_facts",
        Prefetch("contacts", Contact.objects.order_by("pk")),
        Prefetch("cost_options", CostOption.objects.order_by("pk")),
    )


def cards(
    assets: Iterable[Asset],
    *,
    viewer: Viewer,
    now: datetime,
    near: Near | None = None,
    way: Way = ON_FOOT,
    because: Mapping[int, tuple[Segment, ...]] | None = None,
    kept: Iterable[str] = (),
    asked: Collection[str] = (),
    if_known: Collection[str] = (),
) -> list[Card]:
    """A card for each asset, in the order given. `because` by asset id; `kept`: the uuids that are on the shortlist;
    `asked`: access subjects that somebody asked for; `if_known`: those that matter to them where something is known."""
    reasons, held = because or {}, frozenset(str(uuid) for uuid in kept)
    return [
        card(
            asset,
            viewer=viewer,
            now=now,
            near=near,
            way=way,
            because=reasons.get(asset.pk, ()),
            kept=str(asset.uuid) in held,
            asked=asked,
            if_known=if_known,
        )
        for asset in assets
    ]


def card(
    asset: Asset,
    *,
    viewer: Viewer,
    now: datetime,
    near: Near | None = None,
    way: Way = ON_FOOT,
    because: tuple[Segment, ...] = (),
    kept: bool = False,
    asked: Collection[str] = (),
    if_known: Collection[str] = (),
    limit: int = DATES,
) -> Card:
    """One asset as a card. `near`: latitude and longitude to measure from; `way`: how they get about; `limit`: how
    many dates at most.

    Raises ValueError when `now` has no time zone.
    """
    today = timezone.localdate(now)
    dates = coming.coming_dates(asset, now, limit)
    place, distance = nearest_place(asset, near, way)
    facts, has_a_place = access_of(asset, place), place is not None
    fresh = fresh_of(asset, today)
    return Card(
        uuid=str(asset.uuid),
        url=asset.get_absolute_url(),
        name=asset.name,
        kind=asset.kind,
        what=asset.summary,
        dates=tuple(coming.label(each, today) for each in dates),
        when=coming.line(dates, today) or _opening(asset),
        distance=distance,
        place=place_words(asset, place),
        place_note=place_note(asset, place),
        greeter_name=asset.greeter_name,
        greeter_words=asset.greeter_words,
        greeter_lead=wording.greeting_lead(asset.greeter_words),
        ask_for=next(iter(contact_lines(asset, viewer)), None),
        cost=cost_of(asset),
        because=because,
        matters=access.matters(facts, asked, has_a_place=has_a_place, if_known=if_known),
        access=grouped(
            access.brief(
                facts, has_a_place=has_a_place, said=access.first_subjects({*asked, *if_known}, has_a_place=has_a_place)
            )
        ),
        freshness=fresh.words,
        stale=fresh.stale,
        ran=fresh.ran,
        room=wording.room_words(asset.room),
        met=asset.met,
        kept=kept,
        spot=spot_on_a_list(asset, place),
    )


def with_pictures(cards: Sequence[Card]) -> list[Card]:
    """The same few cards with their listings' own pictures, in three queries. A place that is secret shows none."""
    rows = Asset.objects.filter(uuid__in=[card.uuid for card in cards], picture__isnull=False, secret=False)
    rows = rows.select_related("picture").prefetch_related("picture__renditions")
    pictures = {str(asset.uuid): pictured(asset.picture) for asset in rows}
    return [replace(card, picture=pictures.get(card.uuid)) for card in cards]


def fresh_of(asset: Asset, today: date) -> Freshness:
    """How fresh an asset is on a day."""
    changed = timezone.localdate(asset.last_published_at) if asset.last_published_at else None
    facts = Facts(asset.confirmed_on, asset.confirmed_by, asset.ran_on, changed, asset.met, asset.unasked)
    return freshness(facts, today)


def cost_of(asset: Asset) -> str:
    """As the group says it, else what its prices come to. Giving a hand has no price, and none is told for it."""
    if asset.kind == Kind.VOLUNTEER_ROLE and asset.cost != Asset.Cost.PAID:
        return ""
    prices = summary([option.price for option in asset.cost_options.all()])
    words = f"{prices.words[:1].upper()}{prices.words[1:]}" if prices else ""
    return wording.cost_words(asset.cost, asset.cost_pence, asset.cost_words or words)


def contact_lines(asset: Asset, viewer: Viewer) -> list[ContactLine]:
    """Whom this viewer may ask: the nearest to hand first (public, then partner, then internal)."""
    order = ("public", "partner", "internal")
    allowed = contacts_told(asset, viewer)
    rows = [row for row in asset.contacts.all() if row.visibility in allowed]
    rows.sort(key=lambda row: order.index(row.visibility))
    return [ContactLine(row.name, row.role, row.phone, row.email, wording.role_after(row.role)) for row in rows]


def _opening(asset: Asset) -> str:
    """Opening times as a register gave them, where they are short enough to stand on a card."""
    words = " ".join(asset.opening_words.split())
    return words if len(words) <= LONGEST_OPENING_WORDS else ""
