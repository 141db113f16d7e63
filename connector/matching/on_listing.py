"""What a listing's own page shows a worker besides: how far it is from where they asked, and Keep, as on its card.

Invariant: for workers alone, and from their session alone; everybody else's page is the same for all.
"""

from typing import Any

from django.http import HttpRequest

from cms.models import Asset, Kind
from connector.matching.saying_hello import introductions_to
from connector.matching.shortlist import kept
from connector.matching.told import told_of


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`told`: connector.matching.told.Told, where the match page has told something of this listing; `kept_count`;
    `keep`: what the Keep button is of, and `hello`: connector.reach.introducing.Told, for a listing that is out."""
    viewer, session = getattr(request, "viewer", None), getattr(request, "session", None)
    if viewer is None or not viewer.works or session is None:
        return {}
    uuid, held = str(asset.uuid), kept(session)
    shown: dict[str, Any] = {"told": told_of(session, uuid), "kept_count": len(held)}
    if asset.live:
        shown["keep"] = {"uuid": uuid, "name": asset.name, "kept": uuid in held}
        shown["hello"] = introductions_to(request, [uuid], [uuid] if asset.kind == Kind.OFFER else []).get(uuid)
    return shown
