"""The help that a group may ask for with one tap. Pure.

Invariant: words that a match finds among what people could give (`search.helping`), in everyday speech.
"""

from typing import Final

WANTED: Final = (
    ("tea", "Tea and washing up", "somebody to make the tea and wash up"),
    ("driver", "Driving", "somebody to drive people here and home"),
    ("craft", "Teaching a craft", "somebody to teach a craft: knitting, sewing, woodwork or painting"),
    ("garden", "Gardening", "somebody who likes gardening"),
    ("music", "Playing music", "somebody to play music or sing"),
    ("computers", "Computers and phones", "somebody to help with computers and phones"),
    ("accounts", "The accounts", "somebody to do the accounts"),
    ("welcome", "Welcoming people", "somebody to welcome new people at the door"),
)
"""Code, the words on the button, the words on the listing."""
_WORDS: Final = {code: words for code, _label, words in WANTED}


def words_of(code: str) -> str | None:
    """The words on the listing; empty for "none", None for a code that there is not."""
    return "" if code == "none" else _WORDS.get(code)
