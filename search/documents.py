"""From the catalogue to what an engine keeps and what the ranking reads of each listing, in bulk.

Invariant: no personal data. Contacts, greeters' names, who confirmed a listing and notes on access never go into one;
what a document holds stands on the public listing. The number of queries does not grow with the listings in a batch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from hashlib import sha256

from django.db.models import Prefetch

from cms.models import Asset, AssetInterest, AssetPlace, Place, Session
from cms.querysets import AssetQuerySet
from cms.schedule.slots import weekly_slots
from cms.sessions import next_occurrences, rhythm_of
from search import conf
from search.access import merged_access
from search.cues import cues
from search.packing import content
from search.terms import length
from search.types import AssetDocument, CandidateFeatures, Point

EPOCH = date(1970, 1, 1)
MOST_STARTS = 120
# Found wherever somebody is: there is no place to go to.
EVERYWHERE = frozenset({Asset.Reach.AREA, Asset.Reach.ONLINE, Asset.Reach.VISITING})
WORKERS_ONLY = frozenset({"offer"})


def documents(
    assets: AssetQuerySet, *, today: date, size: int = conf.BATCH
) -> Iterator[tuple[AssetDocument, CandidateFeatures]]:
    """Each asset as a document and its features, by id. `today`: the local day from which real dates are counted."""
    loaded = _with_all_that_is_read(assets)
    last = 0
    while batch := list(loaded.filter(pk__gt=last).order_by("pk")[:size]):
        for asset in batch:
            yield _pair(asset, today)
        last = batch[-1].pk


def _with_all_that_is_read(assets: AssetQuerySet) -> AssetQuerySet:
    return assets.select_related("organisation").prefetch_related(
        Prefetch("asset_places", AssetPlace.objects.select_related("place").order_by("place_id")),
        "asset_places__place__access_facts",
        Prefetch("sessions", Session.objects.select_related("place", "authority").order_by("pk")),
        "sessions__place__access_facts",
        "sessions__authority__terms",
        Prefetch("asset_interests", AssetInterest.objects.select_related("interest").order_by("interest__code")),
        "access_facts",
    )


def _pair(asset: Asset, today: date) -> tuple[AssetDocument, CandidateFeatures]:
    document = _document(asset, today)
    features = _features(asset, document)
    return replace(document, digest=sha256(content(document, features)).hexdigest()), features


def _document(asset: Asset, today: date) -> AssetDocument:
    tagged = _interests(asset, AssetInterest.State.CONFIRMED) + _interests(asset, AssetInterest.State.SUGGESTED)
    return AssetDocument(
        asset_id=asset.pk,
        uuid=str(asset.uuid),
        kind=asset.kind,
        name=asset.name,
        summary=asset.summary,
        description=asset.description,
        organisation=asset.organisation.name if asset.organisation and asset.organisation.live else "",
        keywords=_keywords([row.interest.label for row in tagged], asset),
        interests=tuple(sorted(row.interest.code for row in tagged)),
        points=_points(_places(asset)),
        everywhere=asset.reach in EVERYWHERE,
        free=asset.cost == Asset.Cost.FREE,
        slots=_slots(asset, today),
        starts=_starts(asset, today),
        for_workers=asset.kind in WORKERS_ONLY,
    )


def _features(asset: Asset, document: AssetDocument) -> CandidateFeatures:
    text = " ".join(filter(None, [asset.who_for, asset.summary, asset.description]))
    return CandidateFeatures(
        asset_id=asset.pk,
        kind=asset.kind,
        interests=tuple(row.interest.code for row in _interests(asset, AssetInterest.State.CONFIRMED)),
        suggested=tuple(row.interest.code for row in _interests(asset, AssetInterest.State.SUGGESTED)),
        points=document.points,
        everywhere=document.everywhere,
        slots=frozenset(document.slots),
        starts=document.starts,
        free=document.free,
        pence=0 if document.free else asset.cost_pence,
        room=asset.room,
        confirmed_on=(asset.confirmed_on - EPOCH).days if asset.confirmed_on else None,
        access=_access(asset),
        audience=frozenset(map(str, asset.audience)),
        min_age=asset.min_age,
        max_age=asset.max_age,
        greeter=bool(asset.greeter_name or asset.greeter_words),
        wants_help=bool(asset.help_wanted),
        met=asset.met,
        cues=cues(asset.name, text),
        length=length(document),
    )


def _interests(asset: Asset, state: str) -> list[AssetInterest]:
    return [row for row in asset.asset_interests.all() if row.state == state and row.interest.live]


def _keywords(labels: Iterable[str], asset: Asset) -> str:
    """Labels of its interests, the source's own words, and for whom it is."""
    words = [*labels, *map(str, asset.tags), *(str(word).replace("_", " ") for word in asset.audience), asset.who_for]
    return ". ".join(dict.fromkeys(filter(None, words)))


def _places(asset: Asset) -> list[Place]:
    """Where it is: its own places and its sessions', each once. An unpublished place is a draft and is left out."""
    own = [row.place for row in asset.asset_places.all()]
    of_sessions = [session.place for session in asset.sessions.all() if session.place]
    return [place for place in {place.pk: place for place in own + of_sessions}.values() if place.live]


def _points(places: Iterable[Place]) -> tuple[Point, ...]:
    known = [Point(place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    return tuple(dict.fromkeys(known))


def _access(asset: Asset) -> dict[str, str]:
    places = [{fact.subject: fact.state for fact in place.access_facts.all()} for place in _places(asset)]
    return merged_access(places, {fact.subject: fact.state for fact in asset.access_facts.all()})


def _slots(asset: Asset, today: date) -> tuple[str, ...]:
    """The slots of what still runs."""
    found: set[str] = set()
    for session in asset.sessions.all():
        rhythm = rhythm_of(session)
        ends = session.first if session.rhythm == Session.Rhythm.ONCE else session.until
        if rhythm is not None and (ends is None or ends >= today):
            found |= weekly_slots(rhythm)
    return tuple(sorted(found))


def _starts(asset: Asset, today: date) -> tuple[int, ...]:
    """Starts from the beginning of today on, minutes since 1970 UTC: the same all day, so that digests stay."""
    midnight = datetime.combine(today, time(), conf.zone())
    nation, ahead = conf.nation(), conf.DATES_AHEAD_DAYS
    coming = next_occurrences(asset, midnight, MOST_STARTS, nation=nation, horizon_days=ahead)  # type: ignore[arg-type]
    return tuple(dict.fromkeys(int(occurrence.start.timestamp()) // 60 for occurrence in coming))
