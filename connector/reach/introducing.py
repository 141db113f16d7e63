"""What a worker is told of introductions to a listing, and the wish for one.

Invariant: nothing that this viewer may not see, one query for all of them; *no, thank you* is never offered.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils import timezone

from cms.models import Asset, Kind
from connector.gaps.once import is_noted, not_noted_yet
from connector.reach.actions.say_hello import say_hello
from connector.reach.deciding import Act, may_say_hello
from connector.reach.models import SayHello
from connector.reach.noting import note
from connector.reach.wording import introductions, said_so


class Told(NamedTuple):
    """`words`: a sentence; `may`: whether *say hello* is offered, or what `verb` calls it instead; `since`: who said so
    and when, as a sentence."""

    words: str
    may: bool
    verb: str = ""
    since: str = ""


def wish(request: HttpRequest, uuid: str) -> bool:
    """A worker asks that a connector say hello. Whether it was taken: of what they may see, of a group that was not
    asked. A person's own offer has a broker instead (`connector.offers`)."""
    viewer = request.viewer  # type: ignore[attr-defined]
    groups = Asset.objects.visible_to(viewer).exclude(kind=Kind.OFFER)
    asset = groups.select_related("introductions").filter(uuid=uuid).first()
    if asset is None or not may_say_hello(_state(asset)):
        return False
    not_noted_yet(request.session, [uuid], _name)
    say_hello(asset=asset, on=timezone.localdate())
    note(request, Act.HELLO, [uuid])
    return True


def told_of(request: HttpRequest, uuids: Iterable[str]) -> Mapping[str, Told]:
    """By uuid."""
    waits = Exists(SayHello.objects.filter(asset=OuterRef("pk"), done_on=None))
    rows = Asset.objects.filter(uuid__in=list(uuids)).annotate(waits=waits).order_by()
    names = ("uuid", "introductions__state", "introductions__said_by", "introductions__said_on", "waits")
    return {str(uuid): _told(request, str(uuid), *rest) for uuid, *rest in rows.values_list(*names)}


def _told(request: HttpRequest, uuid: str, state: str | None, by: str | None, on: date | None, waits: bool) -> Told:
    now = state or "not_asked"
    mine = is_noted(request.session, _name(uuid))
    words = introductions(now, waits=waits, mine=mine)
    since = said_so(by or "", on) if now == "agreed" else ""
    return Told(words, may_say_hello(now) and not mine, since=since)


def _state(asset: Asset) -> str:
    return asset.introductions.state if hasattr(asset, "introductions") else "not_asked"


def _name(uuid: str) -> str:
    return f"hello {uuid}"
