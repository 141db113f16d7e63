"""Whether a council's colour can be read on our pages, and what it becomes in the dark.

Invariant: pure; whatever comes out has the contrast that WCAG 2.2 asks for (1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1
for thread and rings) on every cloth that it can lie on. The cloths are the tokens of `connector.css`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

TEXT = 4.5
THREAD = 3.0
LIGHT_CLOTHS = ("#F4F3EC", "#FFFFFF", "#E3EAF3", "#F7E4DE", "#FBF0C4", "#DDE8DA")
DARK_CLOTHS = ("#121A2C", "#1B2540", "#25345A", "#43282D", "#3C3616", "#22392F")
ON_BAND, ON_BAND_QUIET, BAND_THREAD = "#FFFFFF", "#CBD5E8", "#F2CB3E"
DARK_ON_BAND, DARK_ON_BAND_QUIET = "#F3EFE4", "#B7C3DA"
DARK_TEXT = "#0C1424"
_STEPS = 100


class NotReadable(ValueError):
    """Nothing near this colour can be read; the words say what to do."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour as it is used by day and by night, each as #RRGGBB."""

    day: str
    night: str


def colour(text: str) -> str:
    """#RRGGBB for what somebody wrote: `#2a6`, `2A6A4B` or `#2a6a4b`. Raises ValueError with what to write."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text.strip())
    if not found:
        raise ValueError("Write the colour as # and six digits or letters, such as #24427C.")
    digits = found[1] if len(found[1]) == 6 else "".join(letter * 2 for letter in found[1])
    return f"#{digits.upper()}"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def worst(of: str, on: Sequence[str]) -> float:
    """The lowest contrast over several cloths."""
    return min(contrast(of, cloth) for cloth in on)


def links(day: str) -> tuple[Shade, Shade]:
    """The colour of links and buttons, at rest and pressed. Raises NotReadable, with the nearest that would do."""
    ratio = worst(day, LIGHT_CLOTHS)
    if ratio < TEXT:
        near = _until(day, "#000000", lambda tried: worst(tried, LIGHT_CLOTHS) >= TEXT)
        raise NotReadable(f"Too light to read: {ratio:.1f} to 1 where 4.5 is needed. The nearest that works is {near}.")
    night = _until(
        day, "#FFFFFF", lambda tried: worst(tried, DARK_CLOTHS) >= TEXT and contrast(tried, DARK_TEXT) >= TEXT
    )
    return Shade(day, night), Shade(_mixed(day, "#000000", 0.35), _mixed(night, "#FFFFFF", 0.4))


def band(day: str) -> Shade:
    """The colour of the band at the top and behind the question. Raises NotReadable likewise."""
    if not _carries(day, ON_BAND, ON_BAND_QUIET):
        near = _until(day, "#000000", lambda tried: _carries(tried, ON_BAND, ON_BAND_QUIET))
        raise NotReadable(f"Too light for the words on it, which are white. The nearest that works is {near}.")
    darker = _mixed(day, "#000000", 0.5)
    return Shade(day, _until(darker, "#000000", lambda tried: _carries(tried, DARK_ON_BAND, DARK_ON_BAND_QUIET)))


def _carries(cloth: str, words: str, quiet: str) -> bool:
    return worst(cloth, (words, quiet)) >= TEXT and contrast(cloth, BAND_THREAD) >= THREAD


def _until(start: str, towards: str, enough: Callable[[str], bool]) -> str:
    """The first colour on the way to black or white that is good enough; the end of the way always is."""
    for step in range(_STEPS):
        if enough(tried := _mixed(start, towards, step / _STEPS)):
            return tried
    return towards


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _luminance(text: str) -> float:
    red, green, blue = (_linear(each / 255) for each in _channels(text))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
