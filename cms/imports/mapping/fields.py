"""What a column can become: the fields of an import, and the words by which people head them, read from data.

Invariant: fields.json is the only list; a code that is not in it is no field. `KEEP` and `SKIP` are answers too.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cms.access import NAMES

KEEP, SKIP, LINK = "keep", "skip", "link"
ACCESS = tuple(NAMES)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAKS = re.compile(r"[^\w£]+|_+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `many`: several columns may go into it, one after the other. `values`: what its cells look like."""

    code: str
    label: str
    group: str
    synonyms: frozenset[str]
    many: bool = False
    values: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything in fields.json."""

    fields: Mapping[str, Field]
    exact: Mapping[str, tuple[str, ...]]
    small: frozenset[str]
    whose: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]]
    in_role: Mapping[str, Mapping[str, str]]
    role_headings: Mapping[str, Mapping[str, str]]
    short: Mapping[str, str]
    whole_only: frozenset[str]
    keep_headings: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read once a process."""
    data = json.loads((Path(__file__).parent / "fields.json").read_text(encoding="utf-8"))
    fields = {
        row["code"]: Field(
            row["code"], row["label"], row["group"], frozenset(map(plain, row["synonyms"])) | {plain(row["code"])},
            row.get("many", False), row.get("values", ""),
        )
        for row in data["fields"]
    }  # fmt: skip
    exact: dict[str, list[str]] = {}
    for field in fields.values():
        for synonym in field.synonyms:
            exact.setdefault(synonym, []).append(field.code)
    return Lexicon(
        fields=fields,
        exact={words: tuple(codes) for words, codes in exact.items()},
        small=frozenset(data["small_words"]),
        whose={word: whose for whose, words in data["whose"].items() for word in words},
        roles={role: tuple(map(plain, words)) for role, words in data["roles"].items()},
        in_role=data["in_role"],
        role_headings=data["role_headings"],
        short=data["short"],
        whole_only=frozenset(map(plain, data["whole_only"])),
        keep_headings=frozenset(map(plain, data["keep_headings"])),
    )


def plain(heading: str) -> str:
    """A heading in plain small words: "Post_Code (main)" and "postCode" are "post code main" and "post code"."""
    folded = unicodedata.normalize("NFKC", _CAMEL.sub(" ", heading)).replace("’", "'").replace("'", "")
    return " ".join(word for word in _BREAKS.split(folded.casefold()) if word)


def label_of(code: str) -> str:
    """A field in words, also for the two answers that are none."""
    if code == KEEP:
        return "Keep as words from the source"
    if code == SKIP:
        return "Leave out"
    if code == LINK:
        return "Joins this table to another"
    return lexicon().fields[code].label
