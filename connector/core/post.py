"""The post goes when what it speaks of is kept: messages wait for the end of the transaction.

Invariant: no message tells of a change that was taken back, and nobody holds the database while a mail server thinks.
How messages really go is the backend that `CONNECTOR_EMAIL_BACKEND` names.
"""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction


class AfterCommitBackend(BaseEmailBackend):
    """Outside of a transaction messages go at once, and a failure is raised. After one, a failure is logged."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        messages = list(email_messages)
        carrier = get_connection(settings.CONNECTOR_EMAIL_BACKEND, fail_silently=self.fail_silently)
        transaction.on_commit(lambda: carrier.send_messages(messages), robust=connection.in_atomic_block)
        return len(messages)
