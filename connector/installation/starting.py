"""A council's own start: its settings, and the first administrator, who gives everybody else an account.

Invariant: all of it or nothing; no password is made up for anybody: the first administrator chooses one by a link
that works once and only for a while (`PASSWORD_RESET_TIMEOUT`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from cms.grants import ADMINISTRATORS
from connector.accounts.models import User
from connector.council.models import Council

FIELDS = ("directory", "name", "strapline", "area", "middle", "phone", "email", "band_colour", "link_colour")
DEMONSTRATION = "tenterclough.example"


class NotStarted(Exception):
    """Nothing was written. `problems`: name of what was given -> what is wrong with it."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(f"{name}: {words}" for name, words in problems.items()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Started:
    """`door`: the path by which the administrator chooses a password; empty for who has one."""

    council: Council
    administrator: User
    door: str


def is_started() -> bool:
    """Whether the council has its name and somebody who may change it."""
    return (
        Council.objects.exclude(name="").exists()
        and User.objects.filter(groups__name=ADMINISTRATORS, is_active=True).exists()
    )


def start_council(*, administrator: str, given: Mapping[str, str]) -> Started:
    """Keep what is given of `FIELDS` and make the administrator with that e-mail address, where there is none yet.

    Raises NotStarted, also where the accounts are a demonstration's: everybody knows their passwords.
    """
    if User.objects.filter(email__endswith=f"@{DEMONSTRATION}").exists():
        raise NotStarted({"database": "It is a demonstration's. Set CONNECTOR_DATA to a folder of your own."})
    with transaction.atomic():
        council = _council(given)
        user = _administrator(administrator)
    return Started(council, user, "" if user.has_usable_password() else door(user))


def door(user: User) -> str:
    """Path of the page on which this person chooses a password."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=key)


def _council(given: Mapping[str, str]) -> Council:
    council = Council.objects.first() or Council()
    for name in FIELDS:
        if name in given:
            setattr(council, name, given[name].strip())
    if not council.name:
        raise NotStarted({"name": "Say whose directory it is, such as Calder Council."})
    try:
        council.save()
    except ValidationError as wrong:
        raise NotStarted({name: " ".join(words) for name, words in wrong.message_dict.items()}) from wrong
    return council


def _administrator(email: str) -> User:
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise NotStarted({"administrator": "Write an e-mail address, such as joan@calder.example."}) from wrong
    user = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email)
    user.groups.add(Group.objects.get_or_create(name=ADMINISTRATORS)[0])
    return user
