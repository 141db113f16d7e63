"""What links can be for. Whoever sends links for something registers it once a process, with its pages.

Invariant: `show` answers a GET and changes nothing; whatever is done is done by `press`, which answers a POST.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from connector.links.models import Link

Page = Callable[[HttpRequest, Link], HttpResponse]


@dataclass(frozen=True, slots=True)
class Purpose:
    """`name`: as it is kept in each row. `lasts`: how long a link works. `single_use`: one press and no more.

    `one_click`: a mail program may press it for somebody, without our form (RFC 8058): for stopping messages alone.
    """

    name: str
    lasts: timedelta
    show: Page
    press: Page
    single_use: bool = False
    one_click: bool = False


_purposes: dict[str, Purpose] = {}


def register(purpose: Purpose) -> None:
    """Let links be sent for this. Twice is the same as once; a name that another has raises ValueError."""
    if _purposes.setdefault(purpose.name, purpose) != purpose:
        raise ValueError(f"Links for “{purpose.name}” are registered twice.")


def purpose_named(name: str) -> Purpose | None:
    return _purposes.get(name)
