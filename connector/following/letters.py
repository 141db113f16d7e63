"""The two messages: is this your address, and what is on this week.

Invariant: the address is read from the row each time; each has a link of its own that stops it; no picture and no link
tells us who opened what. A week in which nothing is on is not written about.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from cms.cards import Card
from cms.visibility import PUBLIC
from connector.following.followed import in_words
from connector.following.models import Follower
from connector.links.actions.make_link import make_link
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee, register_reference
from search.answering import answer
from search.cards import cards_of
from search.filters import SearchFilters

ABOUT: Final = "following.follower"
PROVE, WEEKLY = "weekly_prove", "weekly"
PURPOSE: Final = "weekly"
LASTS: Final = timedelta(days=400)
"""A link must stop it for as long as somebody may still find the message."""
DAYS: Final = 7
SHOWN, LOOKED_AT = 8, 40
BECAUSE: Final = "you asked for it on our pages"
TITLE: Final = "what is on each week"
_FOLDERS: Final = Path(__file__).parent / "messages"


def tell(row: Follower, kind: str, now: datetime, once: str = "") -> bool:
    """Put it into the outbox, one of its kind for each `once`. Whether it is new."""
    to, about = f"{ABOUT}:{row.pk}", (ABOUT, str(row.pk))
    return enqueue(kind=kind, to=to, key=f"{kind}:{row.pk}:{once}", about=about, now=now)


def addressed(key: int) -> Addressee | None:
    """Who follows, as long as they do."""
    row = Follower.objects.filter(pk=key).first()
    return Addressee(f"{ABOUT}:{key}", email=row.email) if row else None


def this_week(query: str, now: datetime) -> list[Card]:
    """What a search finds that is on within a week, the soonest first. Raises EngineUnavailable, so that the sender
    tries again."""
    data = QueryDict(query, mutable=True)
    data["limit"] = str(LOOKED_AT)
    found = answer(SearchFilters.of(data), viewer=PUBLIC, now=now)
    shown = [card for card in cards_of(found.page, found.question, viewer=PUBLIC, now=now) if _within(card, now)]
    return sorted(shown, key=lambda card: _starts(card) or "")[:SHOWN]


def _starts(card: Card) -> str | None:
    return next((each.iso for each in card.dates if not each.off), None)


def _within(card: Card, now: datetime) -> bool:
    starts = _starts(card)
    return starts is not None and date.fromisoformat(starts[:10]) < now.date() + timedelta(days=DAYS)


def _prove(message: Message, to: Addressee, now: datetime) -> Mapping[str, Any] | None:
    row = Follower.objects.filter(pk=int(message.about_id), state=Follower.State.UNPROVEN).first()
    return {"followed": in_words(row.search), "link": _link(message, row, now)} if row else None


def _weekly(message: Message, to: Addressee, now: datetime) -> Mapping[str, Any] | None:
    row = Follower.objects.filter(pk=int(message.about_id), state=Follower.State.ON).first()
    cards = this_week(row.search, now) if row else []
    if row is None or not cards:
        return None
    base = settings.CONNECTOR_BASE_URL
    things = [
        {"name": card.name, "when": card.when, "place": card.place, "cost": card.cost, "url": f"{base}{card.url}"}
        for card in cards
    ]
    everything = f"{base}{reverse('search')}?{row.search}"
    return {
        "followed": in_words(row.search),
        "things": things,
        "everything": everything,
        "link": _link(message, row, now),
    }


def _link(message: Message, row: Follower, now: datetime) -> str:
    return make_link(purpose=PURPOSE, about=(ABOUT, str(row.pk)), to=message.recipient, now=now)


# Made once: a kind that is registered again has to be the same.
_KINDS: Final = (
    Kind(PROVE, TITLE, _FOLDERS / PROVE, _prove, urgent=True, because=BECAUSE),
    Kind(WEEKLY, TITLE, _FOLDERS / WEEKLY, _weekly, because=BECAUSE),
)


def connect() -> None:
    """Let them be sent, once a process."""
    register_reference(ABOUT, addressed)
    for kind in _KINDS:
        register(kind)
