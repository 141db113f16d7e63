"""From one asset to all that its page says, in the order that it is read.

Invariant: every sentence stands on a fact in the catalogue; what is not known is said to be not known, or left out.
"""

from datetime import date, datetime, timedelta

from django.db.models import Prefetch
from django.utils import timezone

from cms import access, wording
from cms.cards import Card, ContactLine, Listing, PlaceLine, SourceLine
from cms.models import Asset, AssetSource, Kind, Place, Session
from cms.presenting import card, contact_lines, presentable
from cms.querysets import AssetQuerySet
from cms.schedule.say import say_days, say_rhythm
from cms.sessions import exceptions_of, rhythm_of
from cms.visibility import Viewer
from cms.whereabouts import Near, access_of, distance_to, nearest_place, places_of, spot_of

CLOSED_DAYS_AHEAD = timedelta(weeks=8)
_MEETS = frozenset({Kind.GROUP, Kind.ACTIVITY})


def listed(assets: AssetQuerySet) -> AssetQuerySet:
    """The same assets with all that a listing page reads."""
    return presentable(assets).prefetch_related(
        "lends", Prefetch("sources", AssetSource.objects.select_related("source").order_by("source__name"))
    )


def listing(asset: Asset, *, viewer: Viewer, now: datetime, near: Near | None = None) -> Listing:
    """One asset as its page shows it to this viewer. `now` has a time zone; `near`: latitude and longitude."""
    shown = card(asset, viewer=viewer, now=now, near=near)
    place, _ = nearest_place(asset, near)
    contacts = tuple(contact_lines(asset, viewer))
    return Listing(
        card=shown,
        paragraphs=_lines(asset.description),
        rhythms=_rhythms(asset, timezone.localdate(now)),
        opening=_lines(asset.opening_words),
        places=tuple(_place(each, near) for each in places_of(asset)),
        reach=shown.place if asset.reach != Asset.Reach.PLACES else "",
        access=access.full(access_of(asset, place), has_a_place=place is not None),
        cost=shown.cost,
        who_for=_who_for(asset),
        contacts=contacts,
        first_time=_first_time(asset, shown, contacts),
        help_wanted=asset.help_wanted,
        lends=tuple(lend.words for lend in asset.lends.all()),
        organisation=_organisation(asset),
        website=asset.url if asset.url.startswith(("http://", "https://")) else "",
        sources=tuple(_source(row) for row in asset.sources.all()),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def _organisation(asset: Asset) -> str:
    """Who runs it, where that is not the name of the listing again."""
    name = asset.organisation.name if asset.organisation else ""
    return "" if name.casefold() == asset.name.casefold() else name


def _rhythms(asset: Asset, today: date) -> tuple[str, ...]:
    """Each session that still runs, in a sentence."""
    said = []
    for session in asset.sessions.all():
        if session.until is None or session.until >= today:
            said += _session(session, today)
    return tuple(said)


def _session(session: Session, today: date) -> list[str]:
    rhythm = rhythm_of(session)
    if rhythm is None:
        return []
    exceptions = exceptions_of(session)
    closed = sorted(day for day in exceptions.closed if today <= day <= today + CLOSED_DAYS_AHEAD)
    off = f" Not on {say_days(closed, today)}." if closed else ""
    return [f"{say_rhythm(rhythm, exceptions)}.{off}"]


def _place(place: Place, near: Near | None) -> PlaceLine:
    rough = place.precision == Place.Precision.SECTOR
    whole = ", ".join(filter(None, [place.address, place.postcode]))
    address = f"Somewhere near {place.postcode}" if rough and place.postcode else whole
    return PlaceLine(
        name=place.name,
        address=address,
        directions=place.directions,
        phone=place.phone,
        distance=distance_to(place, near),
        spot=spot_of(place),
    )


def _who_for(asset: Asset) -> tuple[str, ...]:
    words = asset.who_for.strip()
    closed = words if not words or words.endswith((".", "!", "?")) else f"{words}."
    return tuple(filter(None, (closed, wording.ages(asset.min_age, asset.max_age))))


def _first_time(asset: Asset, shown: Card, contacts: tuple[ContactLine, ...]) -> tuple[str, ...]:
    """What happens the first time, from what the group told us. Nothing where nobody is named."""
    if asset.kind not in _MEETS or not (shown.greeter_name or (shown.ask_for and shown.ask_for.name)):
        return ()
    ask = contacts[0] if contacts else ContactLine("")
    steps = [
        f"Ring {ask.name} first if you like." if ask.name and ask.phone else "",
        wording.greeting(shown.greeter_name, shown.greeter_words) or wording.ask_for(ask.name, ask.role),
        f"It costs {shown.cost[:1].lower()}{shown.cost[1:]}." if shown.cost[:1] in {"£", *"0123456789"} else "",
        "Stay ten minutes or stay till the end. Both are fine.",
    ]
    return tuple(filter(None, steps))


def _source(row: AssetSource) -> SourceLine:
    source = row.source
    return SourceLine(source.name, row.licence or source.licence, source.attribution, source.url)
