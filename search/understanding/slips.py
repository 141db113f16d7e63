"""Slips of the finger and of dictation in a note, put right for reading; the text and its places stay as they are.

Invariant: pure; only words that nothing knows, beside a word of liking, and towards the vocabulary's words alone.
"""

from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from search.stems import stem
from search.understanding.care_words import ALL, NO_INTEREST, OFFERED
from search.understanding.fillers import FILLERS
from search.understanding.parts import Kind
from search.understanding.relations import RELATIVES, WORKERS
from search.understanding.sentences import Sentence, Word
from search.vocabulary import Vocabulary

# Heard for another word: what is written -> (what may be meant, words that say so).
SOUNDS: dict[str, tuple[str, frozenset[str]]] = {
    "sowing": ("sewing", frozenset("""
    cloth machine needle dress dresses clothes thread fabric material frocks curtains made church
    """.split())),
    "bowels": ("bowls", frozenset("green club played plays crown indoor match lawn league".split())),
    "flour": ("flower", frozenset("arranging show garden beds grows bouquet".split())),
    "weeving": ("weaving", frozenset("loom mill wool".split())),
}  # fmt: skip
# Plain words that are one letter away from something people love.
PLAIN = frozenset(
    """
    waiting washing talking resting heating cooling packing parking housing moving having saving caring sharing staring
    starting starving raising rising hoping coping dropping sleeping weeping beating eating bating bathing breathing
    broken bowel bowels bottle bottles better butter bitter matter letter later water winter counter corner carrier
    dinner banner cleaner clearer closer closes clothes choice church charge change chance coming common company camera
    course courses carpet cancer caution caring careful crowd crying drinking driving drying during dressed dressing
    feeding fitting falling feeling filling finding finishing fighting floor florid friend garage gather general getting
    guitar hanging heard hearing heaven handed handing holding hurting keeping kitchen leaving letting lifting living
    locking longing looking losing making managing meaning mental metal mobile morning mother nervous number nursing
    opening pacing paying panting passed passing patient picking placed planning pleased pleasant pointing pressing
    present prices pulling pushing putting quieter quietly raining reaching reacting ringing rolling rubbing running
    school selling sending serious setting settled shaking sharp sharing shirts shopping shorts showing sitting slowly
    smoking sorting spending staying stepping sticking stopping stories story street strong suffer taking taking tasks
    tasting tearing telling thinking throwing tired touching trouble trying turning using visiting voting wanting
    warming wasting watching wearing weather weekly weight wishing wonder working worried worrying writing yearly
    spoken special speech spoke smaller smart social soften softly sound sounds spirit spring stable staff stress
    """.split()
)
_KNOWN = PLAIN | FILLERS | ALL | NO_INTEREST | OFFERED | RELATIVES | WORKERS
SHORTEST, LONG = 6, 9


def put_slips_right(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """The sentence with its slips read as they were meant."""
    folded = frozenset(sentence.folded)
    liked = sentence.part.kind in {Kind.LIKINGS, Kind.GIFTS} or bool(sentence.cues)
    words = tuple(_meant(word, folded, vocabulary, liked=liked) for word in sentence.words)
    return sentence if words == sentence.words else replace(sentence, words=words)


def _meant(word: Word, around: frozenset[str], vocabulary: Vocabulary, *, liked: bool) -> Word:
    sound = SOUNDS.get(word.word)
    if sound and (not sound[1] or sound[1] & around):
        return replace(word, word=sound[0], stem=stem(sound[0]))
    if len(word.word) < (SHORTEST if liked else LONG) or word.word in vocabulary.words or not word.raw.islower():
        return word
    if word.word in _KNOWN or not word.word.isalpha() or word.stem in _stems(vocabulary.words):
        return word
    near = _near(word.word, vocabulary)
    return replace(word, word=near, stem=stem(near)) if near else word


@lru_cache(maxsize=4)
def _stems(words: frozenset[str]) -> frozenset[str]:
    """Another form of a known word is no slip."""
    return frozenset(map(stem, words))


@lru_cache(maxsize=4)
def _shelves(words: frozenset[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    found: dict[tuple[str, int], list[str]] = {}
    for word in sorted(words):
        if len(word) >= SHORTEST - 1:
            found.setdefault((word[0], len(word)), []).append(word)
    return {key: tuple(those) for key, those in found.items()}


def _is_slip(word: str, other: str) -> bool:
    """Vowels are mistaken for one another, letters doubled, dropped and swapped; one consonant for another makes a
    different word ("slimming" is no "swimming")."""
    if len(word) != len(other):
        return True
    changed = [(one, two) for one, two in zip(word, other, strict=True) if one != two]
    return all(one in "aeiouy" and two in "aeiouy" for one, two in changed) or sorted(word) == sorted(other)


def _near(word: str, vocabulary: Vocabulary) -> str:
    """A word of the vocabulary one slip away (two from nine letters), the first letter right; none where the stem is
    known: another form of a word is no slip."""
    allowed = 2 if len(word) >= LONG else 1
    shelves = _shelves(vocabulary.words)
    best, least = "", allowed + 1
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        for other in shelves.get((word[0], length), ()):
            distance = DamerauLevenshtein.distance(word, other, score_cutoff=allowed)
            if distance < least and _is_slip(word, other):
                best, least = other, distance
    return "" if best and stem(best) == stem(word) else best
