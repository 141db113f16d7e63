"""From one asset to all that its page says, in the order that it is read.

Invariant: every sentence stands on a fact in the catalogue; what is not known is said to be not known, or left out.
"""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from cms import access, costs, first_time, welcoming, wording
from cms.access_grouped import grouped
from cms.cards import Card, ContactLine, FirstTime, Linked, Listing, PlaceLine, SourceLine
from cms.models import Asset, AssetSource, Kind, Picture, Place, Session
from cms.picturing import pictured
from cms.presenting import card, contact_lines, fresh_of, presentable
from cms.querysets import AssetQuerySet
from cms.schedule.say import say_day, say_days, say_rhythm
from cms.sessions import exceptions_of, next_occurrences, rhythm_of
from cms.visibility import Viewer
from cms.whereabouts import Near, access_of, distance_to, nearest_place, places_of, spot_of

CLOSED_DAYS_AHEAD = timedelta(weeks=8)
# So many closed days in a row are told as a break, by its ends.
A_BREAK = 3
# What stands above the dates on a phone.
LONGEST_BEGINNING = 300
_MEETS = frozenset({Kind.GROUP, Kind.ACTIVITY})


def listed(assets: AssetQuerySet) -> AssetQuerySet:
    """The same assets with all that a listing page reads."""
    return (
        presentable(assets)
        .select_related("organisation", "picture", "first_picture")
        .prefetch_related(
            "lends",
            "asset_places__place__picture",
            Prefetch("sources", AssetSource.objects.select_related("source").order_by("source__name")),
        )
    )


def listing(asset: Asset, *, viewer: Viewer, now: datetime, near: Near | None = None) -> Listing:
    """One asset as its page shows it to this viewer. `now` has a time zone; `near`: latitude and longitude."""
    shown = card(asset, viewer=viewer, now=now, near=near)
    place, _ = nearest_place(asset, near)
    contacts = tuple(contact_lines(asset, viewer))
    facts = access_of(asset, place)
    stays = (*access.staying(facts), *access.company(facts))
    unknown = tuple(line for line in stays if line.state == "unknown")  # said once, with what else is not known
    prices = _prices(asset)
    begins, goes_on = _own_words(asset)
    return Listing(
        card=shown,
        greeting=wording.greeting(shown.greeter_name, shown.greeter_words),
        priced=bool(shown.cost or prices) or asset.kind != Kind.VOLUNTEER_ROLE,
        begins=begins,
        paragraphs=goes_on,
        rhythms=_rhythms(asset, timezone.localdate(now)),
        opening=wording.lines(asset.opening_words or _place_opening(asset, place)),
        places=tuple(_place(each, near) for each in places_of(asset)),
        reach=shown.place if asset.reach != Asset.Reach.PLACES else "",
        areas=_areas(asset),
        access=grouped((*access.full(facts, has_a_place=place is not None), *unknown)),
        staying=grouped(line for line in stays if line not in unknown),
        room=welcoming.room_line(asset.room, asset.waiting_words, asset.waiting_how),
        cost=asset.cost_words if prices else shown.cost,
        prices=prices,
        who_for=_who_for(asset),
        like=welcoming.like(asset.level, asset.usual_least, asset.usual_most, asset.mood),
        coming=welcoming.how_to_come(asset.coming, asset.new_a_month, asset.cannot_do),
        safeguarding=_safeguarding(asset) if viewer.works else (),
        contacts=contacts,
        first_time=_first_time(asset, shown, contacts),
        picture=pictured(_picture(asset, place)),
        help_wanted=asset.help_wanted,
        lends=tuple(lend.words for lend in asset.lends.all()),
        organisation=_organisation(asset),
        website=wording.web_address(asset.url),
        sources=tuple(_source(row) for row in asset.sources.all()),
        changed=fresh_of(asset, timezone.localdate(now)).changed,
    )


def in_a_letter(shown: Listing, url: str) -> str:
    """What somebody sends to themselves: the next dates, where, and what it costs. Nobody is named: a worker may read
    of contacts here that are not for whoever gets it."""
    card = shown.card
    when = [f"{date.day}, {date.time}{' (called off)' if date.off else ''}" for date in card.dates] or [card.when]
    address = shown.places[0].address if len(shown.places) == 1 else ""
    place = card.place if shown.places else shown.reach
    where = address if place and place in address else ", ".join(filter(None, (place, address)))
    told = (card.name, card.what, *when, where, card.cost, f"What changes stands here: {url}")
    return "\r\n".join(filter(None, told))


def _own_words(asset: Asset) -> tuple[str, tuple[str, ...]]:
    """How a listing's own words begin and go on. They stay together where they begin as the summary above them."""
    paragraphs = wording.lines(asset.description)
    begins, goes_on = wording.begun(paragraphs, LONGEST_BEGINNING)
    again = asset.summary.rstrip(" .…").casefold()
    return ("", paragraphs) if again and begins.casefold().startswith(again) else (begins, goes_on)


def _prices(asset: Asset) -> tuple[str, ...]:
    """Each price on a line. One alone is what the card says, and what the group says in words is not said again."""
    prices = [option.price for option in asset.cost_options.all()]
    if len(prices) < 2:
        return ()
    return tuple(costs.line(price) for price in prices if price.label or price.concession or not asset.cost_words)


def _place_opening(asset: Asset, place: Place | None) -> str:
    """A place as an asset is open when its place is."""
    return place.opening_words if place is not None and asset.kind == Kind.PLACE and not asset.sessions.all() else ""


def _picture(asset: Asset, place: Place | None) -> Picture | None:
    """Its own; of a place as an asset that of its place, unless that is the door that the first time shows."""
    if asset.picture is not None or place is None or asset.kind != Kind.PLACE:
        return asset.picture
    return place.picture if place.picture_id != asset.first_picture_id else None


def _areas(asset: Asset) -> tuple[str, ...]:
    """What it serves as a whole, unless the line of its reach says so already."""
    if asset.reach == Asset.Reach.AREA:
        return ()
    return tuple(row.area.name for row in asset.asset_areas.all())


def _organisation(asset: Asset) -> Linked | None:
    """Who runs it, where that is not the name of the listing again. One that is not live has no page."""
    runs = asset.organisation
    if runs is None or runs.name.casefold() == asset.name.casefold():
        return None
    return Linked(runs.name, runs.get_absolute_url() if runs.live else "")


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
    back = _back(session, closed) if len(closed) >= A_BREAK else None
    if back is not None:
        first, last = say_day(closed[0], today), say_day(closed[-1], today)
        off = f" Nothing from {first} to {last}; back on {say_day(back, today)}."
    else:
        off = f" Not on {say_days(closed, today)}." if closed else ""
    return [f"{say_rhythm(rhythm, exceptions)}.{off}"]


def _back(session: Session, closed: list[date]) -> date | None:
    """The first date after those days, where nothing is on between the first and the last of them."""
    since = datetime.combine(closed[0], time.min, timezone.get_current_timezone())
    for held in next_occurrences([session], since, 1, nation=settings.CONNECTOR_NATION):
        day = timezone.localdate(held.start)
        return day if day > closed[-1] else None
    return None


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
        url=place.get_absolute_url() if place.live and place.name else "",
    )


def _who_for(asset: Asset) -> tuple[str, ...]:
    whom = "some people" if asset.only_for == Asset.OnlyFor.OTHERS else asset.get_only_for_display()
    limit = welcoming.only_for(whom if asset.only_for else "", asset.only_for_reason)
    ages = wording.ages(asset.min_age, asset.max_age)
    whose = " ".join(filter(None, (welcoming.sentence(asset.who_for), ages)))
    return tuple(filter(None, (whose, limit)))


def _first_time(asset: Asset, shown: Card, contacts: tuple[ContactLine, ...]) -> FirstTime:
    """What happens the first time: as the group tells it, or from what is known of a group that meets."""
    ask = contacts[0] if contacts else ContactLine("")
    greeting = wording.greeting(shown.greeter_name, shown.greeter_words)
    if asset.kind in _MEETS and not greeting:
        greeting = wording.ask_for(ask.name, ask.role)
    ring = f"Ring {ask.name} first if you like." if ask.name and ask.phone else ""
    steps = welcoming.first_steps(asset.first_happens, greeting, shown.greeter_name, ring, shown.cost)
    return FirstTime(
        steps=steps if asset.first_happens.strip() or asset.kind in _MEETS else (),
        bring=welcoming.sentence(asset.first_bring),
        door="" if asset.secret else welcoming.sentence(asset.first_door),
        picture=None if asset.secret else pictured(asset.first_picture),
        told=first_time.told(asset),
    )


def _safeguarding(asset: Asset) -> tuple[str, ...]:
    return welcoming.safeguarding(asset.at_risk, asset.safeguarding_lead, asset.safeguarding_policy)


def _source(row: AssetSource) -> SourceLine:
    source = row.source
    return SourceLine(source.name, row.licence or source.licence, source.attribution, source.url)
