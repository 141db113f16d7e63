"""Who is sent nothing: because they asked, or because messages to them come back.

Invariant: an address is a keyed hash here. A new address of the same person is another one, and is written to again.
"""

from datetime import datetime

from django.db.models import Q

from connector.notifications.models import NotWanted

Why = NotWanted.Why


def not_wanted(person: str, kind: str) -> str | None:
    """Why this person is not sent this kind: "asked" before "bounced"; None where they are."""
    found = NotWanted.objects.filter(Q(kind="") | Q(kind=kind), person=person).order_by("why").first()
    return found.why if found else None


def stop_messages(*, person: str, kind: str, now: datetime) -> None:
    """Of a kind, or with an empty one all of them."""
    NotWanted.objects.get_or_create(person=person, kind=kind, why=Why.ASKED, defaults={"since": now})


def send_again(*, person: str, kind: str) -> None:
    """They want them after all: this kind, or with an empty one all. One kind that they stopped by itself stays so."""
    NotWanted.objects.filter(person=person, kind=kind, why=Why.ASKED).delete()


def mark_bounced(*, person: str, now: datetime) -> None:
    """Messages to this address come back."""
    NotWanted.objects.get_or_create(person=person, kind="", why=Why.BOUNCED, defaults={"since": now})
