"""What was understood of a text. Invariant: every `start` and `end` is a place in the text as it was given."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.stems import stems


@dataclass(frozen=True, slots=True)
class Said:
    """A concept that was recognised, with the shortest words that showed it. `label` is the concept's own,
    `meant` the words put right where they were misspelt; `sure` above 0 and at most 1; `past`: it tells of former days.
    `code` is "" where the words are somebody's own and no concept of the vocabulary."""

    code: str
    label: str
    words: str
    start: int
    end: int
    via: str
    clause: int = 0
    meant: str = ""
    sure: float = 1.0
    past: bool = False

    @property
    def key(self) -> str:
        """A name for it, so that it can be taken off: its concept, or "own-steam-fairs"."""
        return self.code or "own-" + "-".join(stems(self.words))

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
    """A time that the text asks for: weekly slots such as "tue-afternoon", and the words that said so. A `limit`
    ("not Fridays", "after four") holds what remains, and narrows the other times."""

    slots: frozenset[str]
    label: str
    words: str
    start: int
    end: int
    limit: bool = False

    @property
    def code(self) -> str:
        """A name for the time, so that it can be taken off: "when-in-the-day"."""
        return "when-" + self.label.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Constraint:
    """What makes going possible: how somebody travels, gets in, in what company. `label` names no illness."""

    label: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody else in the text, by the words that say who ("dad", "Yvonne"), and what they love and do not want."""

    who: str
    words: str
    start: int
    end: int
    stage: str = "unknown"
    interests: tuple[Said, ...] = ()
    not_interests: tuple[Said, ...] = ()
    gifts: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """`interests`: what is wanted. `own`: other words worth a look. `corrected`: (as typed, as read).
    `length`: words in the text. A note is read further: what is not wanted, gifts, others with interests of their own
    (`people`), constraints, the stage of life of the person (`stage`) and the words that nothing explained."""

    interests: tuple[Said, ...] = ()
    own: tuple[OwnWord, ...] = ()
    when: tuple[When, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    length: int = 0
    not_interests: tuple[Said, ...] = ()
    gifts: tuple[Said, ...] = ()
    people: tuple[Person, ...] = ()
    travel: tuple[Constraint, ...] = ()
    access: tuple[Constraint, ...] = ()
    company: tuple[Constraint, ...] = ()
    stage: str = "unknown"
    not_understood: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.interests and not self.own


def by_words(found: Iterable[Said]) -> list[list[Said]]:
    """What the same words showed together, in the order that it was said: several concepts may be one wish."""
    groups: dict[tuple[int, int] | str, list[Said]] = {}
    for said in found:
        groups.setdefault((said.start, said.end) if said.words else said.key, []).append(said)
    return list(groups.values())
