"""Reads the interests that the product ships with from their file into values that nobody can change.

Invariant: what comes out has passed every check; a file that is wrong gives a ValueError that says where and how.
Pure: no Django, no database.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cms.vocabulary.checks import check
from cms.vocabulary.concept import Link, ShippedConcept, ShippedVocabulary, digest

__all__ = ["DEFAULT", "Link", "ShippedConcept", "ShippedVocabulary", "digest", "read_vocabulary"]

DEFAULT = Path(__file__).with_name("interests.json")
LIGHTEST, HEAVIEST = 0.2, 0.9
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_vocabulary(path: Path = DEFAULT) -> ShippedVocabulary:
    """Read and check a vocabulary file. Raises ValueError that names the concept and says what is wrong with it."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name} is not JSON: {error}") from error
    if not isinstance(held, dict) or not held.get("version") or not isinstance(held.get("concepts"), list):
        raise ValueError(f'{path.name} must hold "version" and a list of "concepts"')
    concepts = tuple(_concept(row) for row in held["concepts"])
    rivals = _rivals(held.get("rivals", {}), path.name)
    check(concepts, rivals)
    return ShippedVocabulary(str(held["version"]), concepts, tuple(rivals.items()))


def _rivals(held: Any, name: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(held, dict):
        raise ValueError(f'{name}: "rivals" needs an object of words, each with a list of codes')
    return {word: _texts(word, "rivals", {"rivals": codes}) for word, codes in held.items()}


def _concept(row: Any) -> ShippedConcept:
    code = row.get("code") if isinstance(row, dict) else None
    if not code or not isinstance(code, str):
        raise ValueError(f'every concept needs a "code": {str(row)[:80]}')
    if not SLUG.fullmatch(code):
        raise ValueError(f"{code}: a code is lower-case letters and figures, with a hyphen between words")
    unknown = sorted(set(row) - set(ShippedConcept.__dataclass_fields__))
    if unknown:
        raise ValueError(f"{code}: no such field: {', '.join(unknown)}")
    return ShippedConcept(
        code=code,
        label=_text(code, "label", row.get("label")),
        icon=_text(code, "icon", row["icon"]) if "icon" in row else "",
        alternative=_texts(code, "alternative", row),
        everyday=_texts(code, "everyday", row),
        alone=_texts(code, "alone", row),
        broader=_texts(code, "broader", row),
        exact=_texts(code, "exact", row),
        related=_links(code, "related", row),
        leads_to=_links(code, "leads_to", row),
    )


def _text(code: str, name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'{code}: "{name}" needs some text, not {value!r}')
    return value


def _texts(code: str, name: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_text(code, name, value) for value in _list(code, name, row))


def _links(code: str, name: str, row: Mapping[str, Any]) -> tuple[Link, ...]:
    return tuple(_link(code, name, pair) for pair in _list(code, name, row))


def _link(code: str, name: str, pair: Any) -> Link:
    if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[1], int | float)):
        raise ValueError(f'{code}: "{name}" holds [code, weight] pairs, not {pair}')
    if not LIGHTEST <= pair[1] <= HEAVIEST:
        raise ValueError(f'{code}: the weight of {pair[0]} in "{name}" must be from {LIGHTEST} to {HEAVIEST}')
    return _text(code, name, pair[0]), float(pair[1])


def _list(code: str, name: str, row: Mapping[str, Any]) -> list[Any]:
    values = row.get(name, [])
    if not isinstance(values, list):
        raise ValueError(f'{code}: "{name}" needs a list, not {values!r}')
    return values
