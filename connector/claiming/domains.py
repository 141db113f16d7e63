"""Whether an e-mail address is of an organisation's own domain. Pure, but for one list that is read once.

Invariant: a host that anybody may have an address or a page at proves nothing, and is no organisation's own.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit


@cache
def everybodys() -> frozenset[str]:
    """The hosts of the list beside this module."""
    lines = (Path(__file__).parent / "domains.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def own_domain(email: str, known: Iterable[str]) -> bool:
    """Whether the address is at one of the hosts that are known of the organisation: websites and e-mail addresses.

    The host has to be the same, but for "www." before a website: `mail.example.org` is not `example.org`, since below
    some hosts anybody may have a name.
    """
    host = _host(email)
    return bool(host) and not _is_everybodys(host) and host in {_host(each) for each in known}


def _host(text: str) -> str:
    plain = text.strip().casefold().rstrip(".")
    if "@" in plain and "/" not in plain:
        return plain.rpartition("@")[2]
    try:
        host = urlsplit(plain if "//" in plain else f"//{plain}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").rstrip(".")


def _is_everybodys(host: str) -> bool:
    labels = host.split(".")
    return len(labels) < 2 or any(".".join(labels[start:]) in everybodys() for start in range(len(labels)))
