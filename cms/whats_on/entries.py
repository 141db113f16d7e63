"""One date as a line to read: when, what it is, where, and the few facts that decide whether somebody can go.

Invariant: only what this viewer may see, asked once more; a place that is secret is told by nobody; what is not known
is left to the listing's own page and never shown as yes.
"""

from collections.abc import Sequence

from django.utils import timezone

from cms.models import Asset, Place, ScheduledSession
from cms.presenting import cost_of, presentable
from cms.schedule.say import say_span
from cms.visibility import Viewer
from cms.whereabouts import access_of, place_words, places_of

# When it begins, name, address, what it is, where and what else matters, whether it is called off.
Line = tuple[str, str, str, str, str, bool]


def lines(rows: Sequence[ScheduledSession], viewer: Viewer) -> dict[int, Line]:
    """A line for each of these dates, by its key; what may not be seen any more has none."""
    assets = presentable(Asset.objects.visible_to(viewer)).in_bulk({row.asset_id for row in rows})
    return {row.pk: _line(row, assets[row.asset_id]) for row in rows if row.asset_id in assets}


def _line(row: ScheduledSession, asset: Asset) -> Line:
    begins = say_span(timezone.localtime(row.starts_at).time())
    told = [f"Not on: {row.why}" if row.why else "Not on"] if row.cancelled else _facts(row, asset)
    words = " ".join(f"{each.strip().removesuffix('.')}." for each in told if each.strip())
    return begins, asset.name, asset.get_absolute_url(), asset.summary, words, row.cancelled


def _facts(row: ScheduledSession, asset: Asset) -> list[str]:
    place = _place(row, asset)
    way_in = access_of(asset, place).get("step_free")
    until = f"Until {say_span(timezone.localtime(row.ends_at).time())}" if row.ends_at else ""
    level = "Step-free" if way_in is not None and way_in.state == "yes" else ""
    return [until, place_words(asset, place), cost_of(asset), level, row.why]


def _place(row: ScheduledSession, asset: Asset) -> Place | None:
    """That of the session, else the first of the listing's."""
    places = places_of(asset)
    own = next((each.place_id for each in asset.sessions.all() if each.pk == row.session_id), None)
    return next((place for place in places if place.pk == own), places[0] if places else None)
