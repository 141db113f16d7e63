"""Which texts of a listing are read for their meaning, and the name by which each is known. Pure.

Invariant: what stands on the public page and nothing else: name, summary and description.
"""

from dataclasses import dataclass
from hashlib import sha256

from search.meaning.pieces import LONGEST, pieces


@dataclass(frozen=True, slots=True)
class Texts:
    """The whole, and its pieces where there is more than one."""

    whole: str
    pieces: tuple[str, ...] = ()


def texts_of(name: str, summary: str, description: str) -> Texts:
    """The name comes first: it often says most."""
    whole = " ".join(filter(None, [_sentence(name), _sentence(summary), description.strip()]))
    short = len(whole.split()) <= LONGEST
    return Texts(whole, () if short else tuple(dict.fromkeys(pieces(whole))))


def digest(model: str, kind: str, text: str) -> str:
    """Names a text as this model reads it."""
    return sha256("\0".join((model, kind, text)).encode()).hexdigest()


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{text}." if text and text[-1] not in ".!?" else text
