"""What the message "did it run?" shows, made when it goes."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from cms.schedule.names import DAY_NAMES
from connector.evidence.asking import ABOUT, KIND
from connector.evidence.deciding import say_when
from connector.evidence.models import AskAfter, AskedAbout, Evidence, Question
from connector.evidence.sessions import met, sessions_of
from connector.links.actions.make_link import make_link
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee
from connector.stewardship.people import keeps

PURPOSE: Final = "say it ran"
LASTS: Final = timedelta(days=14)
FOLDER: Final = Path(__file__).parent / "messages" / KIND


def asked_in(question: Question, recipient: str) -> list[AskedAbout]:
    """What of it whoever it went to may still answer: listings that are out and that they look after."""
    rows = question.sessions.filter(asset__live=True).select_related("asset").order_by("-on", "asset__name", "pk")
    return [row for row in rows if keeps(recipient, row.asset)]


def fill(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """Names, days and a link; None where all was answered or called off meanwhile, or they want none any more."""
    question = Question.objects.filter(pk=int(message.about_id)).first()
    rows = [row for row in asked_in(question, message.recipient) if _open(row, question)] if question else []
    if not rows or question is None:
        return None
    today = timezone.localdate(now)
    told = [(row.asset.name, say_when(row.on, today, DAY_NAMES)) for row in rows]
    link = make_link(purpose=PURPOSE, about=(ABOUT, str(question.pk)), to=message.recipient, now=now)
    return {"first_name": to.first_name, "sessions": told, "link": link}


def _open(row: AskedAbout, question: Question) -> bool:
    if not AskAfter.objects.filter(asset=row.asset_id, person=question.person).exists():
        return False
    if Evidence.objects.filter(asset=row.asset_id, on=row.on).exists():
        return False
    return any(
        each.on == row.on for asset in sessions_of([row.asset_id]) for each in met(asset, since=row.on, until=row.on)
    )


def connect() -> None:
    """Let it be sent, once a process."""
    register(Kind(KIND, "whether your group ran today", FOLDER, fill))
