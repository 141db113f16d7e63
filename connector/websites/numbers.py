"""Whether a telephone number can be one at all. Nobody is rung.

Invariant: pure. A number that may be right is never called wrong: only what Ofcom has not opened for telephones is, or
what has a length that it gives nobody.
Source: Ofcom, National Telephone Numbering Plan (what the first digits mean, and how many follow).
"""

import re
from typing import Final

NOT_ONE: Final = "“{number}” cannot be a telephone number: {why}."
_EXTENSION: Final = re.compile(r"(?:\bext(?:ension)?\b\.?|\bx|#).*$", re.IGNORECASE)
# What follows the 0, and how many digits there are with it. The shorter 01 and 0800 are rests of older plans.
_OPEN: Final = (
    (re.compile(r"1"), {9, 10}),
    (re.compile(r"2[0-9]"), {10}),
    (re.compile(r"3"), {10}),
    (re.compile(r"5[56]"), {10}),
    (re.compile(r"7"), {10}),
    (re.compile(r"80[08]"), {7, 9, 10}),
    (re.compile(r"8"), {7, 10}),
    (re.compile(r"9"), {10}),
)
_SHORT: Final = re.compile(r"1\d{2}|116\d{3}|999|18\d{3}")


def why_not(number: str) -> str:
    """Why it cannot be one, in a sentence; empty where it can, where there is none, or it is of another country."""
    plain = _EXTENSION.sub("", number.strip())
    digits = re.sub(r"\D", "", plain.replace("(0)", "", 1))
    if not digits or _SHORT.fullmatch(digits):
        return ""
    if plain.startswith(("+", "00")):
        digits = digits.removeprefix("00") if plain.startswith("00") else digits
        if not digits.startswith("44"):
            return ""
        digits = "0" + digits[2:].removeprefix("0")
    if not digits.startswith("0"):
        return "" if 5 <= len(digits) <= 8 else NOT_ONE.format(number=number.strip(), why="it does not start with 0")
    lengths = next((lengths for start, lengths in _OPEN if start.match(digits[1:])), None)
    if lengths is None:
        return NOT_ONE.format(number=number.strip(), why=f"none starts with {digits[:2]}")
    if len(digits) - 1 in lengths:
        return ""
    why = "it is too short" if len(digits) - 1 < min(lengths, default=0) or len(digits) < 11 else "it is too long"
    return NOT_ONE.format(number=number.strip(), why=why)
