"""What pages show of it: the switch on a group's own page, "I was there" for workers, all that was said for staff.

Invariant: the public page of a listing gets nothing here; nobody's name or address is among what is shown.
"""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.models import Asset
from cms.schedule.names import DAY_NAMES, full_date
from connector.evidence.deciding import say_when
from connector.evidence.models import Evidence
from connector.evidence.people import asked_after, asks_for, by_text
from connector.evidence.was_there import day_to_say
from connector.notifications.recipients import addressee, person_key

LAST = 8


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`after_sessions`: channel that is on, each_time, and whether e-mail and texts reach them; for what has times of
    its own."""
    recipient = asks_for(request, asset)
    to = addressee(recipient) if recipient else None
    if to is None or not asset.live or not asset.sessions.exists():
        return {}
    email, text = bool(to.email), bool(by_text(recipient, asset))
    if not (email or text):
        return {}
    row = asked_after(recipient, asset)
    on = {"channel": row.channel, "each_time": row.each_time} if row else {"channel": "", "each_time": False}
    return {"after_sessions": {**on, "email": email, "text": text}}


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`was_there`: day and words of the last session, and whether this worker said that they were there."""
    viewer = getattr(request, "viewer", None)
    if viewer is None or not viewer.works or not asset.live or not asset.pk:
        return {}
    now = timezone.now()
    day = day_to_say(asset, now)
    if day is None:
        return {}
    said = Evidence.objects.filter(asset=asset, on=day, person=person_key(request.user.email), ran=True).exists()  # type: ignore[union-attr]
    words = say_when(day, timezone.localdate(now), DAY_NAMES)
    return {"was_there": {"uuid": asset.uuid, "day": day.isoformat(), "words": words, "said": said}}


def on_edit_page(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`evidence`: the last things said: day, what, by which kind of person, how."""
    if not asset.pk:
        return {}
    rows = Evidence.objects.filter(asset=asset.pk)[:LAST]
    return {
        "evidence": [(full_date(row.on), what_of(row), row.get_who_display(), row.get_how_display()) for row in rows]
    }


def what_of(row: Evidence) -> str:
    """ "It ran; full"."""
    ran = {True: "it ran", False: "it did not run", None: ""}[row.ran]
    return "; ".join(filter(None, (ran, row.get_room_display())))
