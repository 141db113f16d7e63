"""Where messages go on a laptop: one file each in a folder, shown on the demonstration's mailbox page and printed.

Invariant: used in demonstration mode only; nothing leaves the machine.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailboxBackend(BaseEmailBackend):
    """Keeps each message as `CONNECTOR_MAILBOX/<nanoseconds>.json` and prints it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.CONNECTOR_MAILBOX)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            kept = {"to": message.to, "subject": message.subject, "body": str(message.body)}
            (folder / f"{time.time_ns()}.json").write_text(json.dumps(kept), encoding="utf-8")
            print(f"\n--- message to {', '.join(message.to)}: {message.subject}\n{message.body}\n---", file=sys.stderr)
        return len(email_messages)
