"""A message's folder and what it shows, as the words that go.

Invariant: every message says who it is from, why somebody gets it and how to stop it, in its text and in its HTML.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Template, engines
from django.template.loader import render_to_string

from connector.council.current import council
from connector.notifications.kinds import Kind, Shown

SHORT = "short.txt"
LETTER = "letter.txt"


@dataclass(frozen=True, slots=True)
class Composed:
    """What goes. `short`: for a text message, empty where the kind has none. `letter`: for paper, the text where the
    kind has no other words. `stop`: the address that stops it."""

    subject: str
    text: str
    html: str
    short: str = ""
    stop: str = ""
    letter: str = ""


def compose(kind: Kind, shown: Shown, stop: str) -> Composed:
    """The words of a message."""
    found = council()
    around = {"council_name": found.name, "directory": found.directory, "help_phone": found.phone}
    context = {**around, "title": kind.title, "because": kind.because, "stop": stop, **shown}
    text, html = _plain(kind, "text.txt", context), _template(kind.folder / "body.html").render(Context(context))
    return Composed(
        subject=" ".join(_plain(kind, "subject.txt", context).split()),
        text=_unmarked(render_to_string("connector/notifications/message.txt", {**context, "body": text.strip()})),
        html=_unmarked(render_to_string("connector/notifications/message.html", {**context, "body": html})),
        short=" ".join(_plain(kind, SHORT, context).split()) if (kind.folder / SHORT).is_file() else "",
        stop=stop,
        letter=_unmarked(_plain(kind, LETTER, context)).strip() if (kind.folder / LETTER).is_file() else "",
    )


def example(kind: Kind) -> dict[str, Any]:
    """What the kind's templates show in a preview."""
    found: dict[str, Any] = json.loads((kind.folder / "example.json").read_text(encoding="utf-8"))
    return found


def _unmarked(rendered: str) -> str:
    """As any text: whoever shows it in a page of ours escapes it, though a template made it."""
    return "".join(rendered)


def _plain(kind: Kind, name: str, context: dict[str, Any]) -> str:
    return str(_template(kind.folder / name).render(Context(context, autoescape=False)))


@cache
def _template(path: Path) -> Template:
    engine: Any = engines["django"]
    found: Template = engine.engine.from_string(path.read_text(encoding="utf-8"))
    return found
