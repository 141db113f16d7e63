"""What is written about keeping a listing, to whoever asks and to whoever can say yes.

Invariant: nobody's address is told to anybody but the one who is asked to vouch for it.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from cms.models import Asset
from connector.council.current import council

# Letter -> its subject and its text.
LETTERS: Final[Mapping[str, tuple[str, str]]] = {
    "own": ("connector/claiming/letters/own_subject.txt", "connector/claiming/letters/own_message.txt"),
    "contact": ("connector/claiming/letters/contact_subject.txt", "connector/claiming/letters/contact_message.txt"),
    "welcome": ("connector/claiming/letters/welcome_subject.txt", "connector/claiming/letters/welcome_message.txt"),
    "added": ("connector/claiming/letters/added_subject.txt", "connector/claiming/letters/added_message.txt"),
    "removed": ("connector/claiming/letters/removed_subject.txt", "connector/claiming/letters/removed_message.txt"),
    "refused": ("connector/claiming/letters/refused_subject.txt", "connector/claiming/letters/refused_message.txt"),
}


def tell(to: str, letter: str, *, asset: Asset, **shown: Any) -> None:
    """`letter`: own, contact, welcome, refused, added or removed; it goes when the change is kept."""
    found, base = council(), settings.CONNECTOR_BASE_URL
    context = {
        "council_name": found.name,
        "help_phone": found.phone,
        "listing": asset.name,
        "home": f"{base}{reverse('my_listings')}",
        **shown,
    }
    subject, message = (render_to_string(name, context) for name in LETTERS[letter])
    send_mail(" ".join(subject.split()), message, None, [to])
