"""Sending what was answered: what is safe is live at once, the rest goes to a connector (`cms.moderation`).

Invariant: answers are laid upon the newest draft under a lock; nothing is sent that was read back upon an older one,
nor by somebody who stopped keeping the listing a moment ago.
"""

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from cms.actions import send_change
from cms.geo.answers import Found
from cms.geo.geocode import get_geocoder
from cms.models import Asset, Place
from cms.moderation import Verdict
from cms.selfservice.desk import Desk
from cms.selfservice.kept import put


class ChangedMeanwhile(Exception):
    """Somebody sent or saved another version while this one was being read back. Read it back again."""


def send(desk: Desk, *, by: Any, seen: str, reached: QuerySet[Asset]) -> Verdict:
    """Send the answers. `seen`: the version that they were read back upon; `reached`: what `by` may change, asked
    again here. Raises ChangedMeanwhile, and PermissionDenied where this listing is not among it any more."""
    with transaction.atomic():
        asset: Final = Asset.objects.select_for_update().get(pk=desk.asset.pk)
        if not reached.filter(pk=asset.pk).exists():
            raise PermissionDenied
        if seen != str(asset.latest_revision_id or 0):
            raise ChangedMeanwhile
        place = _place(*desk.pending.place) if desk.pending.place is not None else None
        draft = put(asset.get_latest_revision_as_object(), desk.pending, desk.today, place)
        return send_change(draft=draft, by=by, owner_confirms=desk.pending.mine)


def _place(name: str, postcode: str) -> Place:
    """The one place in the catalogue of that name and postcode, or a new one. It has no page of its own before
    something that people see is there."""
    named = Place.objects.filter(name__iexact=name, live=True)
    found = list((named.filter(postcode=postcode) if postcode else named).order_by("pk")[:2])
    if len(found) == 1:
        return found[0]
    point = get_geocoder().find(postcode) if postcode else None
    lat, lon = (point.lat, point.lon) if isinstance(point, Found) else (None, None)
    return Place.objects.create(name=name, postcode=postcode, lat=lat, lon=lon, precision=Place.Precision.POSTCODE)
