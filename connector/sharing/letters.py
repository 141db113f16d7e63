"""Words as our own letters draw them: which of them can be drawn, how wide they are, where lines break.

Invariant: pure but for reading the fonts, once a process. No box ever stands for a letter that the fonts lack: a word
with one is left out. However long the words, the work is bounded by the lines that are asked for.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import ImageFont

_FOLDER: Final = Path(__file__).resolve().parent.parent / "static" / "connector" / "fonts"
_FILES: Final = {
    "name": ("besley-latin-600-normal", "besley-latin-ext-600-normal"),
    "fact": ("atkinson-hyperlegible-next-latin-400-normal", "atkinson-hyperlegible-next-latin-ext-400-normal"),
}
"""A hand, and its files: the first that has a letter draws it."""
_NO_LETTER: Final = "\U0010fffe"
_LONGEST: Final = 300
MORE: Final = "…"


@dataclass(frozen=True, slots=True)
class Hand:
    """A typeface in a size, in pixels. `style`: "name" or "fact"."""

    style: str
    size: int

    def width(self, text: str) -> float:
        return sum(font.getlength(piece) for font, piece in self.runs(text))

    def runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """Pieces of a text that can be drawn, each with the font that draws it."""
        fonts = [_font(file, self.size) for file in _FILES[self.style]]
        for place, letters in groupby(text, key=lambda letter: _place(self.style, letter)):
            if place is not None:
                yield fonts[place], "".join(letters)


def drawable(text: str, style: str) -> str:
    """The words of it that can be drawn, without an accent where the letter is there and the accent is not."""
    words = (_word(word, style) for word in unicodedata.normalize("NFC", text)[:_LONGEST].split())
    return " ".join(filter(None, words))


def wrapped(text: str, hand: Hand, width: int, most: int) -> tuple[str, ...]:
    """At most `most` lines no wider than `width`; what is left out is told by three dots."""
    lines = _lines(text.split(), hand, width)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and hand.width(last + MORE) > width:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip(" ,.;:") + MORE)


def fitted(text: str, style: str, sizes: Sequence[int], width: int, most: int) -> tuple[Hand, tuple[str, ...]]:
    """In the largest size in which all of it fits, else in the smallest."""
    for size in sizes:
        hand = Hand(style, size)
        lines = _lines(text.split(), hand, width)
        if len(lines) <= most:
            return hand, tuple(lines)
    return hand, wrapped(text, hand, width, most)


def _lines(words: Sequence[str], hand: Hand, width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        for piece in _cut(word, hand, width):
            if lines and hand.width(f"{lines[-1]} {piece}") <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _cut(word: str, hand: Hand, width: int) -> Iterator[str]:
    """A word in pieces that fit, mostly one."""
    while hand.width(word) > width:
        fits = max(1, bisect_right(_Growing(hand, word), width) - 1)
        yield word[:fits]
        word = word[fits:]
    yield word


@dataclass(frozen=True, slots=True)
class _Growing:
    """The widths of a word's beginnings, none longer than the one after it: nothing, one letter, two letters."""

    hand: Hand
    word: str

    def __len__(self) -> int:
        return len(self.word)

    def __getitem__(self, letters: int) -> float:
        return self.hand.width(self.word[:letters])


def _word(word: str, style: str) -> str:
    """As it can be drawn. Signs that cannot are passed over; a word that lacks a letter is no word."""
    drawn = []
    for letter in word:
        if _place(style, letter) is not None:
            drawn.append(letter)
            continue
        plain = "".join(each for each in unicodedata.normalize("NFD", letter) if not unicodedata.combining(each))
        if plain and all(_place(style, each) is not None for each in plain):
            drawn.append(plain)
        elif unicodedata.category(letter)[0] in "LMN":
            return ""
    return "".join(drawn)


@lru_cache(maxsize=4096)
def _place(style: str, letter: str) -> int | None:
    """Which file of a style has this letter."""
    for place, file in enumerate(_FILES[style]):
        if letter.isspace() or _mask(file, letter) != _mask(file, _NO_LETTER):
            return place
    return None


def _mask(file: str, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(file, 16).getmask(letter)
    return mask.size, bytes(mask)


@lru_cache(maxsize=32)
def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FOLDER / f"{file}.woff2"), size, layout_engine=ImageFont.Layout.BASIC)
