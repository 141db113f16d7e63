"""Whether something is said to be wanted or not, and which words only say no.

A refusal reaches what comes after it in its clause and through a list ("hates bingo, cards or quizzes"), and a "no" or
"not for her" behind it reaches back. A past that ended ("cannot sew now") is no refusal, nor is "never misses".
Invariant: pure, on folded words.
"""

from search.understanding.dismissals import dismisses
from search.understanding.phrases import by_size, phrases
from search.understanding.sentences import Word

# Words that only negate: never part of the words that show an interest.
NEGATORS = frozenset(
    """
    no not never none nil ø neither nor dont doesnt didnt cant cannot wont isnt wasnt arent werent wouldnt couldnt
    hasnt havent hadnt aint nah nope without hates hate hated dislikes dislike disliked loathes detests refuses
    refused declined declines rejects denies
    """.split()
)
_REFUSALS = """
never cared for, not care for, doesnt care for, never took to, never fancied, cannot face, cant face, not be seen
dead, not be caught dead, hate, hates, hated, hating, dislike, dislikes, disliked, loathes, loathe, detests, refuses,
refused, declined, declines, denies, rejects, not keen, not keen on, not interested, no interest, cant stand, cannot
stand, couldnt stand, cant abide, cannot abide, cant bear, cannot bear, cant be doing, cant get on with, never liked,
never been one for, not one for, never one for, not been one for, sick of, fed up of, fed up with, bored of, bored
with, bored by, rather than, instead of, anything but, not into, not up for, not bothered about, not fussed about, not
fussed on, put off, no more, doesnt like, dont like, didnt like, does not like, did not like, doesnt want, dont want,
does not want, didnt want, doesnt enjoy, does not enjoy, did not enjoy, dont enjoy, not want, not like, not enjoy,
no way, said no to, says no to, turned down, would rather not, rather not, not going to, not going, not doing,
wont do, wont go to, wont, will not do, will not go, no to, tired of, scared of, frightened of, afraid of, wouldnt
thank you for, not a, not an, never was a, never been a, never did, never do, dont do, doesnt do, does not do, i dont,
not, no, never, without, dont, doesnt, didnt, isnt, wasnt, wouldnt, never watched, not watch, cant swim, not wish for,
not wish, no need of, nor, neither, not suitable, avoids, avoid, not fond of, not much of a, aint, cant, cannot,
couldnt, hasnt, havent, hadnt, not want to, wouldnt be seen, wouldnt be seen dead, wouldnt be caught dead, wont touch,
wouldnt touch, never touch, never touches, doesnt touch, dont touch, wont entertain, wont hear of, cant be arsed,
cant be bothered, couldnt be bothered, cant be fashed, cannot be doing, not fashed, no keen, no interested, no into,
no bothered, no fussed, no fond of, no for, no up for, isnt for, not for, isnt one for, wasnt one for, isnt into, isnt
keen, wasnt keen, isnt keen on, wasnt into, arent keen, never keen, isnt up for, isnt interested, isnt fussed, isnt
bothered, had enough of, had her fill of, had his fill of, had his share of, had her share of, seen enough of, sick to
death of, sick and tired of, bored stiff, bored rigid, bored silly, sooner die than, rather die than, no time for,
little time for, no patience for, no patience with, no truck with, nothing to do with, nowt to do with, not a fan of,
no fan of, never a fan of, steers clear of, steer clear of, stays away from, keeps away from, keep away from, walked
out of, stormed out of, flounced out of, dna, did not attend, didnt attend, dnad, opted out of, resists, resisted,
objects to, shudders at, dreads, dreaded, dreading, cant thole, cannot thole, couldnt thole, me nah, mi nah, nah do, nah
go, nah, nah want, dont fancy, doesnt fancy, didnt fancy, not fancy, wouldnt fancy, dont rate, doesnt rate, doesnt
hold with, dont hold with, doesnt agree with, no stomach for, not for him, scunnered with, scunnered by, scunnered o,
gone off, went off, quit, chucked in, jacked in, swerves, swerved, allergic to, wouldnt go near, wont go near, wont go
in, wont set foot in, wouldnt set foot in, never set foot in, isnt my, not my, nil interest, nil interest in
"""
# "No longer", "not been to church since": what was is over, and still counts.
_OVER = """
no longer, not been, hasnt been, havent been, hadnt been, has not been, have not been, not since, never misses, never
missed, not only, not just, no doubt, no problem, never without, cant wait, cannot wait, cant get enough, cannot get
enough, cannot live without, couldnt live without, cant live without, doesnt half, dont half, never happier, no
bother, not bad, cant get to, cannot get to, unable to get to, cant get out, cannot get out, not able, couldnt get,
not a day, havent missed, hasnt missed, never stops, never stopped, not stopped, nothing better, nowt better, no
stranger, not see, dont see, cant see to, cannot see to, cannot manage, cant manage, not manage, not managed, not
forgotten, never forgotten, never lost, not lost, not had, hasnt had, havent had, no one, nobody, never learned, never
learnt, never had the chance, not yet, hasnt done, hasnt played, havent played, not played, not done, no matter, no
sooner, cant go, cannot go, not mind, doesnt mind, dont mind, wouldnt mind, would not mind, not able to, no idea, dont
know, not sure, cant walk, cannot walk
"""
_ENDS = frozenset("anymore now since nowadays because due".split())
_BARRIERS = frozenset(
    "but however though although yet except apart unless until till whereas love loves loved enjoys enjoyed adores "
    "misses prefers mad used happy".split()
)
_SUBJECTS = frozenset("he she i they we hes shes im ive hed shed id".split())
_BEHIND = """
no, nah, no no, never, never again, bores, bored, is not for, isnt for, not my thing, not her thing, not his
thing, is not her, is not his, is not my, isnt her, isnt his, isnt my, not her cup, not his cup, not my cup, not my
bag, not my scene, not his scene, not her scene, gets on her nerves, gets on his
nerves, gets on my nerves, was not a success, is rubbish, is boring, boring, give over, no thanks, no thank, not
interested, not likely, can do one, can get lost, can get stuffed, can take a hike, can go whistle, can whistle, can
sling its hook, can
stick it, you can keep it, you can keep that, is for babies, is for bairns, is for babbies, is for kids, is for weans,
is for old, is for girls, is for lads, is for wimps, is for grannies, is for grans, is for nans, is for pensioners, is
for wrinklies, is for women, is for men, is
for boys, is for geeks, is for weirdos, its for grannies, its for nans, its for old, its for pensioners, its for
women, is for snobs, is for toffs, is for losers, its for babies, its for
bairns, its for babbies, its for kids, its for weans, its for girls, its for lads, does my head in, does his head in,
does her head in, did my head in, did his head in, did her head in, drives me mad, drives him mad, drives her mad,
gets on my wick, gets on his wick, gets on her wick, gets on my goat, sends me to sleep, sends him to sleep, sends her
to sleep, does nothing for me, does nothing for him, does nothing for her, does nowt for me, do nothing for me, is a
waste, is dead, is long, is naff, is pants, is daft, is dire, is dull, is not my, is no my, is no for me, no for me, is
a no, is a no no, bores me, bores him, leaves me cold, can wait, over my dead body, not for us, not for them,
would be my idea of hell, is my idea of hell, did not like, didnt like, tried and did not, and
hated it, hated it, hates it, no way, less, leaves her cold, leaves him cold, puts her off, puts him off, declined,
refused, not wanted, not for her, not for him, not for me
"""
REACH = 9
# How many words may stand between a plain "not" and what is denied.
_DENIED_WITHIN = 4


_DENIALS = """
not, no, never, without, dont, doesnt, didnt, isnt, wasnt, wouldnt, nil, ø, nor, neither, hasnt, havent, hadnt, aint,
wont, does not do, dont do, doesnt do, i dont, never did, never do, not a, not an, will not do
"""
_DENIED = phrases(_DENIALS)
# "Nil pets, nil TV": what was not found on a visit. Nobody refused it.
_FINDINGS = frozenset("nil ø none".split())
_REFUSED, _PAST, _BACK = by_size(_REFUSALS), by_size(_OVER), by_size(_BEHIND)


def refusal(words: tuple[Word, ...], start: int, end: int) -> str:
    """What is said of the words from `start` to `end`: "attitude" (not liked, not wanted), "denial" (not so), "near" (a
    plain no right before), "unable", "finding" (it was not found there), or "" where nothing refuses them."""
    if start and words[start - 1].word in _FINDINGS:
        return "finding"
    return _before(words, start) or ("attitude" if _behind(words, end) else "")


def refusal_before(words: tuple[Word, ...], start: int) -> bool:
    """Whether a refusal before `start` reaches it."""
    return bool(_before(words, start))


def _before(words: tuple[Word, ...], start: int) -> str:
    first = _reach(words, start)
    folded = tuple(word.word for word in words[first:start])
    ended = any(word.word in _ENDS or word.word == "more" for word in words[start : start + 7])
    for place in range(len(folded)):
        if _at(folded, place, _PAST):
            return ""
        size = _at(folded, place, _REFUSED)
        kind = _kind(folded[place:], size) if size and not _is_over(folded, place, ended) else ""
        if kind:
            return kind
    return ""


def _kind(folded: tuple[str, ...], size: int) -> str:
    if (
        folded[0] in {"cant", "cannot", "couldnt"}
        and not _liked(folded[: size + 1])
        and "be doing" not in " ".join(folded[:3])
    ):
        return "unable"
    if folded[:size] in _DENIED and not _liked(folded[: size + 2]):
        near = set(folded[size:]) <= {"the", "a", "any", "more", "going", "another", "to", "that"}
        if near and folded[0] in {"not", "no"}:
            return "near"
        return "denial" if len(folded) - size < _DENIED_WITHIN else ""
    return "attitude"


def _is_over(folded: tuple[str, ...], place: int, ended: bool) -> bool:
    """ "Cannot knit now": what somebody is no longer able to do, they may love still."""
    return (
        ended
        and folded[place] in {"cant", "cannot", "doesnt", "dont", "couldnt", "not", "isnt"}
        and not _liked(folded[place + 1 :])
    )


def _liked(rest: tuple[str, ...]) -> bool:
    return any(word in {"like", "want", "enjoy", "stand", "abide", "bear"} for word in rest)


def _reach(words: tuple[Word, ...], start: int) -> int:
    """The first word that may still reach `start`: not beyond a turn of mind or a new subject."""
    first = start
    while first > 0 and start - first < REACH:
        before = words[first - 1]
        if _anything_but(words, first - 1) or _anything_but(words, first):
            first -= 1
            continue
        if before.word in _BARRIERS and not _negated_verb(words, first - 1):
            break
        asks = before.word in {"am", "is", "are", "do", "does", "did", "will", "would", "can"}
        if first < start and words[first].clause != before.clause and words[first].word in _SUBJECTS and not asks:
            break
        if words[first].word in {"would", "could", "can", "will"} and first < start:
            break  # a "no" before it belongs to what went before
        if words[first].word in {"but", "because", "so", "while", "until", "unless"} and first < start:
            break
        first -= 1
    return first


def _anything_but(words: tuple[Word, ...], place: int) -> bool:
    return words[place].word == "but" and place > 0 and words[place - 1].word == "anything"


def _negated_verb(words: tuple[Word, ...], place: int) -> bool:
    return place > 0 and words[place - 1].word in NEGATORS


def _behind(words: tuple[Word, ...], end: int) -> bool:
    after = words[end : end + 6]
    folded = tuple(word.word for word in after)
    if not folded:
        return False
    size = _at(folded, 0, _BACK)
    if size and (folded[0] not in {"no", "never"} or _alone(words, end, size)):
        return True
    if any(_begins(words, end + place) and _dismissed(words, end + place) for place in range(min(4, len(after)))):
        return True
    return any(
        _at(folded, place, _BACK) > 1 and after[place].clause <= words[end - 1].clause + 1 for place in range(1, 4)
    )


def is_behind(folded: tuple[str, ...], place: int) -> bool:
    """Whether a no of more than one word stands at `place` and reaches back."""
    return _at(folded, place, _BACK) > 1


def _begins(words: tuple[Word, ...], place: int) -> bool:
    return words[place].clause != words[place - 1].clause


def _dismissed(words: tuple[Word, ...], place: int) -> bool:
    """ "Gym, walked out": the clause behind dismisses it."""
    return dismisses(tuple(word.word for word in words[place : place + 6]), words[place].quoted)


def _alone(words: tuple[Word, ...], end: int, size: int) -> bool:
    """ "Archery, no": the no ends what is said, or another no follows."""
    rest = words[end + size : end + size + 1]
    return not rest or rest[0].word in {"no", "not"} or rest[0].before != ""


def _at(folded: tuple[str, ...], place: int, sized: dict[int, frozenset[tuple[str, ...]]]) -> int:
    return next((size for size in sorted(sized, reverse=True) if folded[place : place + size] in sized[size]), 0)
