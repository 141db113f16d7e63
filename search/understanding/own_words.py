"""What somebody loves, did or wants in their own words, where no interest of the vocabulary stands for it.

"Mad on slapstick", "was a confectioner", "collects milk bottles": the cue says that it counts, the words behind it say
what. Invariant: pure; a phrase is at most four words, holds no relative, nothing of care and no word that only negates.
"""

from collections.abc import Iterator

from search.understanding.care_words import ALL, HEALTH, NO_INTEREST
from search.understanding.fillers import FILLERS
from search.understanding.highlights import highlight_at
from search.understanding.mentions import Mention
from search.understanding.parts import Kind
from search.understanding.polarity import NEGATORS, is_behind
from search.understanding.relations import RELATIVES, WORKERS
from search.understanding.sentences import Sentence, Word
from search.understanding.trades import shortly

MOST = 4
_LEADING = frozenset(
    """
    a an the his her my our their its some any all of to at in on with for again still just really very good bit lot
    lots old own up be been go going get do doing have having try learn learning join play playing proper big little
    about both every each more most anything going back watching see hear listening me this that local such watch
    many as by when
    """.split()
)
_STOP = frozenset(
    """
    and but because so when while with for at on in since every until till which who that as if or by from after
    before he she i they we you it is was were are be has had have does did do can could will would should may might
    must im ive hes shes then than then now again too also properly much very all always sometimes often most
    through over off out there here him her them us to about though during if where how why what not no never just
    only up down into cant couldnt dont doesnt didnt isnt wasnt wont round today yesterday tomorrow please ok like
    likes love loves wants want says said needs used got get gets going goes went came comes makes made helps takes
    took plays watch let sells sell sold
    """.split()
)
# Behind these verbs alone stands what somebody loves; the others of their kind say too little.
_TELLING = frozenset(
    """
    collects collected collecting hums hummed whistles keeps kept breeds bred follows followed supports supported
    studies studied listens watches watched restores restored races raced rides rode practises practised performs
    recites learning writing editing composing rears builds built writes wrote reads paints painted draws drew
    drawing bakes baked grows grew knits knitted sews sewed makes making plays played played sings sang tinkering
    pottering ride build paint draw sing write bake grow knit sew plait plaits plaiting ties tie upcycles crochets
    carves weaves looks tends embroiders fixes fixed sold sells crocheted crochets
    """.split()
)
_ACTIVE = frozenset(
    """
    ride hear sing dance paint draw write make build cook bake grow knit sew swim run climb fish read act perform
    restore mend weave carve play collect sail row cycle skate garden photograph film code craft race box
    """.split()
)
_HATES = frozenset("never doesnt hates hate hated loathes detests dislikes cant cannot not".split())
# What is made tells too little without the making: "plaits hair".
_WITH_VERB = frozenset("plaits plaiting ties tie upcycles carves weaves builds built embroiders".split())
_TOWARDS = frozenset("for to with at in on from by about".split())
_TRADES = ("er", "or", "ist", "ian", "man", "woman", "wright", "smith", "ess", "monger", "herd", "keeper", "ant")
_JOBS = frozenset(
    """
    nurse midwife cook chef clerk driver teacher cleaner mechanic pilot guide vet cleric vicar judge cop copper smith
    warden caretaker lady hand mate apprentice medic porter usher conductor mason docker collier model dj
    """.split()
)
_NO_TRADE = frozenset(
    """
    man woman person manner matter number answer order member carer wanderer smoker drinker sufferer diabetic user
    survivor former worker other father mother brother sister daughter burden danger wonder bother loner fighter
    teenager youngster elder widower stranger character factor error tenant important constant regular letter winter
    summer water dinner gentleman family letter prisoner either neither never ever great-grandmother grandmother
    grandfather lover goer inpatient patient outpatient
    """.split()
)
_GATHERINGS = frozenset(
    "club group choir society class institute fellowship band league guild circle association".split()
)
_NO_ANSWER = frozenset(
    "none nil no na n dim as see not nothing never yes ditto unknown refused declined nope fine ok".split()
)
_TALKED = frozenset("is was are were has have had can could will would does do did i he she they we".split())


def own_phrases(sentence: Sentence, barred: frozenset[int]) -> Iterator[Mention]:
    """Phrases behind a cue, and the bare items of an answer to a question for what somebody loves."""
    words = sentence.words
    folded = sentence.folded
    for start, end, kind in sentence.cues:
        if end < len(words) and words[end].before in {",", ";", ")", "("}:
            continue  # nothing stands behind it
        if folded[start] in {"was", "is"} and kind == "liking":
            continue  # "was his life": it tells of what stands before it
        if kind in {"habit", "usual"} and not _has_doer(words, start):
            continue
        yield from _behind(words, folded[start:end], end, kind, barred)
        if kind == "dislike" and folded[start] not in _HATES:
            yield from (each for each in _list(words, end, barred) if words[each.end - 1].word in _GONE_TO)
    yield from _highlight(sentence, barred)
    listed = sentence.part.kind in {Kind.LIKINGS, Kind.DISLIKES, Kind.GIFTS} or sentence.echoed == "yes"
    if listed and not sentence.cues and _is_list(words):
        yield from _items(words, barred)
    if sentence.part.kind is not Kind.CARE:
        yield from (Mention(*each) for each in shortly(words) if not barred.intersection(range(*each)))
    yield from _no_such(words)
    yield from _told_off(words, folded, barred)


def _highlight(sentence: Sentence, barred: frozenset[int]) -> Iterator[Mention]:
    """ "Puddles make his day": what heads a sentence that says how good it is."""
    words, folded = sentence.words, sentence.folded
    place = highlight_at(folded)
    found = _phrase(words[:place], 0, barred) if place else None
    if found and _counts(words, found):
        yield Mention(*found)


def _no_such(words: tuple[Word, ...]) -> Iterator[Mention]:
    """ "No groups.", "No crowds, please": said outright of something to go to."""
    if len(words) > 1 and words[0].word == "no" and words[1].word in _GONE_TO:
        yield Mention(1, 2)


def _told_off(words: tuple[Word, ...], folded: tuple[str, ...], barred: frozenset[int]) -> Iterator[Mention]:
    """ "Clay can do one": what heads a sentence that only says no to it."""
    found = _phrase(words, 0, barred)
    shouted = words[0].raw.isupper() and words[0].word not in WORKERS  # "PE", "RE", "DT"
    if found and found[0] == 0 and is_behind(folded, found[1]) and (shouted or _counts(words, found)):
        yield Mention(*found)


_GONE_TO = frozenset(
    """
    groups group clubs club classes crowds crafts parties games meetings outings trips quizzes sessions workshops
    activities committees singalongs singsongs sports gyms cafes discos
    """.split()
)


def _has_doer(words: tuple[Word, ...], start: int) -> bool:
    """Somebody does it: not "windows painted shut", nor "at supported lodgings"."""
    if start == 0 or words[start - 1].clause != words[start].clause:
        return True
    before = words[start - 1]
    if before.capital and not (start == 1 and before.word.endswith("s")):
        return True
    return before.word in _DOERS or before.word in RELATIVES


_DOERS = frozenset(
    """
    i he she we they who and still always also just has have had to often never only usually sometimes hes shes im
    ive been allus all did do does would could can is was were now then bit of job
    """.split()
)


def _is_list(words: tuple[Word, ...]) -> bool:
    """Short, or with commas, and no "none at present" or "see above"."""
    if words[0].word in _NO_ANSWER or any(word.word in _TALKED for word in words):
        return False
    return len(words) <= 6 or sum("," in word.before for word in words) * 6 >= len(words)


def _behind(
    words: tuple[Word, ...], cue: tuple[str, ...], at: int, kind: str, barred: frozenset[int]
) -> Iterator[Mention]:
    if kind == "liking" or (kind == "dislike" and cue[0] in _HATES):
        yield from _list(words, at, barred)
    elif kind == "able":
        yield from _active(words, at, barred)
    elif kind == "display" and cue[-1] == "of":
        yield from _list(words, at, barred)
    elif kind == "work":
        yield from _trade(words, cue, at, barred)
    elif kind == "able" and cue[-1] in {"at", "with", "in", "speaks"}:
        yield from _list(words, at, barred)
    elif kind == "habit" and _TELLING.intersection(cue):
        if cue[-1] in _WITH_VERB and cue[-1] == words[at - 1].word:
            found = _phrase(words, at, barred)
            if found and _counts(words, found):
                yield Mention(at - 1, found[1])
        elif cue[-1] in _TOWARDS or (at < len(words) and words[at].word not in _TOWARDS):
            yield from _list(words, at, barred)
    elif kind == "habit" and cue[-1] in {"does", "did", "do"}:
        found = _phrase(words, at, barred)
        if (
            found
            and found[0] == at
            and found[1] < len(words)
            and words[found[1]].word == "for"
            and _counts(words, found)
        ):
            yield Mention(*found)
    elif kind in {"wish", "habit", "usual"}:
        yield from _active(words, at, barred)


def _list(words: tuple[Word, ...], at: int, barred: frozenset[int]) -> Iterator[Mention]:
    """A phrase and those that follow it behind a comma or "and"."""
    place = at
    for turn in range(6):
        found = _phrase(words, place, barred)
        if found is None:
            return
        if turn and found[1] - found[0] == 1 and words[found[0]].word.endswith("ed"):
            return
        if _counts(words, found) and not (turn and _has_subject(words, found[1])):
            yield Mention(*found)
        place = found[1]
        if place >= len(words) or not (words[place].word in {"and", "or"} or words[place].before in {",", "/", "&"}):
            return
        place += words[place].word in {"and", "or"}
        if place < len(words) and (words[place].word in _STOP or words[place].word in RELATIVES):
            return


def _has_subject(words: tuple[Word, ...], end: int) -> bool:
    """What follows is a verb: the item was the head of a new clause ("and Ann comes")."""
    return end < len(words) and words[end].word in {
        "is",
        "was",
        "has",
        "does",
        "did",
        "can",
        "will",
        "said",
        "says",
        "like",
    }


def _trade(words: tuple[Word, ...], cue: tuple[str, ...], at: int, barred: frozenset[int]) -> Iterator[Mention]:
    found = _phrase(words, at, barred)
    if found is None:
        return
    last = words[found[1] - 1].word
    if is_trade(last, found[1] - found[0] > 1) and cue[-1] in {"a", "an", "retired", "ex", "former", "as", "formerly"}:
        yield Mention(*found)
        return
    if not _counts(words, found):
        return
    if cue[-1] in {"in", "on", "at", "for", "the"} or cue[0] in {"ran", "owned", "run"} or cue[-1] in {"stall", "shop"}:
        if cue[0] not in {"was", "be"}:
            yield Mention(*found)
    elif is_trade(last):
        yield Mention(*found)


def is_trade(word: str, compound: bool = False) -> bool:
    """Whether a noun is what somebody may do for a living: a "lollipop man" is, a "man" is not."""
    if compound and word in {"man", "woman", "lady", "girl", "boy", "worker", "officer"}:
        return True
    single = word.removesuffix("s")
    if word in _NO_TRADE or single in _NO_TRADE:
        return False
    return word in _JOBS or (len(single) > 4 and single.endswith(_TRADES))


def _active(words: tuple[Word, ...], at: int, barred: frozenset[int]) -> Iterator[Mention]:
    """ "Wants to ride again", "used to paint boats": a verb of doing, and what it is done to."""
    place = at
    while place < len(words) and words[place].word in {"to", "be", "a", "an", "go", "back", "start", "see"}:
        place += 1
    if place >= len(words) or words[place].clause > words[max(0, at - 1)].clause:
        return
    if words[place].word in {"do", "learn", "study", "join", "play"} and place == at and words[at - 1].word == "to":
        yield from _list(words, place + 1, barred)
        return
    if words[place].word in _ACTIVE:
        found = _phrase(words, place + 1, barred)
        near = found is not None and found[0] <= place + 3 and _counts(words, found)
        yield Mention(place, found[1]) if near and found else Mention(place, place + 1)
    elif place > at and words[place - 1].word in {"a", "an"}:
        found = _phrase(words, place, barred)
        if found and is_trade(words[found[1] - 1].word) and _counts(words, found):
            yield Mention(*found)


def _items(words: tuple[Word, ...], barred: frozenset[int]) -> Iterator[Mention]:
    """Bare items between commas, where no verb says more."""
    place = 0
    while place < len(words):
        found = _phrase(words, place, barred)
        if found is None:
            place += 1
            continue
        heads = (
            all(word.word.isdigit() for word in words[: found[0]])
            or words[found[0]].before not in {""}
            or words[found[0] - 1].word in _LEADING | {"and"}
        )
        if heads and _counts(words, found):
            yield Mention(*found)
        place = max(found[1], place + 1)
        while place < len(words) and words[place].before == "" and words[place].word != "and":
            place += 1
        if place < len(words) and words[place].word == "and":
            place += 1


def _phrase(words: tuple[Word, ...], at: int, barred: frozenset[int]) -> tuple[int, int] | None:
    """From the first word that says something, up to `MOST` words, to where the phrase ends. Names may be loved, what
    is blocked may not."""
    start = at
    while start < len(words) and words[start].word in _LEADING:
        start += 1
    if start >= len(words) or (start > at and words[start].before not in {"", "-", '"', "“", "'"}):
        return None
    end = start
    while end < len(words) and end - start < MOST:
        word = words[end]
        if (
            word.word in _STOP
            or word.word in NEGATORS
            or end in barred
            or word.word.isdigit()
            or (end > start and word.before not in {"", "-", "'", "’"})
        ):
            break
        if word.word == "of" and end + 1 < len(words) and words[end + 1].word in _STOP:
            break
        end += 1
    while end > start and (words[end - 1].word in _TRAILING or words[end - 1].word == "of"):
        end -= 1
    return (start, end) if end > start else None


_TRAILING = frozenset(
    """
    again now then too also today tonight tomorrow yesterday day days night nights morning mornings afternoon
    afternoons evening evenings week weeks month months year years time times once twice daily weekly monday tuesday
    wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    weekend weekends back together alone still yet later first last next properly lately a an the some any other
    more most
    """.split()
)


def _counts(words: tuple[Word, ...], found: tuple[int, int]) -> bool:
    said = [word.word for word in words[found[0] : found[1]]]
    if said[-1] in RELATIVES | WORKERS or any(word in ALL or word in HEALTH or word in NEGATORS for word in said):
        return False
    if (
        said[-1] in NO_INTEREST
        or said[0] in {"people", "person"}
        or (len(said) > 1 and said[0] in NO_INTEREST and said[-1] in FILLERS)
    ):
        return False
    if all(word in _COUNTS for word in said):
        return False
    stamped = all(word.word.isdigit() for word in words[: found[0]])
    if words[found[0]].capital and len(said) == 1 and not stamped and not words[found[0]].raw.isupper():
        return bool(words[found[0]].word not in RELATIVES) and len(said[0]) > 3 and _is_no_first_name(words, found[0])
    if said[0] == "being" and not (
        len(said) > 1 and said[1] in {"outdoors", "outside", "busy", "useful", "by", "near", "among"}
    ):
        return False
    if len(said) == 1 and said[0] in {"play", "see", "hear", "read", "watch", "visit", "run", "walk"}:
        return False
    content = [word for word in said if word not in FILLERS and len(word) > 2 and not word.isdigit()]
    return bool(content)


_COUNTS = frozenset("one two three four five six seven eight nine ten dozen half couple few both".split())


def _is_no_first_name(words: tuple[Word, ...], place: int) -> bool:
    """ "Loves Elvis" counts, "likes Dale" cannot be told from it but by what follows; a lone name is passed over where
    the sentence ends with it and has no more."""
    return place + 1 < len(words) or words[place].quoted
