"""Where somebody is signed in: a browser's name, from which network, since when.

Invariant: of the address that somebody came from only the network is kept (the first three of four numbers, or the
first 48 bits), and of what the browser says of itself only its name; both go when the session has ended.
"""

from ipaddress import ip_address, ip_network
from typing import Any, Final

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.utils import timezone

from connector.accounts.browser_names import browser_name

KEPT_BITS: Final = {4: 24, 6: 48}


def network_of(address: str) -> str:
    """The first address of the network that an address is in. Raises ValueError for what is no address."""
    found = ip_address(address)
    return str(ip_network((found, KEPT_BITS[found.version]), strict=False).network_address)


def keep_little(instance: UserSession, **_: Any) -> None:
    """`pre_save` of a session's row."""
    instance.ip = network_of(instance.ip)
    if "/" in instance.user_agent or not instance.user_agent:  # as it came; once saved it is a name
        instance.user_agent = browser_name(instance.user_agent)


def forget_ended(**_: Any) -> None:
    """Whenever somebody signs in: what is left of sessions that ran out, everybody's."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def new_key(session: SessionBase) -> None:
    """Give a session another key; the list of where somebody is signed in goes with it, so that it can be ended."""
    before = session.session_key
    session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=session.session_key)


def end_sessions(user: Any) -> int:
    """Sign somebody out everywhere. How many sessions that were."""
    rows = list(UserSession.objects.filter(user=user))
    for row in rows:
        row.end()
    return len(rows)
