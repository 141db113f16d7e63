"""What was understood of a text. Invariant: every `start` and `end` is a place in the text as it was given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A concept that was recognised, with the shortest words that showed it. `label` is the concept's own,
    `meant` the words put right where they were misspelt."""

    code: str
    label: str
    words: str
    start: int
    end: int
    via: str
    clause: int = 0
    meant: str = ""

    @property
    def spoken(self) -> str:
        """The words as they were meant: put right where they were misspelt."""
        return self.meant or self.words


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word that no concept explains and that may still find something, put right if misspelt, and its stem."""

    word: str
    stem: str
    start: int
    end: int
    clause: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """A time that the text asks for: weekly slots such as "tue-afternoon", and the words that said so."""

    slots: frozenset[str]
    label: str
    words: str
    start: int
    end: int

    @property
    def code(self) -> str:
        """A name for the time, so that it can be taken off: "when-in-the-day"."""
        return "when-" + self.label.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Reading:
    """`interests`: what is wanted. `own`: other words worth a look. `corrected`: (as typed, as read).
    `length`: words in the text."""

    interests: tuple[Said, ...] = ()
    own: tuple[OwnWord, ...] = ()
    when: tuple[When, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    length: int = 0

    @property
    def empty(self) -> bool:
        return not self.interests and not self.own
