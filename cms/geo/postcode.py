"""Read a British postcode, or a part of one, out of typed text.

Invariant: pure, and never guesses in silence. Text of the right shape becomes a `Postcode`; everything else becomes a
`PostcodeProblem` with a sentence for people and, where one is likely, a suggestion. Whether a postcode is really in use
is for the gazetteer to say. Shapes: Royal Mail, Programmers' Guide to PAF, "Postcode formats".
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["unit", "sector", "outward"]
ProblemKind = Literal["not_a_postcode", "slip", "unfinished", "area_only"]

# Letters that Royal Mail never uses in the last two places, because they are easily misread.
INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_OUTWARD = r"[A-Z]{1,2}(?:[0-9]{1,2}|[0-9][A-Z])"
_OUTWARD_ONLY = re.compile(_OUTWARD)
_SECTOR = re.compile(rf"({_OUTWARD})([0-9])")
_UNIT = re.compile(rf"({_OUTWARD})([0-9])([{INWARD_LETTERS}]{{2}})")
_ONE_SHORT = re.compile(rf"({_OUTWARD})([0-9])([{INWARD_LETTERS}])")
_SPOKEN_PUNCTUATION = re.compile(r"[\s.,;:_'\"()\-\u2010-\u2015\u00a0]+")
_SLIPS = {"O": "0", "0": "O", "I": "1", "1": "I", "L": "1", "S": "5", "5": "S", "Z": "2", "2": "Z", "B": "8", "8": "B"}
_LONGEST = 12
WHOLE_IN_TEXT = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s?[0-9][A-Z]{2}\b", re.IGNORECASE)
"""What has the shape of a whole postcode, among other words."""


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode of the right shape. `inward` is None for a sector or an outward code, `digit` for an outward code."""

    outward: str
    digit: str | None = None
    inward: str | None = None

    @property
    def kind(self) -> Kind:
        """How much of a postcode this is."""
        if self.inward is not None:
            return "unit"
        return "sector" if self.digit is not None else "outward"

    @property
    def area(self) -> str:
        """The letters at the front: M of M33 7ZF."""
        return self.outward[:2] if self.outward[1:2].isalpha() else self.outward[:1]

    @property
    def sector(self) -> str | None:
        """Such as M33 7; None for an outward code."""
        return None if self.digit is None else f"{self.outward} {self.digit}"

    def __str__(self) -> str:
        """Written as people write it: M33 7ZF, M33 7 or M33."""
        if self.inward is not None:
            return f"{self.outward} {self.inward}"
        return self.sector or self.outward


@dataclass(frozen=True, slots=True)
class PostcodeProblem:
    """Why the text is no postcode: a sentence for people, and what they may have meant (empty when we cannot tell)."""

    reason: str
    suggestion: str = ""
    kind: ProblemKind = "not_a_postcode"

    def __str__(self) -> str:
        """Reason and suggestion as one line: We don't know QT44. Is it QT4 4?"""
        return f"{self.reason} Is it {self.suggestion}?" if self.suggestion else self.reason


def parse_postcode(text: str) -> Postcode | PostcodeProblem:
    """Read `text` as a unit (M33 7ZF), a sector (M33 7) or an outward code (M33). Never raises.

    Case, spaces, dots and hyphens do not matter, but a space before a last single digit makes a sector: "M3 3" is a
    sector and "M33" an outward code.
    """
    tokens = _SPOKEN_PUNCTUATION.sub(" ", text.upper()).split() if len(text) <= 4 * _LONGEST else []
    joined = "".join(tokens)
    if not joined or len(joined) > _LONGEST or not joined.isascii():
        return PostcodeProblem("That is not a postcode. A postcode looks like M33 7ZF.")
    return _read(joined, tokens[-1]) or _explain(joined, " ".join(tokens))


def sector_of(text: str) -> str | None:
    """The sector of a unit or a sector ("M33 7" of "m337zf"); None when the text has none."""
    read = parse_postcode(text)
    return read.sector if isinstance(read, Postcode) else None


def _read(joined: str, last_token: str) -> Postcode | None:
    if unit := _UNIT.fullmatch(joined):
        return Postcode(unit[1], unit[2], unit[2] + unit[3])
    spaced_digit = len(last_token) == 1 and last_token.isdigit()
    sector = _SECTOR.fullmatch(joined)
    if _OUTWARD_ONLY.fullmatch(joined) and not (spaced_digit and sector):
        return Postcode(joined)
    return Postcode(sector[1], sector[2]) if sector else None


def _explain(joined: str, typed: str) -> PostcodeProblem:
    if re.fullmatch(r"[A-Z]{1,2}", joined):
        reason = f"{joined} is a very large area. Add the number that comes after it, as in {joined}1."
        return PostcodeProblem(reason, kind="area_only")
    if short := _ONE_SHORT.fullmatch(joined):
        reason = f"{short[1]} {short[2]}{short[3]} is one letter short of a whole postcode."
        return PostcodeProblem(reason, f"{short[1]} {short[2]}", kind="unfinished")
    has_both = any(letter.isalpha() for letter in joined) and any(digit.isdigit() for digit in joined)
    if has_both and (meant := look_alikes(joined)):
        return PostcodeProblem(f"We don't know {typed}.", str(meant[0]), kind="slip")
    return PostcodeProblem(f"{typed} is not a postcode. A postcode looks like M33 7ZF.")


def look_alikes(joined: str) -> tuple[Postcode, ...]:
    """Every postcode that `joined` (capitals, no spaces) may have been meant for, likeliest first.

    In order: another place for the space (QT44 -> QT4 4), one look-alike put right (MI 1AE -> M1 1AE), one key pressed
    twice (M333 7ZF -> M33 7ZF), two neighbours swapped (M3 37ZF is one already; 3M3 7ZF -> M33 7ZF).
    """
    found: dict[Postcode, None] = {}
    if sector := _SECTOR.fullmatch(joined):
        found[Postcode(sector[1], sector[2])] = None
    for variant in _one_edit(joined):
        read = _read(variant, variant)
        if read is not None:
            found[read] = None
    found.pop(_read(joined, joined) or Postcode(""), None)
    return tuple(found)


def _one_edit(joined: str) -> list[str]:
    alike = [
        joined[:at] + _SLIPS[character] + joined[at + 1 :] for at, character in enumerate(joined) if character in _SLIPS
    ]
    twice = [joined[:at] + joined[at + 1 :] for at in range(1, len(joined)) if joined[at] == joined[at - 1]]
    swapped = [
        joined[:at] + joined[at + 1] + joined[at] + joined[at + 2 :]
        for at in range(len(joined) - 1)
        if joined[at] != joined[at + 1]
    ]
    return alike + twice + swapped
