"""Which addresses may be asked for: the web, on the ports of the web, on machines that anybody reaches.

Invariant: pure. What is not surely public is refused; an address within an address is looked at too.
Sources: IANA's registries of special-purpose addresses (RFC 6890), as Python's `ipaddress` has them; RFC 4291 section
2.5.5, RFC 3056, RFC 4380 and RFC 6052 for IPv4 within IPv6.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import quote, urlsplit

LONGEST: Final = 2_000
PORTS: Final = frozenset({80, 443, 8080, 8443})
"""Where websites are. Mail, databases and the like are not asked to speak HTTP."""
_DEFAULT: Final = {"http": 80, "https": 443}
_NAT64: Final = IPv6Network("64:ff9b::/96")
_NOT_PUBLIC: Final = (
    IPv4Network("192.0.0.0/24"),  # kept for protocols; one large host of servers answers its guests there
    IPv4Network("168.63.129.16/32"),  # public by number, but another such host does
)
_GIVEN_OUT: Final = IPv6Network("2000::/3")
"""All of IPv6 that is given to anybody on the public internet."""
# What stays as it is in a path or a question; everything else is written with % signs.
_KEPT: Final = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to ask. `host`: as it is written in a request, ASCII; `path`: with its question."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def authority(self) -> str:
        """As the `Host` header has it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _DEFAULT[self.scheme] else f"{name}:{self.port}"


def target(url: str) -> Target | None:
    """Where an address leads; None for one that is not of the web, names somebody who signs in, or is broken."""
    if len(url) > LONGEST or any(each.isspace() or not each.isprintable() for each in url):
        return None
    try:
        parts = urlsplit(url)
        port, host = parts.port, _ascii(parts.hostname or "")
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT or not host or parts.username is not None or parts.password is not None:
        return None
    path = quote(parts.path, safe=_KEPT) or "/"
    question = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return Target(parts.scheme, host, _DEFAULT[parts.scheme] if port is None else port, path + question)


def is_public(text: str) -> bool:
    """Whether a numeric address is of the public internet."""
    try:
        address = ip_address(text)
    except ValueError:  # one with a zone ("fe80::1%eth0") is of this machine's own network
        return False
    if isinstance(address, IPv6Address):
        within = _within(address)
        if within is not None:
            return _public(within)
    return _public(address)


def _public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        aside = any(address in each for each in _NOT_PUBLIC) or address.is_reserved
    else:
        aside = address not in _GIVEN_OUT
    return address.is_global and not (aside or address.is_multicast or address.is_private)


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    tunnel = address.teredo
    return address.ipv4_mapped or address.sixtofour or (tunnel[1] if tunnel else None)


def _ascii(host: str) -> str:
    """Raises UnicodeError, which is a ValueError, for what is no name."""
    if ":" in host or not host:
        return host
    return host.rstrip(".").encode("idna").decode("ascii").lower()
