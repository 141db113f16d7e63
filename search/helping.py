"""What somebody could give, as a wish of its own: the verb of giving goes, what it is about stays.

Invariant: pure. A gift is met by who asks for help, never by a course in the same thing: a volunteer role about it, or
a listing whose own words for the help that they would like hold it. Who does the same comes after those.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from search.evidence import tagged
from search.stems import stems, words
from search.types import CandidateFeatures, WantedInterest, WeightedTerm
from search.understanding.expansion import reached, strongest, terms, wanted
from search.understanding.fillers import FILLERS
from search.understanding.reading import Reading, Said
from search.vocabulary import Vocabulary

VOLUNTEER: Final = "volunteer_role"
# They say how something is given, or to whom, and not what.
_HOW: Final = frozenset(
    "teach teaches taught show shows tell tells help helps helped lend lends coach coaches volunteer volunteers lead "
    "leads led run runs ran make makes made give gives do does did set sets put out up play plays played offer take "
    "others people kids children girls boys lads lasses youngsters neighbours somebody someone folk them anyone "
    "demonstrate train advise guide mentor pass host welcome how to".split()
)
# Words of help that they would like, this close to the gift.
ASKED: Final = 0.9
# Who does the same and has not asked for help, beside what somebody loves.
UNASKED: Final = 0.6
# Clauses of gifts are numbered downwards from here, apart from those of the text and of what was picked.
FIRST_GIVEN: Final = -1000


def about(said: Said, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Codes of what a gift is about, longest words first; of the gift itself where its words name nothing else. Words
    that nobody knows are not taken for help of any kind."""
    spoken = [word for word in words(said.spoken) if word not in _HOW]
    found = list(dict.fromkeys(_named(spoken, vocabulary)))
    unknown = any(word not in FILLERS for word in spoken)
    return tuple(found) or ((said.code,) if said.code and not unknown else ())


def wants_of(said: Said, vocabulary: Vocabulary) -> tuple[WantedInterest, ...]:
    """Concepts of roles that would do for a gift, strongest first."""
    return strongest(want for code in about(said, vocabulary) for want in reached(said, code, vocabulary))


def asked_words(said: Said) -> frozenset[str]:
    """Stems that words of wanted help have to hold: what is given, else how."""
    every = [word for word in words(said.spoken) if word not in FILLERS]
    return frozenset(stem for word in every if word not in _HOW for stem in stems(word))


def helped(candidate: CandidateFeatures, weights: Mapping[str, float], asked: frozenset[str]) -> float:
    """How well a listing asks for this gift, 0 to 1: nought where it asks for no help at all."""
    wanted = ASKED if asked & frozenset(stems(candidate.help_wanted)) else 0.0
    if candidate.kind != VOLUNTEER:
        return wanted
    return max(wanted, tagged(candidate, weights))


def terms_of(asked: frozenset[str]) -> tuple[WeightedTerm, ...]:
    """Words to look for in what listings ask."""
    return tuple(WeightedTerm((stem,)) for stem in sorted(asked))


def given(reading: Reading) -> Iterator[Said]:
    """The gifts of a reading, each once."""
    seen: set[frozenset[str]] = set()
    for said in reading.gifts:
        if (key := asked_words(said) or frozenset({said.key})) not in seen:
            seen.add(key)
            yield said


def where_done(reading: Reading, vocabulary: Vocabulary) -> tuple[tuple[WeightedTerm, ...], tuple[WantedInterest, ...]]:
    """What to look for so that those come too who do what somebody could give, and have not asked for it."""
    done = tuple(
        replace(said, code=code, words="", meant="", clause=FIRST_GIVEN - place)
        for place, said in enumerate(given(reading))
        for code in about(said, vocabulary)
    )
    only = Reading(interests=done)
    return (
        tuple(replace(term, weight=round(term.weight * UNASKED, 4)) for term in terms(only, vocabulary)),
        tuple(replace(want, weight=round(want.weight * UNASKED, 4)) for want in wanted(only, vocabulary)),
    )


def _named(spoken: Sequence[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Concepts that the words name, the longest phrase at each place."""
    place = 0
    while place < len(spoken):
        for size in range(min(vocabulary.longest, len(spoken) - place), 0, -1):
            entries = vocabulary.entries.get(stems(" ".join(spoken[place : place + size])), ())
            codes = [entry.code for entry in entries if entry.via != "alone"]
            if codes and (size > 1 or spoken[place] not in FILLERS):
                yield from codes
                place += size - 1
                break
        place += 1
