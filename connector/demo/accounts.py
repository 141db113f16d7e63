"""Accounts of the demonstration: one for each kind of user, with a password that everybody may know.

Invariant: made in demonstration mode only; production settings refuse to start in that mode.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group

from cms.models import Asset, Editorship
from connector.accounts.models import User

PASSWORD = "two-streets-away"  # noqa: S105  (known to everybody; see the module's invariant)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """`as_what`: after the name. `first`: what to try first, for who comes to look."""

    email: str
    first_name: str
    group: str
    as_what: str
    first: str


ACCOUNTS = (
    DemoAccount(
        "worker@tenterclough.example",
        "Priya",
        "Workers",
        "who visits people at home",
        "Write down what you noticed on a visit, and see what is on near by.",
    ),
    DemoAccount(
        "maureen@tenterclough.example",
        "Maureen",
        "Group editors",
        "who runs the sewing circle",
        "Change a time of your group. A connector looks before people see it.",
    ),
    DemoAccount(
        "connector@tenterclough.example",
        "Dawn",
        "Connectors",
        "who knows what goes on",
        "Look after every listing, and say yes or no to what groups changed.",
    ),
    DemoAccount(
        "manager@tenterclough.example",
        "Colin",
        "Managers",
        "a manager",
        "See how the directory is doing: how fresh it is, and when and where nothing is on.",
    ),
    DemoAccount(
        "admin@tenterclough.example",
        "Joan",
        "Administrators",
        "who gives out accounts",
        "Give somebody an account and a role, under Settings, Users.",
    ),
)
MAUREENS = "Weavers Fold Sewing Circle"


def ensure_accounts() -> None:
    """Make what is missing; what somebody changed stays as it is. Does nothing outside demonstration mode."""
    if not settings.CONNECTOR_DEMONSTRATION:
        return
    for each in ACCOUNTS:
        user = User.objects.filter(email=each.email).first()
        if user is None:
            user = User.objects.create_user(each.email, PASSWORD, first_name=each.first_name)
            user.groups.add(Group.objects.get_or_create(name=each.group)[0])
    circle = Asset.objects.filter(name=MAUREENS).first()
    if circle is not None:
        maureen = User.objects.get(email="maureen@tenterclough.example")
        Editorship.objects.get_or_create(user=maureen, asset=circle, defaults={"lead": True})
