"""Fetches over HTTP, step by step: where an address leads is looked at before every step, the first and each redirect.

Invariant: see `base`. Nothing of a fetch is logged: the address of a calendar may be a secret of its group.
Sources: RFC 9110, sections 13 (what came last time) and 15.4 (redirects).
"""

import ssl
from collections.abc import Callable, Collection, Mapping
from functools import cache
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import urljoin

from connector.fetching.addresses import PORTS, Target, is_public, target
from connector.fetching.base import MOST_REDIRECTS, Asked, Fetched, Refused, Why
from connector.fetching.connecting import Clock, NotReached, Resolve, connected, numbers_of, resolve
from connector.fetching.unpacking import body_of

_ELSEWHERE: Final = {301, 302, 303, 307, 308}


class HttpFetcher:
    """`name`: who we say that we are. `allowed`, `ports`, `resolve` and `trust` say what may be reached: a test lets
    this machine be, and asks no name server."""

    def __init__(
        self,
        name: str,
        *,
        allowed: Callable[[str], bool] = is_public,
        ports: Collection[int] | None = PORTS,
        resolve: Resolve = resolve,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._name, self._allowed, self._ports, self._resolve = name, allowed, ports, resolve
        self._trust = trust

    def fetch(self, asked: Asked) -> Fetched | Refused:
        clock = Clock(asked.seconds)
        try:
            return self._followed(asked, clock)
        except NotReached as problem:
            return Refused(problem.why)
        except TimeoutError:
            return Refused(Why.SLOW)
        except HTTPException:
            return Refused(Why.GARBLED)
        except (OSError, ValueError):
            return Refused(Why.AWAY)

    def _followed(self, asked: Asked, clock: Clock) -> Fetched:
        url = asked.url
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._step(url, asked, clock)
            if answer.status not in _ELSEWHERE or "location" not in answer.headers:
                return answer
            url = urljoin(answer.url, answer.headers["location"].strip())
        raise NotReached(Why.LOST)

    def _step(self, url: str, asked: Asked, clock: Clock) -> Fetched:
        to = target(url)
        if to is None or (self._ports is not None and to.port not in self._ports):
            raise NotReached(Why.ADDRESS)
        numbers = numbers_of(to, self._resolve, self._allowed)
        with connected(to, numbers, clock, self._trust or _everybodys()) as connection:
            return _asked(connection, to, asked, self._headers(to, asked))

    def _headers(self, to: Target, asked: Asked) -> dict[str, str]:
        told = {
            "Host": to.authority,
            "User-Agent": self._name,
            "Accept": asked.accept,
            "Accept-Encoding": "gzip",
            "If-None-Match": asked.etag,
            "If-Modified-Since": asked.modified,
            "Connection": "close",
        }
        return {name: value for name, value in told.items() if value}


@cache
def _everybodys() -> ssl.SSLContext:
    return ssl.create_default_context()


def _asked(connection: HTTPConnection, to: Target, asked: Asked, headers: Mapping[str, str]) -> Fetched:
    connection.putrequest(asked.method, to.path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    with connection.getresponse() as response:
        found = {name.lower(): value for name, value in reversed(response.getheaders())}
        leads_on = response.status in _ELSEWHERE and "location" in found
        empty = asked.method == "HEAD" or leads_on or response.status in (204, 304)
        body = b"" if empty else body_of(response, asked.most_bytes, cut=asked.cut)
        return Fetched(response.status, to.url, found, body)
