"""Pages that a server of a test has, and a fetcher that has them without any server.

Invariant: the fake is held to the same suite as the real fetcher (`test_fetching.py`).
"""

import gzip
import zlib
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from connector.fetching.addresses import is_public, target
from connector.fetching.base import MOST_REDIRECTS, Asked, Fetched, Refused, Why

ELSEWHERE = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Page:
    """`etag`: given with it, and compared with what is asked for. `drips`: comes byte by byte, without an end."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    drips: bool = False
    stops: int = 0

    def told(self) -> dict[str, str]:
        return self.headers | ({"ETag": self.etag} if self.etag else {})


def packed(body: bytes, **fields) -> Page:
    return Page(gzip.compress(body), headers={"Content-Encoding": "gzip"}, **fields)


def moved(to: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": to})


class FakeFetcher:
    """Has `pages` by whole address, or by path on every host. `asked`: what was asked for, in order."""

    def __init__(self, pages: dict[str, Page | Why] | None = None) -> None:
        self.pages = pages or {}
        self.asked: list[Asked] = []

    def fetch(self, asked: Asked) -> Fetched | Refused:
        self.asked.append(asked)
        url = asked.url
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._step(url, asked)
            if isinstance(answer, Refused) or answer.status not in ELSEWHERE or "location" not in answer.headers:
                return answer
            url = urljoin(answer.url, answer.headers["location"])
        return Refused(Why.LOST)

    def _step(self, url: str, asked: Asked) -> Fetched | Refused:
        to = target(url)
        if to is None:
            return Refused(Why.ADDRESS)
        if to.host.replace(".", "").isdigit() and not is_public(to.host) and to.host != "127.0.0.1":
            return Refused(Why.INSIDE)
        page = self.pages.get(to.url) or self.pages.get(urlsplit(to.url).path) or Page(status=404)
        if isinstance(page, Why) or page.drips:
            return Refused(page if isinstance(page, Why) else Why.SLOW)
        if page.stops:
            return Refused(Why.GARBLED)
        headers = {name.lower(): value for name, value in page.told().items()}
        if page.etag and page.etag == asked.etag:
            return Fetched(304, to.url, headers)
        body = b"" if asked.method == "HEAD" or page.status in ELSEWHERE else _opened(page)
        if body is None:
            return Refused(Why.GARBLED)
        if len(body) > asked.most_bytes and not asked.cut:
            return Refused(Why.LARGE)
        return Fetched(page.status, to.url, headers, body[: asked.most_bytes])


def _opened(page: Page) -> bytes | None:
    packing = page.headers.get("Content-Encoding", "")
    if packing not in ("", "gzip"):
        return None
    try:
        return gzip.decompress(page.body) if packing else page.body
    except (OSError, EOFError, zlib.error):
        return None
