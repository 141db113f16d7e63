"""Loose values from JSON and CSV read as what they were meant to be.

Invariant: pure, never raises; what cannot be read is told apart from what is not there.
"""

import json
import math
import re
from typing import Any, Final, Literal

from cms.imports.text import one_line

YES = frozenset({"true", "yes", "y", "1", "1.0", "t", "active", "open", "live", "registered", "on"})
NO = frozenset({"false", "no", "n", "0", "0.0", "f", "inactive", "closed", "removed", "dissolved", "ceased", "off"})
UNREADABLE: Final = "unreadable"
MOST_TERMS = 20
LONGEST_TERM = 80
_SEPARATORS = re.compile(r"[;|\n]")


def words(value: Any) -> str | None:
    """A text, or a number as text; nothing for null; None for a list, an object or true and false."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def texts(value: Any) -> list[str]:
    """The words of a value, or of each of several; those that say something."""
    return [text for each in (value if isinstance(value, list) else [value]) if (text := words(each) or "").strip()]


def number(value: Any) -> float | None:
    """A finite number, also when written as text or with a decimal comma; None when there is none."""
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    if "," in text and "." not in text:
        text = text.replace(",", ".")
    try:
        found = float(text) if len(text) <= 40 and "_" not in text else math.nan
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def flag(value: Any) -> bool | Literal["unreadable"] | None:
    """Yes, no, None for not there, or UNREADABLE: "True", "FALSE", 0, false, "inactive"."""
    if value is None or isinstance(value, bool):
        return value
    text = words(value)
    if text is None:
        return UNREADABLE
    text = text.strip().casefold()
    if not text:
        return None
    return True if text in YES else False if text in NO else UNREADABLE


def terms(value: Any) -> tuple[str, ...]:
    """A list, or text such as "a; b", "a | b", "a, b" or '["a", "b"]', as separate terms in order, each once."""
    if isinstance(value, str):
        value = _split(value.strip())
    if not isinstance(value, list | tuple):
        value = [value]
    found = (one_line(words(one) or "")[:LONGEST_TERM].strip() for one in value)
    return tuple(dict.fromkeys(term for term in found if term))[:MOST_TERMS]


def _split(text: str) -> list[Any]:
    if text.startswith("["):
        try:
            listed = json.loads(text)
        except (ValueError, RecursionError):
            listed = None
        if isinstance(listed, list):
            return listed
    if _SEPARATORS.search(text):
        return _SEPARATORS.split(text)
    return text.split(",")
