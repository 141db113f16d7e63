"""The kinds of messages that we send. Whoever sends some registers their kind once a process.

Invariant: each is a folder with `subject.txt`, `text.txt`, `body.html` and `example.json`, in the app that sends it,
and `short.txt` where it may go as a text message, `letter.txt` where a letter says it in other words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from connector.notifications.models import Message
from connector.notifications.recipients import Addressee

Shown = Mapping[str, Any]
Fill = Callable[[Message, Addressee, datetime], Shown | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """`title`: what people call it when they stop it ("whether your listing is still right").

    `fill`: what its templates show, made when it goes, links included; None where it is needed no longer. `urgent`:
    goes at any hour, for what cannot wait until morning. `because`: why somebody gets it, where they do not look after
    a listing.
    """

    name: str
    title: str
    folder: Path
    fill: Fill
    urgent: bool = False
    because: str = ""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let messages of this kind be sent. Twice is the same as once; a name that another has raises ValueError."""
    if _kinds.setdefault(kind.name, kind) != kind:
        raise ValueError(f"Messages “{kind.name}” are registered twice.")


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)


def kinds() -> tuple[Kind, ...]:
    """All that are registered, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))
