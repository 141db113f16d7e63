"""What comes over the wire, unpacked piece by piece and never beyond its limit.

Invariant: what was cut off on the way is never taken for all of it; and neither a declared length nor a small file that
unpacks to a large one makes this hold more than a piece beyond `most`.
"""

import zlib
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Any, Final

from connector.fetching.base import Why
from connector.fetching.connecting import NotReached

PIECE: Final = 64 * 1024
# zlib's word for "gzip or zlib, whichever it is".
_EITHER: Final = 32 + zlib.MAX_WBITS
_PACKINGS: Final = {"gzip", "x-gzip", "deflate"}


def body_of(response: HTTPResponse, most: int, *, cut: bool) -> bytes:
    """At most `most` bytes; where there are more, what comes first if it is to be `cut`, else NotReached."""
    found = bytearray()
    for piece in _unpacked(response, most):
        found += piece
        if len(found) > most:
            if cut:
                return bytes(found[:most])
            raise NotReached(Why.LARGE)
    return bytes(found)


def _unpacked(response: HTTPResponse, most: int) -> Iterator[bytes]:
    packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing in ("identity", ""):
        yield from _pieces(response, most)
    elif packing in _PACKINGS:
        yield from _inflated(response, most)
    else:
        raise NotReached(Why.GARBLED)


def _pieces(response: HTTPResponse, most: int) -> Iterator[bytes]:
    """What was sent, as it was sent; packed or not it may not be longer than what is wanted of it."""
    taken = 0
    while taken <= most and (piece := response.read1(PIECE)):
        taken += len(piece)
        yield piece
    if taken <= most and response.length:  # the other side said how much would come, and stopped before
        raise NotReached(Why.GARBLED)


def _inflated(response: HTTPResponse, most: int) -> Iterator[bytes]:
    machine: Any = zlib.decompressobj(_EITHER)
    try:
        for piece in _pieces(response, most):
            while piece:
                yield machine.decompress(piece, PIECE)
                piece = machine.unconsumed_tail
    except zlib.error:
        raise NotReached(Why.GARBLED) from None
    if not machine.eof:
        raise NotReached(Why.GARBLED)
