"""One candidate as bytes: its features as JSON, then its term keys and how often each stands in it.

Layout, little-endian: uint32 length of the JSON, uint32 number of terms, the JSON padded to eight bytes, int64 keys in
rising order, uint16 counts. Invariant: pure; the same features and counts give the same bytes on every machine.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np

from search.types import AssetDocument, CandidateFeatures, Point

# Grows whenever words are read in another way (`search.stems`).
READ_AS = b"3\n"
_HEAD = struct.Struct("<II")
_MOST = int(np.iinfo(np.uint16).max)
_SETS = frozenset({"slots", "audience", "cues", "stages"})
_TUPLES = frozenset({"interests", "suggested", "starts", "about"})
# The digest is of the rest.
_NAMES: Mapping[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name != "digest")
    for kind in (AssetDocument, CandidateFeatures)
}


def pack(features: CandidateFeatures, counts: Mapping[int, int]) -> bytes:
    """Features and counts (term key -> how often) as bytes."""
    text = _json(features)
    ordered = sorted(counts)
    keys = np.array(ordered, dtype="<i8")
    often = np.minimum([counts[key] for key in ordered], _MOST).astype("<u2")
    return _HEAD.pack(len(text), len(keys)) + text + b" " * (-len(text) % 8) + keys.tobytes() + often.tobytes()


def unpack_features(packed: bytes) -> CandidateFeatures:
    """The features that `pack` was given. A row of an earlier version lacks the last ones, which are not known then."""
    length, _ = _HEAD.unpack_from(packed)
    held = json.loads(packed[_HEAD.size :][:length])
    values: dict[str, Any] = dict(zip(_NAMES[CandidateFeatures], held, strict=False))
    values |= {name: frozenset(values[name]) for name in _SETS & values.keys()}
    values |= {name: tuple(values[name]) for name in _TUPLES}
    values["points"] = tuple(Point(lat, lon) for lat, lon in values["points"])
    return CandidateFeatures(**values)


def unpack_terms(packed: bytes) -> tuple[np.ndarray, np.ndarray]:
    """Keys (int64, rising) and counts (uint16) of a row, as views of its bytes."""
    length, number = _HEAD.unpack_from(packed)
    start = _HEAD.size + length + -length % 8
    keys = np.frombuffer(packed, dtype="<i8", count=number, offset=start)
    return keys, np.frombuffer(packed, dtype="<u2", count=number, offset=start + 8 * number)


def content(document: AssetDocument, features: CandidateFeatures) -> bytes:
    """Everything that a document and its features say, for a digest: same content, same bytes. `READ_AS` is part of it,
    so that rows made with other stems are made again."""
    return READ_AS + _json(document) + b"\n" + _json(features)


def _json(value: AssetDocument | CandidateFeatures) -> bytes:
    plain = [getattr(value, name) for name in _NAMES[type(value)]]
    return _ENCODER.encode(plain).encode()


def _plain(value: object) -> list[Any]:
    if isinstance(value, Point):
        return [value.lat, value.lon]
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"Cannot pack {type(value).__name__}.")


_ENCODER = json.JSONEncoder(default=_plain, sort_keys=True, separators=(",", ":"))
