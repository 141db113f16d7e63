"""The reading of one of the others in a note: dad's own interests, and nothing of the person's.

Invariant: pure. When they are free, how they get about and what they need are not known: what was said is of another.
"""

from dataclasses import replace

from search.stems import stem
from search.understanding.fillers import FILLERS
from search.understanding.reading import OwnWord, Reading


def of_person(reading: Reading, who: str) -> Reading:
    """What the note says of `who` (`Person.who`), as a reading of its own; empty where there is nobody so called."""
    person = next((each for each in reading.people if each.who == who), None)
    if person is None:
        return Reading()
    own = [said for said in person.interests if not said.code]
    return replace(
        Reading(),
        interests=person.interests,
        not_interests=person.not_interests,
        gifts=person.gifts,
        own=tuple(
            OwnWord(word, stem(word), said.start, said.end, said.clause)
            for said in own
            for word in said.words.lower().split()
            if word not in FILLERS
        ),
        stage=person.stage,
        length=sum(len(said.words.split()) for said in person.interests),
    )
