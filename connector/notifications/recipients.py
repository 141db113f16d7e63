"""Whom a reference names, at the moment when something is sent: "accounts.user:12", "cms.contact:34".

Invariant: an address is read from where it is kept, each time: who was deleted, left or changed it is never written to
at the old one. A contact that only connectors may see is written to by nobody but them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.crypto import salted_hmac

from cms.models import Contact
from connector.accounts.models import User
from connector.notifications.envelope import envelope

USER: Final = "accounts.user"
CONTACT: Final = "cms.contact"
WRITTEN_TO: Final = frozenset({Contact.Visibility.PUBLIC, Contact.Visibility.PARTNER})


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who can be reached. `first_name` is empty where we know none."""

    reference: str
    first_name: str = ""
    email: str = ""
    phone: str = ""
    letter: tuple[str, ...] = ()

    @property
    def person(self) -> str:
        """The same for the same address, whatever they are to us; nobody without the key reads an address from it."""
        return person_of(self.reference, self.email, self.phone)

    def at(self, channel: str) -> str:
        """Where a channel reaches them; nothing where it does not."""
        return {"email": self.email, "text": self.phone, "letter": "\n".join(self.letter)}.get(channel, "")


_others: dict[str, Callable[[int], Addressee | None]] = {}


def register_reference(kind: str, find: Callable[[int], Addressee | None]) -> None:
    """Let references name somebody who is kept elsewhere ("offers.offer:12"): `find` reads who that is now, by their
    number, and None where there is nobody to write to any more. Twice is the same as once."""
    _others[kind] = find


def person_of(reference: str, email: str, phone: str) -> str:
    """The keyed hash of whom we know by an address, else by a number, else only by where they are kept."""
    return person_key(email or phone or f"{reference}@")


def person_key(address: str) -> str:
    """A keyed hash of an e-mail address or a number."""
    said = address.strip().lower() if "@" in address else "".join(filter(str.isdigit, address))
    return salted_hmac("connector.notifications.person", said, algorithm="sha256").hexdigest()


def reference(kind: str, key: int) -> str:
    return f"{kind}:{key}"


def user_of(recipient: str) -> User | None:
    """The account that is named, while it is open."""
    kind, _, key = recipient.partition(":")
    return User.objects.filter(pk=int(key), is_active=True).first() if kind == USER and key.isdecimal() else None


def addressee(recipient: str) -> Addressee | None:
    """Who that is now; None where there is nobody to write to any more."""
    kind, _, key = recipient.partition(":")
    if not key.isdecimal():
        return None
    if kind == USER:
        user = user_of(recipient)
        return Addressee(recipient, user.first_name, user.email) if user else None
    if kind in _others:
        return _others[kind](int(key))
    contact = Contact.objects.filter(pk=int(key), visibility__in=WRITTEN_TO).first() if kind == CONTACT else None
    if contact is None:
        return None
    letter = envelope(contact.name, contact.post_to)
    return Addressee(recipient, contact.name, contact.email, contact.phone, letter)
