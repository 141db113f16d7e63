"""What somebody could give: teach, show, mend, read to, play for, help with.

Invariant: pure; words begin at the verb of giving, and hold no word that only negates.
"""

from collections.abc import Iterator

from search.understanding.care_words import CARE, EQUIPMENT
from search.understanding.mentions import Mention
from search.understanding.parts import Kind
from search.understanding.phrases import phrases
from search.understanding.polarity import refusal_before
from search.understanding.relations import WORKERS
from search.understanding.sentences import Sentence, Word

GIVING = frozenset(
    """
    teach teaches taught show shows tell tells help helps helped mend mends fix fixes fixing lend lends coach
    coaches translate translates interpret interprets volunteer volunteers volunteered lead leads led run runs
    read play babysit babysits repair repairs proof proofread make makes give gives drive sew alter bake cook
    cut cuts do does sing talk ask demonstrate train advise guide mentor pass knits knitted sews sewed bakes
    baked fixed mended made reads writes plays played did showed build design type draw paint host welcome put
    muck roll braid braids plait plaits style plaster tile tune sharpen carve whittle stitch hem darn crochet
    embroider upholster ice arrange brew pickle groom shear mind minds keep keeps take takes bring brings serve
    serves share pour drives walk hang assemble decorate plumb wire weld dj cater rolled painted brought solder
    restore clean dig weed prune
    """.split()
)
_BEGINNINGS = """
gives out, hands out, sets up, puts out, putting out, helps at, helps with the, helps out, makes the tea, does the
chairs, do the chairs, runs the, leads the, do the tea, does the tea, does the raffle, calls the bingo, serves at,
collects for, volunteers at, looks after the, plays for, read to, reads to, lead the, led the, ran the
"""
# With these verbs being able is offering: "could build a wall".
_MAKING = frozenset(
    """
    build sew alter bake paint decorate plumb wire weld knit cut dj cater arrange braid plait roll plaster tile
    tune sharpen carve whittle stitch hem darn crochet embroider upholster brew pickle groom shear solder
    restore prune muck assemble
    """.split()
)
_ALWAYS = frozenset(
    "teaches taught translates interprets coaches mentors volunteers fixes mends repairs babysits".split()
)
_READY = """
could, could still, would, she would, he would, i would, and would, would love to, would like to, happy to, willing
to, able to, can, can still, still can, offers to, offered to, ready to, love to, like to, likes to, id, hed, shed,
could i, used to, still, be able to, wants to, want to, glad to, loves to,
wld, cd, would always, would gladly, will, ill, hell, shell, doesnt mind, dont mind, offering to, not too proud to
"""
# Words after which nothing is offered though "would" or "could" stands before: "would like", "could be".
_NO_OFFER = frozenset(
    """
    like love want rather go be have need come try eat die kill never not prefer see feel hear enjoy get sit
    stand stay walk sleep wash dress manage cope hate mean look live even use attend join benefit only still
    always ve find think know
    """.split()
)
_OFFERING = phrases(
    """
    could, would, wld, cd, hed, shed, id, happy to, willing to, offers to, offered to, glad to, can, doesnt mind, will,
    would gladly, would always, could still, can still, could always
    """
)
_OFFERS = frozenset(cue[-1] for cue in _OFFERING)
_GLADLY = phrases("for nothing, for free, no charge, no prob, no problem, no bother, free of charge, gratis")
TO_OTHERS = frozenset(
    """
    others people kids children youngsters lads girls them neighbours neighbour anyone anybody somebody someone
    folk everyone everybody families bairns schoolchildren pupils students ladies club school church group for
    to lasses boys blind ones tinies beginners mates elders newcomers nans grans residents team class langar
    temple mosque gurdwara chapel hall stall fete
    """.split()
)
_OTHERS = TO_OTHERS - {"to"}
_NAMED = TO_OTHERS - {"for", "to", "them"}
_SURE = frozenset(
    """
    teach show mend fix lend coach translate interpret volunteer lead babysit repair proof mentor demonstrate
    help tell
    """.split()
)
_STOP = frozenset(
    """
    and but because so when while since until which who if or that then he she i they we though after before
    where
    """.split()
)
_SELF = frozenset("himself herself myself own".split())
_ABLE = """
good at, brilliant at, great at, clever at, skilled at, good with, handy with, dab hand at, gifted at
"""
# Verbs of making: who makes it for others loves making it.
CRAFTS = frozenset(
    """
    build builds built make makes made bake bakes baked knit knits knitted sew sews sewed fix fixes fixed fixing
    mend mends mended paint paints sing play plays played grow grows plait plaits alter
    """.split()
)
MOST = 6
# An answer of so few words needs no verb of giving.
BARE = 2
_NOTHING = frozenset(
    "no none nothing nil not n na nope nowt dim dont unsure unknown never unable cant cannot i he she".split()
)
_GIVEN_TO = _NAMED - {"group", "club", "school", "hall", "class"}
_BEGUN, _IS_READY, _IS_ABLE = phrases(_BEGINNINGS), phrases(_READY), phrases(_ABLE)
_ABLE_BEGINS = frozenset(cue[0] for cue in _IS_ABLE)


def gifts(sentence: Sentence, barred: frozenset[int]) -> Iterator[Mention]:
    """The gifts of a sentence."""
    words, folded = sentence.words, sentence.folded
    end = 0
    if sentence.asked and "you" in folded:
        return  # a printed question, or a worker's
    for place, word in enumerate(words):
        if place < end or place in barred:
            continue
        found = _given(words, folded, place) if word.word in GIVING else _able(words, folded, place)
        found = found or _offered(words, folded, place)
        if found is None and any(folded[place : place + size] in _BEGUN for size in (2, 3)):
            found = _onwards(words, place)
        if found is None or refusal_before(words, found[0]):
            continue
        found = _before_from(folded, found)
        said = set(folded[found[0] : found[1]])
        if said & (CARE | EQUIPMENT | WORKERS | _SELF):
            continue
        end = found[1]
        yield Mention(*found, via="gift")
    if not end and sentence.part.kind is Kind.GIFTS:
        yield from _answer(sentence, barred)


def _before_from(folded: tuple[str, ...], found: tuple[int, int]) -> tuple[int, int]:
    """ "Teach pastry from the chair": where they would do it from is no part of the gift."""
    start, end = found
    at = next((at for at in range(start + 2, end) if folded[at] == "from"), end)
    return (start, at) if not EQUIPMENT.isdisjoint(folded[at:end]) else found


def _answer(sentence: Sentence, barred: frozenset[int]) -> Iterator[Mention]:
    """A word or two at the head of an answer to what somebody could share: "Welsh, to the little ones"."""
    size = sum(word.clause == sentence.words[0].clause for word in sentence.words)
    if size <= BARE and sentence.folded[0] not in _NOTHING and not barred & set(range(size)):
        said = set(sentence.folded[:size])
        if not said & (CARE | EQUIPMENT | WORKERS):
            yield Mention(0, size, via="gift")


def _offered(words: tuple[Word, ...], folded: tuple[str, ...], place: int) -> tuple[int, int] | None:
    """ "He'd put shelves up for anybody", "would muck out all day for nothing": whatever the verb is."""
    if not place or folded[place - 1] not in _OFFERS or folded[place] in _NO_OFFER:
        return None
    if not any(folded[place - size : place] in _OFFERING for size in (1, 2) if place >= size):
        return None
    behind = folded[place + 1 : place + 9]
    clear = next((at for at, word in enumerate(behind) if word in _STOP), len(behind))
    behind = behind[:clear]
    free = any(behind[at : at + size] in _GLADLY for at in range(len(behind)) for size in (2, 3))
    for_others = any(
        word in {"for", "to", "at", "with"} and not _GIVEN_TO.isdisjoint(behind[at + 1 : at + 4])
        for at, word in enumerate(behind)
    )
    return _onwards(words, place) if behind and (free or for_others) else None


def _given(words: tuple[Word, ...], folded: tuple[str, ...], place: int) -> tuple[int, int] | None:
    ready = any(folded[place - size : place] in _IS_READY for size in (1, 2, 3, 4) if place >= size)
    word = folded[place]
    found = _onwards(words, place)
    behind = set(folded[place + 1 : place + 1 + MOST + 2])
    if place and folded[place - 1] in {"been", "was", "is", "be", "being", "were", "got"}:
        return None
    if word in _FOR_OTHERS and _done_for(folded, place):
        return found
    if not ready and word not in _ALWAYS:
        return None
    if word in _MAKING and found[1] - found[0] > 1 and folded[place - 1] in _COULD and folded[place - 2] != "used":
        return found
    if word in {"tell", "tells"} and _only_knows(folded[place + 1 : place + 6]):
        return None
    if word in _SURE or word in _ALWAYS or behind & _OTHERS:
        return found if found[1] - found[0] > 1 or word in {"volunteer", "translate", "teach"} else None
    return None


_COULD = frozenset("could can still to would wld cd hed shed id ill hell shell".split())


def _only_knows(behind: tuple[str, ...]) -> bool:
    """ "Can tell a wren from a robin", "can tell the time": somebody knows it, and nobody is told."""
    if behind[:1] and behind[0] in {"you", "us", "me", "by", "if", "when", "that"}:
        return True
    return "from" in behind[1:4] or not {"time", "difference", "apart"}.isdisjoint(behind[:3])


_FOR_OTHERS = frozenset(
    """
    help helps helped teach show shows showed make makes made bake bakes baked knits knitted sews sewed cooks
    cooked fixes fixed mends mended cuts does did reads writes translates plays played rolled rolls painted
    paints plaits braids sharpens minds keeps brings serves drives
    """.split()
)
_THEM = _NAMED - frozenset("children kids girls boys lads lasses group church school club".split())


def _done_for(folded: tuple[str, ...], place: int) -> bool:
    """ "Helped many families", "makes tops for the neighbours": done for others, and said as a fact."""
    near = folded[place + 1 : place + 4]
    if folded[place].startswith(("help", "teach", "show")):
        return any(word in _THEM for word in near)
    later = folded[place + 1 : place + 8]
    return any(word == "for" and not _NAMED.isdisjoint(later[at + 1 : at + 4]) for at, word in enumerate(later))


def _able(words: tuple[Word, ...], folded: tuple[str, ...], place: int) -> tuple[int, int] | None:
    if folded[place] not in _ABLE_BEGINS:
        return None
    for cue in _IS_ABLE:
        if folded[place : place + len(cue)] == cue and place + len(cue) < len(words):
            start = place + len(cue)
            while start < len(words) and folded[start] in {"his", "her", "the", "my", "it", "that", "this", "them"}:
                start += 1
            found = _onwards(words, start) if start < len(words) and words[start].before == "" else (start, start)
            return (found[0], min(found[1], start + 3)) if found[1] > found[0] else None
    return None


def _onwards(words: tuple[Word, ...], start: int) -> tuple[int, int]:
    end = start + 1
    while (
        end < len(words) and end - start < MOST and words[end].before in {"", "-", "'"} and words[end].word not in _STOP
    ):
        end += 1
    return start, end
