"""What people are told by e-mail about their own account.

Invariant: goes to the address of the account, holds nothing secret, and says neither where from nor with what
it was done. A mail server that is away undoes nothing of what was done, and the log names no address.
"""

from typing import Any

import structlog
from django.core.mail import send_mail
from django.template.loader import render_to_string

from connector.accounts.models import User
from connector.council.current import council

_log = structlog.get_logger("connector")


def tell(user: User, letter: str, **shown: Any) -> None:
    """As `write`, to somebody's own address."""
    write(user.email, letter, **shown)


def write(to: str, letter: str, **shown: Any) -> bool:
    """Whether it went, or goes when the change is kept. `letter`: the templates' name without `_subject.txt` and
    `_message.txt`; `shown`: what they show."""
    found = council()
    context = {"council_name": found.name, "directory": found.directory, "help_phone": found.phone, **shown}
    subject = " ".join(render_to_string(f"{letter}_subject.txt", context).split())
    try:
        send_mail(subject, render_to_string(f"{letter}_message.txt", context), None, [to])
    except OSError as problem:  # SMTP's own are such too
        _log.warning("letters.not_sent", letter=letter, problem=type(problem).__name__)
        return False
    return True
