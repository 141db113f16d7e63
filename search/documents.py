"""From the catalogue to what an engine keeps and what the ranking reads of each listing, in bulk.

Invariant: no personal data. Contacts, greeters' names, who confirmed a listing and notes on access never go into one;
what a document holds stands on the public listing.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256
from itertools import islice

from cms.freshness import Facts
from cms.models import Asset, Introductions, Kind, Place, Session
from cms.querysets import AssetQuerySet
from cms.schedule.exceptions import Exceptions, Nation, Terms
from cms.schedule.occurrences import occurrences
from cms.schedule.rhythm import Rhythm
from cms.schedule.slots import weekly_slots
from cms.sessions import exceptions_of, rhythm_of, terms_of
from cms.visibility import for_workers
from search import conf
from search.access import merged_access
from search.ages import stages_for
from search.cues import cues
from search.facets import FEW_PENCE
from search.loading import AssetRead, Parts, PlaceRead, Tag, loaded
from search.packing import content
from search.taking_part import signs_of_taking_part
from search.terms import length
from search.types import AssetDocument, CandidateFeatures, Point

EPOCH = date(1970, 1, 1)
MOST_STARTS = 120
# Found wherever somebody is: there is no place to go to.
EVERYWHERE = frozenset({Asset.Reach.AREA, Asset.Reach.ONLINE, Asset.Reach.VISITING})
_weekly = lru_cache(maxsize=5_000)(weekly_slots)


def documents(
    assets: AssetQuerySet, *, today: date, size: int = conf.BATCH
) -> Iterator[tuple[AssetDocument, CandidateFeatures]]:
    """Each asset as a document and its features, by id. `today`: the local day from which real dates are counted.

    Takes the same number of queries for every `size` assets, however many parts they have.
    """
    for asset, parts in loaded(assets, size):
        access = merged_access(parts.place_access, parts.access)
        document = _document(asset, parts, access, today)
        features = _features(asset, parts, document, access, today)
        yield replace(document, digest=sha256(content(document, features)).hexdigest()), features


def _document(asset: AssetRead, parts: Parts, access: dict[str, str], today: date) -> AssetDocument:
    tags = parts.confirmed + parts.suggested
    return AssetDocument(
        asset_id=asset.pk,
        uuid=str(asset.uuid),
        kind=asset.kind,
        name=asset.name,
        summary=asset.summary,
        description=asset.description,
        organisation=(asset.organisation__live and asset.organisation__name) or "",
        keywords=_keywords(tags, asset),
        interests=tuple(sorted(tag.code for tag in tags)),
        broader=tuple(sorted(parts.broader)),
        points=_points(parts.places.values()),
        everywhere=asset.reach in EVERYWHERE,
        free=asset.cost == Asset.Cost.FREE,
        costs=_costs(asset),
        access=_known_yes(access),
        audience=_audience(asset),
        areas=_areas(parts),
        fresh_on=_fresh_on(asset),
        slots=_slots(parts.sessions, today),
        starts=_starts(parts.sessions, today),
        for_workers=for_workers(asset),
    )


def _features(
    asset: AssetRead, parts: Parts, document: AssetDocument, access: dict[str, str], today: date
) -> CandidateFeatures:
    about = " ".join(filter(None, [asset.who_for, asset.summary, asset.description]))
    return CandidateFeatures(
        asset_id=asset.pk,
        kind=asset.kind,
        interests=tuple(tag.code for tag in parts.confirmed),
        suggested=tuple(tag.code for tag in parts.suggested),
        points=document.points,
        about=_about(parts.places.values(), document.points),
        everywhere=document.everywhere,
        slots=frozenset(document.slots),
        starts=document.starts,
        free=document.free,
        pence=0 if document.free else asset.cost_pence,
        room=asset.room,
        fresh_on=document.fresh_on,
        access=access,
        audience=frozenset(document.audience),
        min_age=asset.min_age,
        max_age=asset.max_age,
        greeter=bool(asset.greeter_name or asset.greeter_words),
        wants_help=bool(asset.help_wanted),
        met=asset.met,
        cues=cues(asset.name, about),
        length=length(document),
        stages=stages_for(
            asset.name,
            asset.who_for,
            asset.audience,
            asset.min_age,
            asset.max_age,
            helpers=asset.kind == Kind.VOLUNTEER_ROLE,
        ),
        help_wanted=asset.help_wanted,
        size=asset.usual_most or asset.usual_least,
        minutes=_minutes(parts.sessions, today),
        no_thanks=asset.introductions__state == Introductions.State.NO_THANKS,
        at_limit=bool(asset.introductions__at_limit),
        takes_part=signs_of_taking_part(f"{asset.name}. {about}"),
    )


def _fresh_on(asset: AssetRead) -> int | None:
    """The day of its last sign of life, days since 1970."""
    alive = Facts(confirmed_on=asset.confirmed_on, ran_on=asset.ran_on).seen_alive
    return (alive - EPOCH).days if alive else None


def _keywords(tags: Iterable[Tag], asset: AssetRead) -> str:
    """Labels of its interests, the source's own words, for whom it is, and what help they would like."""
    labels, audience = [tag.label for tag in tags], [str(word).replace("_", " ") for word in asset.audience]
    return ". ".join(
        dict.fromkeys(filter(None, [*labels, *map(str, asset.tags), *audience, asset.who_for, asset.help_wanted]))
    )


def _points(places: Iterable[PlaceRead]) -> tuple[Point, ...]:
    known = [Point(place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    return tuple(dict.fromkeys(known))


def _costs(asset: AssetRead) -> tuple[str, ...]:
    """Names of `search.facets.COSTS` besides free. A price that nobody knows is none of them."""
    if asset.cost == Asset.Cost.DONATION:
        return ("donation",)
    if asset.cost == Asset.Cost.FREE or not asset.cost_pence:
        return ()
    return ("few",) if asset.cost_pence <= FEW_PENCE else ("more",)


def _audience(asset: AssetRead) -> tuple[str, ...]:
    """Whom it is for, in its own words, and whom alone: "women_only"."""
    only = [f"{asset.only_for}_only"] if asset.only_for and asset.only_for != Asset.OnlyFor.OTHERS else []
    return tuple(sorted({*map(str, asset.audience), *only}))


def _known_yes(access: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(subject for subject, state in access.items() if state == "yes")


def _areas(parts: Parts) -> tuple[str, ...]:
    """Codes of the wards that its places lie in and of the areas that it serves."""
    wards = [place.ward__code for place in parts.places.values() if place.ward__code is not None]
    return tuple(sorted({*wards, *parts.areas}))


def _about(places: Iterable[PlaceRead], points: Iterable[Point]) -> tuple[bool, ...]:
    """Of each point whether no place there is known more exactly than to its postcode sector."""
    known = [place for place in places if place.precision != Place.Precision.SECTOR]
    exact = set(_points(known))
    return tuple(point not in exact for point in points)


def _slots(sessions: Iterable[Session], today: date) -> tuple[str, ...]:
    """The slots of what still runs."""
    return tuple(sorted(frozenset().union(*(_weekly(rhythm) for rhythm in _running(sessions, today)))))


def _minutes(sessions: Iterable[Session], today: date) -> dict[str, int]:
    """Slot -> minutes of the longest session that fills it, of what still runs and says when it ends."""
    found: dict[str, int] = {}
    for rhythm in _running(sessions, today):
        if rhythm.length is None:
            continue
        long = int(rhythm.length.total_seconds()) // 60
        for slot in _weekly(rhythm):
            found[slot] = max(found.get(slot, 0), long)
    return found


def _running(sessions: Iterable[Session], today: date) -> Iterator[Rhythm]:
    """The rhythms of what still runs."""
    for session in sessions:
        rhythm = rhythm_of(session)
        ends = session.first if session.rhythm == Session.Rhythm.ONCE else session.until
        if rhythm is not None and (ends is None or ends >= today):
            yield rhythm


def _starts(sessions: Sequence[Session], today: date) -> tuple[int, ...]:
    """Starts from the beginning of today on, minutes since 1970 UTC: the same all day, so that digests stay."""
    midnight, nation = datetime.combine(today, time(), conf.zone()), conf.nation()
    coming = [
        _coming(_lately(rhythm, today), exceptions_of(session), terms_of(session), midnight, nation)
        for session in sessions
        if (rhythm := rhythm_of(session)) is not None
    ]
    return tuple(dict.fromkeys(islice(heapq.merge(*coming), MOST_STARTS)))


def _lately(rhythm: Rhythm, today: date) -> Rhythm:
    """The same as if it had begun yesterday, where what was before makes no difference: most of a catalogue is a few
    hundred rhythms, told apart only by when they began."""
    yesterday = today - timedelta(days=1)
    begun = rhythm.first < yesterday and (rhythm.until is None or rhythm.until >= yesterday)
    return replace(rhythm, first=yesterday) if begun and rhythm.kind in ("daily", "weekly", "monthly") else rhythm


@lru_cache(maxsize=5_000)
def _coming(
    rhythm: Rhythm, exceptions: Exceptions, terms: Terms | None, since: datetime, nation: Nation
) -> tuple[int, ...]:
    """The starts of one session. Equal rules have equal dates, which take long to work out."""
    ahead = conf.DATES_AHEAD_DAYS
    found = occurrences(
        rhythm, exceptions, since=since, terms=terms, nation=nation, limit=MOST_STARTS, horizon_days=ahead
    )
    return tuple(int(occurrence.start.timestamp()) // 60 for occurrence in found)
