"""Where messages go on a laptop: one file each in a folder, shown on the demonstration's mailbox page, and printed.

Invariant: used in demonstration mode only; nothing leaves the machine. The folder keeps the newest `KEPT` messages, and
nothing that somebody asks for names a file in it.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

KEPT: Final = 50


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it was sent."""

    to: str
    subject: str
    body: str
    sent: datetime


class MailboxBackend(BaseEmailBackend):
    """Keeps each message as `CONNECTOR_MAILBOX/<nanoseconds>.json` and prints it on standard error."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.CONNECTOR_MAILBOX)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            to = ", ".join(message.to)
            _keep(folder, {"to": to, "subject": str(message.subject), "body": str(message.body)})
            sys.stderr.write(f"\n--- message to {to}: {message.subject}\n{message.body}\n---\n")
        for path in _newest_first(folder)[KEPT:]:
            path.unlink(missing_ok=True)
        return len(email_messages)


def messages() -> tuple[Message, ...]:
    """What was sent, newest first. A file that cannot be read is passed over."""
    found = (_read(path) for path in _newest_first(Path(settings.CONNECTOR_MAILBOX))[:KEPT])
    return tuple(message for message in found if message is not None)


def _keep(folder: Path, content: dict[str, str]) -> None:
    """Written beside and moved into place, so that nobody reads half a message."""
    name = time.time_ns()
    half = folder / f"{name}.part"
    half.write_text(json.dumps(content), encoding="utf-8")
    half.rename(folder / f"{name}.json")


def _newest_first(folder: Path) -> list[Path]:
    named = [path for path in folder.glob("*.json") if path.stem.isascii() and path.stem.isdigit()]
    return sorted(named, key=lambda path: int(path.stem), reverse=True)


def _read(path: Path) -> Message | None:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        sent = datetime.fromtimestamp(int(path.stem) / 1e9, tz=UTC)
        return Message(to=content["to"], subject=content["subject"], body=content["body"], sent=sent)
    except (OSError, ValueError, KeyError, TypeError):
        return None
