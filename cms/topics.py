"""What is live for a topic: things to do, those for most people first and the soonest of them, and ways to give.

Invariant: only through `visible_to`; a constant number of queries; narrower interests count, suggestions do not.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from cms.cards import Card
from cms.coming import coming_dates
from cms.lineage import with_narrower
from cms.models import Asset, AssetInterest, Kind, Session
from cms.presenting import cards, presentable
from cms.querysets import ALIVE_ON, FRESHEST, AssetQuerySet
from cms.visibility import Viewer

SHOWN, GIVING = 10, 4
GROWN_UP = 21
FOR_MOST = frozenset({"anyone", "adults"})
NO_ROOM = frozenset({Asset.Room.FULL, Asset.Room.WAITING, Asset.Room.PAUSED})
# Enough to find the soonest among, few enough to reckon dates for on every request.
LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Topic:
    """The live side of a topic page. `total`: how many things to do in all; `giving`: name, address, words."""

    cards: tuple[Card, ...] = ()
    total: int = 0
    giving: tuple[tuple[str, str, str], ...] = ()


def topic(interests: Collection[int], *, viewer: Viewer, now: datetime) -> Topic:
    """What there is for these interests (primary keys) and everything narrower. Empty for no interests."""
    if not interests:
        return Topic()
    found = Asset.objects.visible_to(viewer).filter(about(interests))
    doing = found.exclude(kind=Kind.VOLUNTEER_ROLE)
    giving = found.filter(Q(kind=Kind.VOLUNTEER_ROLE) | ~Q(help_wanted="")).exclude(room=Asset.Room.PAUSED)
    return Topic(
        cards=tuple(cards(best_of(doing, now)[:SHOWN], viewer=viewer, now=now)),
        total=doing.count(),
        giving=tuple((each.name, each.get_absolute_url(), _wanted(each)) for each in _roles_first(giving)),
    )


def best_of(assets: AssetQuerySet, now: datetime) -> list[Asset]:
    """Some of them in the order to show them in: what any grown-up could go to first, the soonest before the others."""
    return _for_most_first(_soonest(_freshest(assets), now))


def about(interests: Collection[int]) -> Exists:
    """Whether a listing is about one of these (primary keys), or what is narrower, and somebody confirmed it."""
    return Exists(
        AssetInterest.objects.filter(
            asset=OuterRef("pk"), interest__in=with_narrower(interests), state=AssetInterest.State.CONFIRMED
        )
    )


def _freshest(assets: AssetQuerySet) -> list[Asset]:
    """Those with times of their own before those without, the freshest first."""
    timed = Exists(Session.objects.filter(asset=OuterRef("pk")))
    ranked = assets.annotate(timed=timed, alive_on=ALIVE_ON).order_by("-timed", FRESHEST, "pk")
    return list(presentable(ranked)[:LOOKED_AT])


def _soonest(assets: Sequence[Asset], now: datetime) -> list[Asset]:
    """By their next date that is on; those without a date keep their order behind them."""
    dated: list[tuple[datetime, int, Asset]] = []
    rest: list[Asset] = []
    for place, asset in enumerate(assets):
        start = next((each.start for each in coming_dates(asset, now, 3) if each.status == "on"), None)
        if start is None:
            rest.append(asset)
        else:
            dated.append((start, place, asset))
    return [asset for _, _, asset in sorted(dated, key=lambda row: row[:2])] + rest


def _for_most_first(assets: Sequence[Asset]) -> list[Asset]:
    """What any grown-up can go to, then what is for some ages or some people, or has no room; otherwise as given."""
    return sorted(assets, key=lambda asset: not for_most(asset))


def for_most(asset: Asset) -> bool:
    """Whether any grown-up could come."""
    ages = asset.max_age is None and (asset.min_age or 0) <= GROWN_UP
    people = not asset.only_for and (not asset.audience or bool(FOR_MOST & {*asset.audience}))
    return ages and people and asset.room not in NO_ROOM


def _roles_first(assets: AssetQuerySet) -> list[Asset]:
    """Volunteer roles, then groups that would like a hand; the freshest first."""
    role = Q(kind=Kind.VOLUNTEER_ROLE)
    ranked = assets.annotate(is_role=role, alive_on=ALIVE_ON).order_by("-is_role", FRESHEST, "pk")
    return list(ranked[:GIVING])


def _wanted(asset: Asset) -> str:
    if asset.kind == Kind.VOLUNTEER_ROLE:
        return asset.summary
    wanted = asset.help_wanted.rstrip(".")
    return f"They would like {wanted}."
