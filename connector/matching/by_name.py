"""Above the answers: what was noticed, folded to a line, and the people who can be asked for by name. Pure.

Invariant: a name stands there only because its card names it; nobody is named twice.
"""

from collections.abc import Sequence
from typing import Final

from cms.cards import Card

# So much of a note shows which one it is; the rest is one tap away.
LONGEST_NOTICED: Final = 120


def by_name(cards: Sequence[Card]) -> tuple[str, ...]:
    """Who meets somebody, else whom to ask for, of each card that names one, in their order."""
    names = (card.greeter_name or (card.ask_for.name if card.ask_for else "") for card in cards)
    return tuple(dict.fromkeys(name for name in names if name))


def shortened(note: str) -> str:
    """The beginning of a note in whole words, with an ellipsis where it goes on."""
    words = " ".join(note.split())
    if len(words) <= LONGEST_NOTICED:
        return words
    return f"{words[:LONGEST_NOTICED].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"
