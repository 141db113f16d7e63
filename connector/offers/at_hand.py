"""The answers that this browser has given so far.

Invariant: they lie in the session alone until they are sent, and are taken out of it then; an address opens nothing.
"""

from typing import Any, Final
from uuid import uuid4

from django.http import HttpRequest
from django.utils import timezone

KEY: Final = "offering"
SENT: Final = "offered"


def answers(request: HttpRequest) -> dict[str, Any]:
    """One entry a question; nothing where nothing was begun."""
    held: dict[str, Any] = request.session.get(KEY, {})
    return dict(held.get("answers", {}))


def mark(request: HttpRequest) -> str:
    """What makes this offer one, however often it is sent."""
    return str(request.session[KEY]["mark"])


def seconds(request: HttpRequest) -> float:
    """How long ago the first question was answered."""
    return float(timezone.now().timestamp() - request.session[KEY]["begun"])


def keep(request: HttpRequest, question: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Put an answer beside the others. All of them, as they are then."""
    held = request.session.get(KEY) or {"mark": uuid4().hex, "begun": timezone.now().timestamp(), "answers": {}}
    held["answers"] = {**held["answers"], question: answer}
    request.session[KEY] = held
    return dict(held["answers"])


def sent(request: HttpRequest, way: str) -> None:
    """Nothing of it is left here but in which way it is proven: "email" or "phone"."""
    request.session.pop(KEY, None)
    request.session[SENT] = way
