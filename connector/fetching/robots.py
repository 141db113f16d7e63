"""What a website asks of machines that look at it (robots.txt), and which of its pages we leave alone therefore.

Invariant: the longest rule that fits counts, and of two as long the one that allows; groups of our own name, else those
of everybody. A website whose robots.txt is not there (4xx) allows all; one that fails to say is not looked at now.
Source: RFC 9309, sections 2.2 and 2.3.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from connector.fetching.base import Asked, Fetcher, Refused, Why

MOST_BYTES: Final = 512_000
SECONDS: Final = 8.0
_NO_RULES: Final = {Why.LOST, Why.GARBLED}
"""RFC 9309, 2.3.1.2: who is sent round in circles may take it that there is none."""
_KEPT: Final = "/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules for us: whether it allows, and its pattern."""

    lines: tuple[tuple[bool, str], ...] = ()

    def allow(self, path: str) -> bool:
        """Whether we may look at a path, with its question."""
        wanted = _plain(path) or "/"
        fits = [(len(pattern), allows) for allows, pattern in self.lines if _fits(pattern, wanted)]
        return max(fits, default=(0, True))[1]


ALL: Final = Rules()
NONE: Final = Rules(((False, "/"),))


def parse(text: str, product: str) -> Rules:
    """The rules for `product`."""
    ours: list[tuple[bool, str]] = []
    everybodys: list[tuple[bool, str]] = []
    named: set[str] = set()
    seen_ours, in_rules = False, False
    for line in text.lstrip("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        field, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            named = set() if in_rules else named
            in_rules = False
            named.add(re.split(r"[^a-z_-]", value.lower(), maxsplit=1)[0] if value != "*" else "*")
            seen_ours = seen_ours or product.lower() in named
        elif field in ("allow", "disallow"):
            in_rules = True
            rule = [(field == "allow", _plain(value))] if value else []
            ours += rule if product.lower() in named else []
            everybodys += rule if "*" in named else []
    return Rules(tuple(ours if seen_ours else everybodys))


class Robots:
    """Asks each website once, and remembers while it lives."""

    def __init__(self, fetcher: Fetcher, product: str) -> None:
        self._fetcher, self._product = fetcher, product
        self._known: dict[str, Rules | Refused] = {}

    def allow(self, url: str) -> bool | Refused:
        """Whether we may look at this address now; why not, where the website could not even be asked that."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._asked(site)
        rules = self._known[site]
        if isinstance(rules, Refused):
            return rules
        return rules.allow(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}")

    def _asked(self, site: str) -> Rules | Refused:
        asked = Asked(f"{site}/robots.txt", most_bytes=MOST_BYTES, seconds=SECONDS, cut=True, accept="text/plain, */*")
        answer = self._fetcher.fetch(asked)
        if isinstance(answer, Refused):
            return ALL if answer.why in _NO_RULES else answer
        if answer.status >= 500 or answer.status == 429:
            return NONE
        if answer.status >= 300:
            return ALL
        return parse(answer.body.decode("utf-8", "replace"), self._product)


def _plain(path: str) -> str:
    """Written one way, however it was written."""
    return quote(unquote(path), safe=_KEPT)


def _fits(pattern: str, path: str) -> bool:
    """By parts between stars, each at its first place: no pattern makes this slow."""
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not ends or path == first
    at = len(first)
    for part in rest[:-1] if ends else rest:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or (path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at)
