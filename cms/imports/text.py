"""Text from elsewhere made fit to show: no markup, no control characters, no stray spaces.

Invariant: pure; what comes out is plain text that any database keeps, and cleaning it again changes nothing.
"""

import html
import re
import unicodedata

from cms.geo.postcode import INWARD_LETTERS

# Ways to leave a cell empty with words in it.
NOTHING = frozenset(
    "n/a|na|none|null|nil|nan|not known|unknown|not available|not applicable|not relevant|tbc|tba|-|--|?|".split("|")
)
LONGEST_TEXT = 10_000
_BREAKS = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->|<![^<>]*>", re.DOTALL)
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*\n\s*")
_LINE = re.compile(r" ?\n ?")
_UNIT = re.compile(rf"\b([A-Z]{{1,2}}[0-9][0-9A-Z]?) ?([0-9])[{INWARD_LETTERS}]{{2}}\b")


def one_line(text: str) -> str:
    """Clean text without line breaks."""
    return " ".join(paragraphs(text).split())


def paragraphs(text: str) -> str:
    """Clean text; line breaks stay, more than one empty line does not."""
    if "<" in text:
        text = _TAG.sub(" ", _BREAKS.sub("\n", _HIDDEN.sub(" ", text)))
    if "&" in text:
        text = html.unescape(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.replace("\n", "").isprintable() or "\ufffd" in text:
        text = "".join(map(_fit, text))
    return _LINES.sub("\n\n", _LINE.sub("\n", _SPACES.sub(" ", text))).strip()


def meant(text: str) -> str:
    """The text, or nothing when it says that there is nothing ("N/A", "not known")."""
    return "" if text.casefold().strip(" .") in NOTHING else text


def shorten(text: str, most: int) -> str:
    """At most so many characters, cut between words and ended with "…"."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    word_ends = cut.rfind(" ")
    return (cut[:word_ends] if word_ends > most // 2 else cut).rstrip(" ,;:-–—(") + "…"


def without_whole_postcodes(text: str) -> str:
    """Whole postcodes in capitals become their sectors: "M33 7ZF" is "M33 7"."""
    return _UNIT.sub(r"\1 \2", text)


def _fit(character: str) -> str:
    """A character as it may be kept: control, unpaired and invisible ones become a space or nothing."""
    if character == "\n" or character.isprintable():
        return "" if character == "\ufffd" else character
    category = unicodedata.category(character)
    if category in ("Cf", "Cn", "Cs", "Co"):
        return ""
    return "\n" if character in "\u2028\u2029" else " "
