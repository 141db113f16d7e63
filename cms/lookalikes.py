"""Letters that look like others: of another script in the middle of a word, drawn in a special way, or not seen at all.

Invariant: pure. A word of one script alone is no fault, unless each of its letters could be taken for a Latin one and
nothing else of the text is written in that script: "και" is a Greek word among others. Every letter is told by its
name, so that whoever reads it need not see the difference.
Source: Unicode Technical Standard 39, sections 4 and 5 (confusable and mixed-script detection), in the part that
matters for names and links in English; the letters are those of `like_latin.txt`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final


def _table() -> dict[str, frozenset[str]]:
    lines = (Path(__file__).parent / "like_latin.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {script: frozenset(letters) for script, letters in rows}


_TABLE: Final = _table()
SCRIPTS: Final = frozenset(_TABLE)
SMALL_CAPITALS: Final = _TABLE["LATIN"]
LIKE_LATIN: Final = frozenset().union(*_TABLE.values()) - SMALL_CAPITALS
"""Letters of other scripts that anybody may take for a Latin one."""
MOST: Final = 5
_DRAWN: Final = ("<font>", "<wide>", "<circle>", "<square>")
_JOINERS: Final = "\u200c\u200d"
_DIRECTIONS: Final = "\u200e\u200f"
_FLAGS: Final = range(0xE0020, 0xE0080)
"""The letters within the flags of England, Scotland and Wales."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_PUNY: Final = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)


def look_alikes(texts: Iterable[str]) -> list[str]:
    """A sentence for each letter that is not what it seems, the first `MOST` of them: “а” in “pаypal” is CYRILLIC SMALL
    LETTER A."""
    found = (sentence for text in texts for sentence in _of(text))
    return list(dict.fromkeys(found))[:MOST]


def _of(text: str) -> Iterator[str]:
    for place, sign in enumerate(text):
        if unicodedata.category(sign) == "Cf" and not _belongs(text, place):
            yield f"There is a sign that nobody sees: {_name(sign)}."
        elif sign.isalpha() and (unicodedata.decomposition(sign).startswith(_DRAWN) or sign in SMALL_CAPITALS):
            yield f"“{sign}” is {_name(sign)}."
    written = {_script(sign) for sign in text if sign.isalpha() and sign not in LIKE_LATIN}
    for word in _WORD.findall(text):
        for letter in _odd(word, written):
            yield f"“{letter}” in “{word}” is {_name(letter)}."
    for label in _PUNY.findall(text):
        if plain := _decoded(label):
            yield f"“{label}” is a web address that shows as “{plain}”."


def _odd(word: str, written: Collection[str]) -> list[str]:
    """Letters of a word that are of another script than most of it; all of them, where all look like Latin ones and
    none is of a script that the text is `written` in."""
    scripts = [(letter, _script(letter)) for letter in word]
    known = [script for _, script in scripts if script in SCRIPTS]
    if "LATIN" in known and len(set(known)) > 1:
        most = max(sorted(set(known)), key=lambda script: (known.count(script), script == "LATIN"))
        return [letter for letter, script in scripts if script in SCRIPTS and script != most]
    alike = all(letter in LIKE_LATIN and script not in written for letter, script in scripts)
    return list(word) if len(word) > 1 and alike else []


def _belongs(text: str, place: int) -> bool:
    """Whether a sign that nobody sees is where it is meant to be: within a picture, or in a writing that needs it."""
    sign, beside = text[place], text[max(0, place - 1) : place + 2]
    if sign in _JOINERS:
        return not any(each.isascii() and each.isalnum() for each in beside)
    if sign in _DIRECTIONS:
        return any(unicodedata.bidirectional(each) in ("R", "AL") and each.isalpha() for each in text)
    return ord(sign) in _FLAGS


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _name(sign: str) -> str:
    return unicodedata.name(sign, f"U+{ord(sign):04X}")


def _decoded(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return ""
