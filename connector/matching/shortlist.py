"""What a worker keeps during a visit: ids in the session, no name, gone when they sign out.

Invariant: at most `MOST`, in the order they were kept; what is no longer there to see is left out when it is read.
"""

from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from connector.reach.deciding import Act
from connector.reach.noting import note

KEY = "kept"
MOST = 20


def kept(session: SessionBase) -> list[str]:
    """The ids kept, oldest first."""
    return list(session.get(KEY, []))


def keep(session: SessionBase, asset: str) -> None:
    """Keep one. What is no id is passed over: it came from no button of ours."""
    if is_id(asset) and asset not in (known := kept(session)):
        session[KEY] = [*known, asset][-MOST:]


def drop(session: SessionBase, asset: str) -> None:
    """Keep it no longer."""
    session[KEY] = [each for each in kept(session) if each != asset]


def kept_or_dropped(request: HttpRequest) -> str:
    """What a press of Keep or Kept asks for. The id that it was of; empty for no press, and for what is no id."""
    pressed = ""
    for name, do in (("keep", keep), ("drop", drop)):
        if name in request.POST:
            pressed = request.POST[name]
            do(request.session, pressed)
            if do is keep and is_id(pressed):
                note(request, Act.KEPT, [str(UUID(pressed))])
    return str(UUID(pressed)) if is_id(pressed) else ""


def is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
