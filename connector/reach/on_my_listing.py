"""What a listing's own page tells its group: what it brought, what waits for an answer, what may be asked for."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.access import NAMES
from cms.models import Asset, Introductions
from connector.asking.models import AccessQuestion
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


def _waiting(asset: Asset) -> list[tuple[str, str]]:
    """Needed most first, without what a draft of theirs answers already."""
    rows = AccessQuestion.objects.filter(asset=asset).exclude(state=AccessQuestion.State.ANSWERED)
    subjects = list(rows.order_by("-times", "subject").values_list("subject", flat=True))
    if not subjects:
        return []
    draft = asset.get_latest_revision_as_object()
    said = {fact.subject for fact in draft.access_facts.all() if fact.state in ("yes", "no", "partly")}
    return [(subject, NAMES[subject].name) for subject in subjects if subject not in said][:MOST]
