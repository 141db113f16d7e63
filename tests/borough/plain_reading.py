"""What a search must find, read plainly from the rows of the catalogue: no engine, no index, no features.

Invariant: written apart from `search`: it shares the great circle of geopy, the stems and the product's dates, nothing
else, and is as slow as it is plain.
"""

from datetime import datetime

from geopy.distance import great_circle

from cms.models import Asset, Place
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
            .prefetch_related("asset_interests__interest")
        )
        self.texts = {asset.pk: self._texts(asset) for asset in self.assets}
        self.slots = {asset.pk: self._slots(asset) for asset in self.assets}
        self.starts = {asset.pk: self._start(asset) for asset in self.assets}

    def found(self, request: SearchRequest) -> list[int]:
        """The ids that match, in the request's order where that is nearest or soonest, else by id."""
        ids = [asset.pk for asset in self.assets if self._matches(asset, request)]
        by_id = {asset.pk: asset for asset in self.assets}
        if request.order is Order.SOONEST:
            return sorted(ids, key=lambda pk: (self.starts[pk] is None, self.starts[pk] or 0, pk))
        if request.order is Order.NEAREST and request.near:
            far = {pk: self._metres(by_id[pk], request) for pk in ids}
            return sorted(ids, key=lambda pk: (far[pk] is None, far[pk] or 0.0, pk))
        return sorted(ids)

    def _matches(self, asset: Asset, request: SearchRequest) -> bool:
        met = {row.interest.code for row in asset.asset_interests.all() if row.state != "removed" and row.interest.live}
        return (
            (request.for_workers or asset.kind != "offer")
            and (not request.kinds or asset.kind in request.kinds)
            and (not request.interests or bool(met & request.interests))
            and (not request.free or asset.cost == "free")
            and (not request.slots or bool(self.slots[asset.pk] & request.slots))
            and self._is_within(asset, request)
            and self._says(asset, met, request)
        )

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
        labels = [row.interest.label for row in asset.asset_interests.all() if row.state != "removed"]
        audience = [str(word).replace("_", " ") for word in asset.audience]
        runner = asset.organisation.name if asset.organisation else ""
        fields = [asset.name, asset.summary, asset.description, runner, asset.who_for]
        return [f" {' '.join(stems(text))} " for text in [*fields, *labels, *map(str, asset.tags), *audience]]

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


def _places(asset: Asset) -> list[Place]:
    return [row.place for row in asset.asset_places.all()] + [each.place for each in asset.sessions.all() if each.place]
