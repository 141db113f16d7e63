"""Whether words of an interest are one: whose they are, wanted or not, a treatment, a saying of a worker, how sure.

Invariant: pure; what is dropped is no wish of anybody; sureness is above 0 and below 1.
"""

from dataclasses import dataclass

from search.understanding.care_words import ALL, EATEN, NO_INTEREST, OFFERED, TREATMENTS
from search.understanding.fillers import FILLERS
from search.understanding.gifts import GIVING
from search.understanding.highlights import is_highlight
from search.understanding.likings import BEHIND, KINDS, OFTEN, cues
from search.understanding.mentions import Mention
from search.understanding.parts import Kind
from search.understanding.people import WORKER, Owner
from search.understanding.polarity import refusal
from search.understanding.relations import RELATIVES
from search.understanding.sentences import Sentence, Word
from search.understanding.trades import is_told_shortly, shortly

# How many words a cue reaches forward.
REACH = 14
# A trade or a habit is told in few words.
REACHES = {"work": 5, "able": 7, "habit": 8, "usual": 8, "display": 6}
# How near it must stand to a word too common to count without one.
NEAR = 3
# How many words to either side are looked at for care.
AROUND = 6
# A thing refused outright stands near the head of so short a sentence.
SAID = 8
STRONG = {
    "dislike": 0.0,
    "liking": 0.95,
    "work": 0.9,
    "able": 0.85,
    "usual": 0.8,
    "wish": 0.85,
    "habit": 0.8,
    "display": 0.75,
}
PLAIN, ANSWERED, OWN = 0.65, 0.8, 0.1


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wanted` False: said not to be wanted. `sure` 0: no interest at all."""

    wanted: bool = True
    sure: float = 0.0


DROPPED = Verdict()


def judge(sentence: Sentence, mention: Mention, owners: tuple[Owner, ...]) -> Verdict:
    """What a mention says."""
    words, owner = sentence.words, owners[mention.start]
    kind = sentence.part.kind
    if (
        owner.who == WORKER
        or (sentence.asked and not sentence.echoed and not _asks_oneself(words))
        or _queried(words, mention)
    ):
        return DROPPED
    if mention.end + 1 < len(words) and words[mention.end].word == "for" and words[mention.end + 1].word in _SELVES:
        return DROPPED
    if mention.codes and (words[mention.end - 1].word in _SELVES or _is_a_verb(words, mention)):
        return DROPPED
    if _is_told_no(words, mention):
        return Verdict(False, ANSWERED - OWN)
    clause = _clause(words, mention)
    if not TREATMENTS.isdisjoint(clause):
        return DROPPED
    if kind is Kind.DISLIKES or _is_dismissed(sentence, mention):
        return Verdict(False, ANSWERED)
    if _is_furniture(words, mention) or not TREATMENTS.isdisjoint(
        word.word for word in words[mention.start : mention.end]
    ):
        return DROPPED
    if _is_offer_alone(words, mention):
        return DROPPED
    cue = cue_for(sentence, mention, owners) or ("usual" if _does(words, mention) else "") or _as_work(words, mention)
    no = refusal(words, mention.start, mention.end)
    if cue == "dislike" and not no:
        cue = ""
    if no == "finding" or (no and words[mention.start].before in {",", "("} and _is_a_reason(words, mention)):
        return DROPPED
    if no:
        denied = no in {"denial", "near"} and bool(mention.codes) and (not mention.alone or _denied(words, mention))
        certain = no in {"attitude", ""} or denied
        certain = certain and (
            not (mention.alone or not mention.codes)
            or cue in {"liking", "wish", "dislike", "usual"}
            or _short(words)
            or no == "attitude"
        )
        if not mention.codes and no in {"denial", "near", "unable"}:
            return DROPPED
        return Verdict(False, 0.9 if no == "attitude" else 0.7) if certain else DROPPED
    return _wanted(sentence, mention, clause, cue, kind, bool(owner.who))


def _wanted(
    sentence: Sentence, mention: Mention, clause: frozenset[str], cue: str, kind: Kind, others: bool
) -> Verdict:
    words = sentence.words
    if mention.situation and not _is_asked_for(sentence, mention, cue):
        return DROPPED
    if kind is Kind.SUMMARY:
        return Verdict(True, STRONG[cue] - OWN) if others and cue in {"liking", "habit", "usual"} else DROPPED
    if kind is Kind.PLAN and cue not in (
        {"liking", "wish", "able", "usual"} if _of_person(words) else {"liking", "wish"}
    ):
        return DROPPED
    if _offered(words, mention, cue):
        return DROPPED
    care = not ALL.isdisjoint(clause - {"needs", "call", "chair", "lift", "walker"})
    if not cue and not TREATMENTS.isdisjoint(_around(words, mention)):
        return DROPPED
    if kind is Kind.CARE or care:
        plain = bool(mention.codes) and not mention.alone
        told = (cue in {"liking", "wish", "work"} and plain) or (cue == "usual" and mention.faint)
        return Verdict(True, STRONG[cue] - 0.15) if told else DROPPED
    listed = kind in {Kind.LIKINGS, Kind.GIFTS} and words[mention.start].word.endswith("ing")
    if mention.faint and not listed and cue not in {"liking", "wish", "able", "usual"}:
        return DROPPED
    if sentence.echoed == "yes":
        return Verdict(True, ANSWERED)
    if cue:
        return Verdict(True, STRONG[cue] - (0 if mention.codes else OWN))
    if kind in {Kind.LIKINGS, Kind.GIFTS}:
        return Verdict(True, ANSWERED if mention.codes else ANSWERED - OWN)
    if not mention.codes or not mention.exact or words[mention.start].word == "from":
        return DROPPED  # another form of the word, or where somebody comes from: too little without a cue
    if mention.alone and not _is_doing(words, mention):
        return DROPPED
    if not EATEN.isdisjoint(clause):
        return DROPPED
    return Verdict(True, PLAIN)


def _as_work(words: tuple[Word, ...], mention: Mention) -> str:
    """ "Welder at the yard", "nursed at St Jude's", "Mum's the gardener": "work", or ""."""
    start = mention.start
    if is_told_shortly(words, start, mention.end) or any(
        first < mention.end and last > start and mention.end <= last for first, last in shortly(words)
    ):
        return "work"
    named = start > 1 and words[start - 1].word in {"the", "a", "an"} and words[start - 2].raw.endswith(("'s", "’s"))
    return "work" if named and _is_kin(words[start - 2].word) else ""


def _is_kin(word: str) -> bool:
    return word in RELATIVES or word.removesuffix("s") in RELATIVES


def _is_asked_for(sentence: Sentence, mention: Mention, cue: str) -> bool:
    """A situation counts where company for it is wished for, liked, answered, or gone to as a group."""
    if sentence.part.kind in {Kind.LIKINGS, Kind.GIFTS} or cue == "wish":
        return True
    said = sentence.folded[mention.start : mention.end + 1]
    if cue in {"usual", "habit"}:
        return not _GATHERINGS.isdisjoint(said)
    inside = any(start < mention.end and end > mention.start for start, end, _ in sentence.cues)
    return cue == "liking" and not inside


def _is_dismissed(sentence: Sentence, mention: Mention) -> bool:
    """The next sentence dismisses it, and nothing in this one says that it is liked."""
    if sentence.echoed not in {"no", "last"} or any(kind in {"liking", "wish"} for _, _, kind in sentence.cues):
        return False
    return sentence.echoed == "no" or mention.end == len(sentence.words)


def _is_a_reason(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "Not the lunch club, all chat and gravy": what is wrong with it."""
    clause = words[mention.start].clause
    first = next(word for word in words if word.clause == clause)
    return first.word in {"all", "too", "nothing", "just", "only"}


def _is_doing(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "Painting left-handed since": a clause that begins with the doing, in notes that leave the rest out."""
    first = mention.start == 0 or words[mention.start - 1].clause != words[mention.start].clause
    after = words[mention.end].word if mention.end < len(words) else ""
    return first and words[mention.start].word.endswith("ing") and after not in {"is", "was", "by", "and", "to", ""}


# What people do for its own sake; walking, reading or writing may be no more than being able to.
_DOING = frozenset(
    """
    sew sews sewed sewn sing sings sang bake bakes baked cook cooks cooked knit knits knitted paint paints painted
    draw draws drew dance dances danced swim swims swam embroider embroiders crochet crochets crocheted embroidered
    carved quilted fished
    climb climbs climbed cycle cycles cycled skate skates skated sculpt sculpts carve carves carved weave weaves
    wove quilt quilts hike hikes hiked sail sails sailed
    """.split()
)
_DOER = frozenset("i he she we they who and still always also you".split())


def _does(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "She sings", "I sew the dresses": the verb itself, with somebody who does it, and not for himself."""
    if words[mention.start].word not in _DOING or mention.end - mention.start > 1:
        return False
    before = words[mention.start - 1] if mention.start else None
    if before is None or (before.clause != words[mention.start].clause and words[mention.start].before == ","):
        return words[mention.start].word.endswith(("s", "ed"))
    return before.word in _DOER or (before.capital and not before.word.endswith("s")) or before.word in RELATIVES


def _denied(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "I don't bake", "Not bowling.": a plain no to just that."""
    return words[mention.start].word in _DOING or _short(words)


def _of_person(words: tuple[Word, ...]) -> bool:
    """A plan that says what she would do, not what to do for her."""
    return any(word.word in {"he", "she", "i"} for word in words)


def _short(words: tuple[Word, ...]) -> bool:
    return len(words) <= 4


def _around(words: tuple[Word, ...], mention: Mention) -> frozenset[str]:
    """The words about a mention, beyond its clause."""
    return frozenset(word.word for word in words[max(0, mention.start - AROUND) : mention.end + AROUND])


def _is_offer_alone(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "Could teach", "needs a break": an offer or a need, told elsewhere, and nothing that somebody loves."""
    said = [word.word for word in words[mention.start : mention.end]]
    return said[0] in {"needs", "need"} or (said[0] in _MAY and all(word in _MAY | GIVING | {"to"} for word in said))


_MAY = frozenset("could can would will may happy willing able".split())


def _asks_oneself(words: tuple[Word, ...]) -> bool:
    return any(word.word in {"i", "me", "my"} for word in words)


def _queried(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "?gardening", or a question mark before another word of the clause: suspected, no fact."""
    clause = words[mention.start].clause
    return any(
        word.queried
        or word.word in _QUERIES
        or ("?" in word.before and not word.before.endswith((".", ",")) and place > 0)
        for place, word in enumerate(words[: mention.end])
        if word.clause == clause and place >= mention.start - REACH
    )


def _is_told_no(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "No crowds.", "No bowls, please": a no at the head of a sentence, to what is no possession."""
    if mention.start != 1 or words[0].word != "no":
        return False
    if not mention.codes:
        return len(words) < SAID
    ends = mention.end == len(words) or words[mention.end].before != ""
    return ends and words[mention.end - 1].word not in _POSSESSED


_POSSESSED = frozenset(
    """
    garden gardens plants flowers photos pictures dog dogs cat cats car cars tv telly television pet pets bike radio
    computer tablet internet wifi
    phone
    allotment family children kids friends church faith religion books budgie music money car van boat piano hobbies
    interests
    """.split()
)


def _is_a_verb(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "He'd show the little ones": no theatre; "can park outside": no park."""
    if mention.end - mention.start > 1 or not mention.start or words[mention.start].word not in _VERBS_TOO:
        return False
    return words[mention.start - 1].word in _MODALS


_VERBS_TOO = frozenset("show park book ring train plant".split())
_MODALS = frozenset("would could can will may might should must id hed shed theyd wed ill to please".split())
_QUERIES = frozenset("query queried queries".split())


def _clause(words: tuple[Word, ...], mention: Mention) -> frozenset[str]:
    clause = words[mention.start].clause
    first, last = mention.start - AROUND, mention.end + AROUND
    return frozenset(
        word.word
        for place, word in enumerate(words)
        if word.clause == clause and first <= place < last and not mention.start <= place < mention.end
    )


def _is_furniture(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "Children", "family", "help": whom and what every note tells of; only a gathering of them is something."""
    if not mention.alone and mention.codes:
        return False
    said = [word.word for word in words[mention.start : mention.end]]
    if not all(word in FILLERS or word in RELATIVES or word in NO_INTEREST for word in said):
        return False
    return mention.end >= len(words) or words[mention.end].word not in _GATHERINGS


_SELVES = frozenset("himself herself myself themselves".split())
_GATHERINGS = frozenset(
    "group groups club clubs class classes lessons sessions choir circle shed association society league".split()
)


def cue_for(sentence: Sentence, mention: Mention, owners: tuple[Owner, ...]) -> str:
    """The kind of the nearest cue that reaches the mention, or ""."""
    words, folded = sentence.words, sentence.folded
    found = sentence.cues
    inside = [kind for start, end, kind in found if start < mention.end and end > mention.start and kind != "display"]
    before = [
        (end, kind)
        for start, end, kind in found
        if end <= mention.start
        and mention.start - end < (NEAR if mention.alone else REACHES.get(kind, REACH))
        and owners[start].who == owners[mention.start].who
    ]
    if mention.end < len(words) and words[mention.end].word in BEHIND and words[mention.end].before == "":
        return "liking"
    if words[mention.start].clause == words[0].clause and is_highlight(folded, mention.end):
        return "liking"
    after = [
        kind
        for start, end, kind in found
        if mention.end <= start <= mention.end + 3 and folded[start:end] in KINDS["liking"] and folded[start] in _AFTER
    ]
    if after:
        return "liking"
    if before:
        kinds = {kind for _, kind in before}
        nearest = max(before)[1]
        return "liking" if "liking" in kinds and nearest in {"habit", "able", "wish", "display"} else nearest
    behind = folded[mention.end : mention.end + 5]
    if any(behind[at : at + size] in OFTEN for at in range(2) for size in (2, 3)):
        return "habit"
    if (
        mention.start == 0
        and folded[mention.end : mention.end + 1] in (("is",), ("was",))
        and _named_next(words, mention)
    ):
        return "usual"
    if mention.alone:  # a word too common to count is no cue to itself, and a picture of it is no liking
        return ""
    displayed = any(kind == "display" for _, _, kind in found)
    return inside[0] if inside else "display" if displayed else ""


def _named_next(words: tuple[Word, ...], mention: Mention) -> bool:
    """ "Church is St Mary's": theirs, by its name."""
    return mention.end + 1 < len(words) and words[mention.end + 1].capital


_SUBJECTS = frozenset("he she i they we hes shes im".split())
_AFTER = frozenset({"was", "is", "passion"})


def _offered(words: tuple[Word, ...], mention: Mention, cue: str) -> bool:
    """A worker's act stands nearer than any liking: "suggested a walking group", "ring choir re fees"."""
    for place in range(mention.start - 1, max(-1, mention.start - REACH), -1):
        word = words[place].word
        if words[place + 1].clause != words[place].clause and words[place + 1].word in _SUBJECTS:
            return False
        if word in OFFERED:
            return cue not in {"liking"} or not _liking_between(words, place, mention.start)
    return False


def _liking_between(words: tuple[Word, ...], first: int, last: int) -> bool:
    return any(kind in {"liking", "wish"} for _, _, kind in cues(tuple(word.word for word in words[first:last])))
