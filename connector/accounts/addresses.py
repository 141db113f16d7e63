"""One address a person: where a code may be sent is the address of the account, and no older one.

Invariant: allauth keeps addresses in rows of its own, beside that of the account, and goes by both. When the account
gets another address the old row goes, so that whoever reads the old mailbox cannot come in.
"""

from typing import Any

from allauth.account.models import EmailAddress


def forget_old_addresses(instance: Any, created: bool, **_: Any) -> None:
    """`post_save` of a user."""
    if not created:
        EmailAddress.objects.filter(user=instance).exclude(email=instance.email).delete()
