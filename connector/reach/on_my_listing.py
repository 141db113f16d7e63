"""What a listing's own page tells its group: what it brought, what waits for an answer, what may be asked for."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.models import Asset, Introductions
from connector.asking.waiting import left_of
from connector.reach.helping import WANTED
from connector.reach.reading import month_of
from connector.reach.wording import HOW, brought, of_my_listing

MOST = 3


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """Of a listing that people see: `brought`, one sentence, and `how_counted`; `waiting`: subject and name of each
    question that nobody has answered; `introductions`: a sentence; `help_now`, `help_offered`: (code, words)."""
    if not asset.live:
        return {}
    state = Introductions.objects.filter(asset=asset).values_list("state", flat=True).first() or ""
    return {
        "brought": brought(month_of(asset.pk, timezone.localdate())),
        "how_counted": HOW,
        "waiting": _waiting(asset),
        "introductions": of_my_listing(state),
        "help_now": asset.help_wanted,
        "help_offered": [(code, label) for code, label, _words in WANTED],
    }


def _waiting(asset: Asset) -> list[tuple[str, str, int]]:
    """Subject, name and letters of an answer in words (0: yes, no or in part). Needed most first, without what they
    have said already."""
    return [(each.subject, each.name, each.most) for each in left_of([asset.pk]).get(asset.pk, [])][:MOST]
