"""A connection to the very machine that was looked at, and for so many seconds altogether.

Invariant: a name is asked for once; every number that it has must be allowed, and the connection goes to one of those
numbers, whatever the name means a moment later. The certificate is still the name's. Every wait is for what is left of
the time, so that an answer that drips a byte a second ends with it too.
"""

import io
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from time import monotonic
from typing import Any

from connector.fetching.addresses import Target
from connector.fetching.base import Why

Resolve = Callable[[str, int], Sequence[str]]


class NotReached(Exception):
    """Nothing came of it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Clock:
    """What is left of the time for one fetch."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds

    def left(self) -> float:
        """Seconds. Raises NotReached when it is over."""
        left = self._until - monotonic()
        if left <= 0:
            raise NotReached(Why.SLOW)
        return left


def resolve(host: str, port: int) -> list[str]:
    """The numbers of a name, by the system's resolver, whose own time limit holds. Raises OSError for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def numbers_of(to: Target, resolve: Resolve, allowed: Callable[[str], bool]) -> list[str]:
    """The numbers to try. Raises NotReached where there are none, or one of them is not allowed."""
    try:
        numbers = list(resolve(to.host, to.port))
    except (OSError, UnicodeError):
        numbers = []
    if not numbers:
        raise NotReached(Why.NOWHERE)
    if not all(map(allowed, numbers)):
        raise NotReached(Why.INSIDE)
    return numbers


@contextmanager
def connected(to: Target, numbers: Sequence[str], clock: Clock, trust: ssl.SSLContext) -> Iterator[HTTPConnection]:
    """A connection to the first of the numbers that answers. Raises NotReached."""
    sock = _first(numbers, to.port, clock)
    if to.scheme == "https":
        sock = _sealed(sock, to.host, clock, trust)
    with closing(sock):
        made = HTTPConnection(to.host, to.port)
        made.sock = _Timed(sock, clock)  # type: ignore[assignment]  # all that HTTPConnection asks of a socket
        yield made


def _first(numbers: Sequence[str], port: int, clock: Clock) -> socket.socket:
    tried = list(numbers[:3])
    for place, number in enumerate(tried):
        try:
            return socket.create_connection((number, port), timeout=clock.left() / (len(tried) - place))
        except OSError:
            continue
    clock.left()
    raise NotReached(Why.AWAY)


def _sealed(sock: socket.socket, host: str, clock: Clock, trust: ssl.SSLContext) -> socket.socket:
    try:
        sock.settimeout(clock.left())
        return trust.wrap_socket(sock, server_hostname=host)
    except ssl.SSLCertVerificationError:
        sock.close()
        raise NotReached(Why.UNSAFE) from None
    except (OSError, ValueError, NotReached) as problem:
        sock.close()
        raise NotReached(Why.SLOW if isinstance(problem, TimeoutError | NotReached) else Why.AWAY) from None


class _Timed:
    """A socket as `http.client` wants one, of which every wait is for what is left. Who opened it closes it."""

    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        self._sock, self._clock = sock, clock

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._clock.left())
        self._sock.sendall(data)

    def makefile(self, *_: Any) -> io.BufferedReader:
        return io.BufferedReader(_Waiting(self._sock, self._clock))

    def close(self) -> None:
        """The answer is still to be read from it."""


class _Waiting(io.RawIOBase):
    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        self._sock, self._clock = sock, clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._clock.left())
        return self._sock.recv_into(buffer)
