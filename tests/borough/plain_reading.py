"""What a search must find, read plainly from the rows of the catalogue: no engine, no index, no features.

Invariant: written apart from `search`: it shares the great circle of geopy, the stems and the product's dates, nothing
else, and is as slow as it is plain.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from geopy.distance import great_circle

from cms.models import Asset, InterestRelation, Place
from cms.schedule.slots import weekly_slots
from cms.sessions import next_occurrences, rhythm_of
from search.stems import stems
from search.types import Order, SearchRequest

AHEAD_DAYS = 60


class PlainReading:
    """Every live asset, read once."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.assets = list(
            Asset.objects.filter(live=True)
            .exclude(name="")
            .select_related("organisation")
            .prefetch_related("asset_places__place", "sessions__place", "sessions__authority__terms")
            .prefetch_related("asset_interests__interest", "access_facts", "asset_areas__area")
            .prefetch_related("asset_places__place__access_facts", "sessions__place__access_facts")
            .prefetch_related("asset_places__place__ward", "sessions__place__ward")
        )
        self.by_id = {asset.pk: asset for asset in self.assets}
        live = InterestRelation.objects.filter(kind="broader", source__live=True, target__live=True)
        self.edges = set(live.values_list("source__code", "target__code"))
        self.topics = {asset.pk: self._topics(asset) for asset in self.assets}
        self.texts = {asset.pk: self._texts(asset) for asset in self.assets}
        self.slots = {asset.pk: self._slots(asset) for asset in self.assets}
        self.starts = {asset.pk: self._start(asset) for asset in self.assets}

    def found(self, request: SearchRequest) -> list[int]:
        """The ids that match, in the request's order where that is nearest or soonest, else by id."""
        ids = [asset.pk for asset in self.assets if self._matches(asset, request)]
        if request.order is Order.SOONEST:
            return sorted(ids, key=lambda pk: (self.starts[pk] is None, self.starts[pk] or 0, pk))
        if request.order is Order.NEAREST and request.near:
            far = {pk: self._metres(self.by_id[pk], request) for pk in ids}
            return sorted(ids, key=lambda pk: (far[pk] is None, far[pk] or 0.0, pk))
        return sorted(ids)

    def _matches(self, asset: Asset, request: SearchRequest) -> bool:
        met = {row.interest.code for row in asset.asset_interests.all() if row.state != "removed" and row.interest.live}
        return (
            (request.for_workers or asset.kind != "offer")
            and (not request.kinds or asset.kind in request.kinds)
            and (not request.interests or bool(self.topics[asset.pk] & request.interests))
            and self._has_the_facts(asset, request)
            and (not request.slots or bool(self.slots[asset.pk] & request.slots))
            and self._is_within(asset, request)
            and self._says(asset, met, request)
        )

    def counts(self, request: SearchRequest) -> dict[str, dict[str, int]]:
        """The counts of every group, each as if nothing of it were chosen; of access as it is."""
        nothing: dict[str, dict[str, Any]] = {
            "kind": {"kinds": frozenset()}, "interest": {"interests": frozenset()}, "day": {"days": frozenset()},
            "time": {"parts": frozenset()}, "cost": {"costs": frozenset()}, "access": {},
            "audience": {"audience": frozenset()}, "area": {"areas": frozenset()}, "fresh": {"fresh_since": None},
        }  # fmt: skip
        counted = {}
        for group, fields in nothing.items():
            asked = replace(request, **fields)
            values = [self._values(group, pk, asked) for pk in self.found(asked)]
            counted[group] = dict(Counter(value for held in values for value in held))
        return counted

    def _values(self, group: str, pk: int, request: SearchRequest) -> set[str]:
        asset = self.by_id[pk]
        if group == "kind":
            return {asset.kind}
        if group == "interest":
            return self.topics[pk]
        if group == "day":
            return {slot[:3] for slot in self.slots[pk] if not request.parts or slot[4:] in request.parts}
        if group == "time":
            return {slot[4:] for slot in self.slots[pk] if not request.days or slot[:3] in request.days}
        if group == "fresh":
            alive = _alive(asset)
            age = (self.now.date() - alive).days if alive else 10_000
            return {name for name, days in (("month", 31), ("season", 92), ("year", 366)) if age <= days}
        return {"cost": _costs, "access": _access, "audience": _audience, "area": _areas}[group](asset)

    def _has_the_facts(self, asset: Asset, request: SearchRequest) -> bool:
        since = request.fresh_since
        alive = _alive(asset)
        known_on = (alive - date(1970, 1, 1)).days if alive else None
        return (
            (not request.costs or bool(request.costs & _costs(asset)))
            and request.access <= _access(asset)
            and (not request.audience or bool(request.audience & _audience(asset)))
            and (not request.areas or bool(request.areas & _areas(asset)))
            and (since is None or (known_on is not None and known_on >= since))
        )

    def _topics(self, asset: Asset) -> set[str]:
        """Its interests and, step by step, all that they are a kind of."""
        found = {
            row.interest.code for row in asset.asset_interests.all() if row.state != "removed" and row.interest.live
        }
        while more := {above for below, above in self.edges if below in found} - found:
            found |= more
        return found

    def _is_within(self, asset: Asset, request: SearchRequest) -> bool:
        if request.near is None or request.radius_m is None:
            return True
        if request.everywhere and asset.reach != Asset.Reach.PLACES:
            return True
        metres = self._metres(asset, request)
        return metres is not None and metres <= request.radius_m

    def _says(self, asset: Asset, met: set[str], request: SearchRequest) -> bool:
        if not request.has_words:
            return True
        if met & {want.code for want in request.wanted}:
            return True
        texts = self.texts[asset.pk]
        return any(f" {' '.join(term.stems)} " in text for term in request.terms for text in texts)

    def _metres(self, asset: Asset, request: SearchRequest) -> float | None:
        here = (request.near.lat, request.near.lon)  # type: ignore[union-attr]
        known = [(place.lat, place.lon) for place in _places(asset) if place.live and place.lat is not None]
        return min((great_circle(here, there).m for there in known), default=None)

    def _texts(self, asset: Asset) -> list[str]:
        """Each as stems between blanks. Keywords are one text of several sentences, as a description is: words that
        stand side by side there are side by side, whatever stop is between them."""
        kept = [row for row in asset.asset_interests.all() if row.state != "removed"]
        kept.sort(key=lambda row: (row.state != "confirmed", row.interest.code))
        audience = [str(word).replace("_", " ") for word in asset.audience]
        keywords = [*(row.interest.label for row in kept), *map(str, asset.tags), *audience, asset.who_for]
        runner = asset.organisation.name if asset.organisation else ""
        fields = [
            asset.name,
            asset.summary,
            asset.description,
            runner,
            ". ".join(dict.fromkeys(filter(None, keywords))),
        ]
        return [f" {' '.join(stems(text))} " for text in fields]

    def _slots(self, asset: Asset) -> set[str]:
        today, found = self.now.date(), set[str]()
        for session in asset.sessions.all():
            ends = session.first if session.rhythm == "once" else session.until
            rhythm = rhythm_of(session)
            if rhythm is not None and (ends is None or ends >= today):
                found |= weekly_slots(rhythm)
        return found

    def _start(self, asset: Asset) -> int | None:
        coming = next_occurrences(asset.sessions.all(), self.now, 5, horizon_days=AHEAD_DAYS)
        minutes = [int(each.start.timestamp()) // 60 for each in coming]
        return next((minute for minute in minutes if minute >= self.now.timestamp() // 60), None)


def _alive(asset: Asset) -> date | None:
    return max(filter(None, (asset.confirmed_on, asset.ran_on)), default=None)


def _places(asset: Asset) -> list[Place]:
    return [row.place for row in asset.asset_places.all()] + [each.place for each in asset.sessions.all() if each.place]


def _costs(asset: Asset) -> set[str]:
    if asset.cost in ("free", "donation"):
        return {asset.cost}
    if not asset.cost_pence:
        return set()
    return {"few"} if asset.cost_pence <= 500 else {"more"}


def _access(asset: Asset) -> set[str]:
    """Subjects that are known to be there: the listing says so, or all of its places do and it says nothing else."""
    own = {fact.subject: fact.state for fact in asset.access_facts.all() if fact.state != "unknown"}
    places = {place.pk: place for place in _places(asset) if place.live}.values()
    there = [{fact.subject for fact in place.access_facts.all() if fact.state == "yes"} for place in places]
    everywhere = set.intersection(*there) if there else set()
    return {subject for subject in everywhere if subject not in own} | {s for s, state in own.items() if state == "yes"}


def _audience(asset: Asset) -> set[str]:
    only = {f"{asset.only_for}_only"} if asset.only_for not in ("", "others") else set()
    return {str(word) for word in asset.audience} | only


def _areas(asset: Asset) -> set[str]:
    wards = {place.ward.code for place in _places(asset) if place.live and place.ward}
    return wards | {row.area.code for row in asset.asset_areas.all()}
