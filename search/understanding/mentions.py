"""Where a sentence holds words of an interest: longest match first, shortened to the words that show it.

Invariant: pure; a mention never crosses a comma, holds no name, no abbreviation and no saying.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from search.understanding.blocked import blocked_at
from search.understanding.likings import KINDS
from search.understanding.negators import NEGATORS
from search.understanding.sentences import Sentence
from search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Mention:
    """Positions of the words (`start` up to `end`) in the sentence and the concepts that they stand for; none where the
    words are the person's own. `alone`: too common to count without a liking. `exact`: written as the vocabulary has
    it. `faint`: it shares no more than a stem with a phrase ("garden", "boxes"), or is itself a verb of habit.
    `situation`: it says what somebody is in, not what they love (`search.situations`)."""

    start: int
    end: int
    codes: tuple[str, ...] = ()
    via: str = "said"
    alone: bool = False
    faint: bool = False
    exact: bool = True
    situation: bool = False


def mentions(sentence: Sentence, vocabulary: Vocabulary, barred: frozenset[int]) -> tuple[Mention, ...]:
    """The mentions of a sentence in order. `barred`: positions that show nothing (names, abbreviations)."""
    return tuple(_found(sentence, vocabulary, barred))


def _found(sentence: Sentence, vocabulary: Vocabulary, barred: frozenset[int]) -> Iterator[Mention]:
    stems = sentence.stems
    place = 0
    while place < len(stems):
        size = _longest(sentence, stems, place, vocabulary, barred)
        blocked = blocked_at(stems, place)
        if blocked and blocked >= size:
            place += blocked
        elif size:
            yield _mention(stems, place, size, vocabulary, sentence)
            place += size
        else:
            place += 1


def _longest(
    sentence: Sentence, stems: tuple[str, ...], place: int, vocabulary: Vocabulary, barred: frozenset[int]
) -> int:
    for size in range(min(vocabulary.reach.get(stems[place], 0), len(stems) - place), 0, -1):
        span = range(place, place + size)
        if stems[place : place + size] not in vocabulary.entries or stems[place : place + size] in _NEVER:
            continue
        if barred.intersection(span) and not (size > 1 and not barred.issuperset(span)):
            continue
        if any(sentence.words[at].before not in {"", "-", "'", "’"} for at in span[1:]):
            continue
        return size
    return 0


def _mention(stems: tuple[str, ...], place: int, size: int, vocabulary: Vocabulary, sentence: Sentence) -> Mention:
    entries = vocabulary.entries[stems[place : place + size]]
    firm = tuple(entry for entry in entries if entry.via != "alone")
    codes = tuple(entry.code for entry in firm or entries)
    start, end = _shortest(stems, place, size, codes[0], vocabulary, sentence)
    said = sentence.words[start].word
    exact = end - start > 1 or said in vocabulary.singles
    faint = end - start == 1 and (said in _CUE_WORDS if not firm else not _is_phrase(said, vocabulary))
    situation = vocabulary.situations.issuperset(codes)
    via = (firm or entries)[0].via
    return Mention(start, end, codes, via, alone=not firm or faint, faint=faint, exact=exact, situation=situation)


def _is_phrase(word: str, vocabulary: Vocabulary) -> bool:
    """The word itself, or its plural or singular, is a phrase of the vocabulary; sharing a stem is not enough."""
    doubled = f"{word[:-3]}{word[-4:]}" if word.endswith("ing") and len(word) > 5 else word  # "kniting"
    return not vocabulary.singles.isdisjoint({word, f"{word}s", word.removesuffix("s"), doubled})


_CUE_WORDS = frozenset(word for phrase in KINDS["habit"] if len(phrase) == 1 for word in phrase)
# What drama is to a noun, everything is to the verb.
_NEVER = frozenset({("play",)})


def _shortest(
    stems: tuple[str, ...], place: int, size: int, code: str, vocabulary: Vocabulary, sentence: Sentence
) -> tuple[int, int]:
    """The fewest words within a match that show the same concept; never a word that only negates."""
    for length in range(1, size):
        for start in range(place, place + size - length + 1):
            entries = vocabulary.entries.get(stems[start : start + length], ())
            if any(entry.code == code and entry.via != "alone" for entry in entries):
                return start, start + length
    first, last = place, place + size
    while last - first > 1 and sentence.words[first].word in NEGATORS:
        first += 1
    return first, last
