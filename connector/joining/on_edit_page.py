"""What the edit page of a listing tells staff of how it came to us and what was agreed.

Invariant: for staff who look after listings alone; says what is not known as not known.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms.models import Asset
from cms.welcoming import safeguarding_unknown
from connector.joining.models import Agreement, NewListing


def on_edit_page(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`came_in`: for a listing that was told to us: its number, by whom in words, what was agreed, where to ask."""
    row = NewListing.objects.filter(asset=asset.pk).first() if asset.pk else None
    if row is None:
        return {}
    agreed = Agreement.objects.filter(asset=asset.pk).first()
    unknown = safeguarding_unknown(asset.at_risk, asset.safeguarding_lead, asset.safeguarding_policy)
    told = {
        "number": row.number,
        "mine": row.mine,
        "agreed": agreed,
        "ask": "" if row.mine or agreed else reverse("joining_asked", args=[asset.uuid]),
        "safeguarding_unknown": unknown,
    }
    return {"came_in": told}
