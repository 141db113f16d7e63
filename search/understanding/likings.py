"""The words by which people say that they love, do, did, can or want something, and how far they reach.

Invariant: data and pure look-ups on folded words; a longer cue goes first.
"""

from functools import lru_cache

from search.understanding.phrases import phrases

LIKING = """
prefers, prefer, preferred, love, loves, loved, loving, adore, adores, adored, like, likes, liked, enjoy, enjoys,
enjoyed, enjoying, into, is into, mad on, mad about, mad keen on, mad for, daft about, daft on, crazy about, keen on,
very keen on, fond of, passionate about, potty about, fan of, a fan of, obsessed with, obsessed by, hooked on, misses,
miss, really missed, badly missed, lives for, lived for, proud of, very proud of, interested in, interest in, takes an
interest in, great interest in, dying for, desperate for, would give anything to, give anything to, give anything for,
fancies, fancy, fancied, dreams of, dreamt of, happiest when, happy when, at his best when, at her best when, lights
up when, lit up when, lights up at, brightened when, face lights up at, perks up when, comes alive when, calm when,
settles to, relaxes with, nothing better than, cant get enough of, cannot get enough of, laughs at, never misses,
cannot live without, couldnt live without, favourite is, favourites are, favourite was, favourite thing is, passion
is, passion was, passion for, love of, hobby is, hobby was, hobbies are, hobbies include, hobbies were, interests are,
interests include, interests were, was his life, was her life, heaven is, talks about, talked about, talks of, spoke
of, spoke about, talk about, talking about, reminisces about, partial to, nuts about, big on, well into, dead keen on,
right keen on, fair mad on, chuffed with, made up with, reyt keen on, loves a, likes a, likes a bit of, loves nowt
better than, likes nowt better than, good with, what i miss is, what she misses is, what he misses is, would watch,
hed watch, shed watch, highlight is, highlight of her day is, highlight of his day is, highlight of my day is,
highlight of her week is,
highlight of his week is, highlight of the week is, best bit is, best thing is, what he loves is, what she loves is,
what
i love is, excited about, excited by, animated about, animated when, turns to, turns her head to, turns
his head to, goes still
for, goes still to, quietens to, quietens for, calms to, calms with, calmed by, soothed by, settles with, settles for,
stills to, grins at, smiles at, smiles for, smiled at, giggles at, squeals at, shrieks at, chuckles at, beams at, kicks
to, bops to, jigs to, jigs about to, dances to, claps to, claps along to, perks up for, perks up at, brightens at,
brightens for, comes to life for, comes alive for, expressed enthusiasm for, expressed interest in, expressed an
interest in, showed an interest in, shows an interest in, enthused about, enthusiastic about, recalled, recalls,
remembers fondly, spoke fondly of, spoke warmly of, speaks fondly of, fondly of, all she wants is, all he wants is, all
i want is, all she ever wants is, all he ever wants is, all she talks about is, all he talks about is, the one with,
the one for, the one into, mustard for, mustard on, fierce for, fierce keen on, pure mad on, pure dead keen on, heavy
into, proper into, dead into, bare into, bang into, bang on about, bangs on about, harps on about, a devil for, a devil
for the, a sucker for, a soft spot for, a weakness for, a great one for, a terror for, a beggar for, a bugger for, a
one for, buzzing about, buzzes off, buzzing for, gets a buzz from, thinks the world of, swears by, crackers about,
crackers on, doolally about, barmy about, bonkers about, cracked on, soft on, sweet on, dotes on, gone on, wild about,
sold on, fixated on, fascinated by, intrigued by, can talk for hours about, could talk for hours about, could talk all
day about, lit up talking about, lights up talking about, knows her, knows his, knows her way round a, knows his way
round a, has a thing for, has a passion for, has a love of, has always loved, got a thing for, has an eye for, an eye
for, has an ear for, treasures, cherishes
"""
WISH = """
wants to, want to, wanted to, would like to, would love to, would like, would love, wants, want, wishes, wish, hopes
to, hope to, hoping to, would like to learn, would like to try, would like to go back to, wants to go back to, would
like to get back to, get back to, go back to, going back to, getting back to, back into, like to learn, like to try,
wants to learn, wants to try, want to learn, want to try, always wanted to, would fancy, could fancy, id like, id
love, hed like, hed love, shed like, shed love, id like to, id love to, hed like to, shed like to, hed love to, shed
love to, have a go at, a go at, happy to try, keen to, keen to try, looking for, needs someone to, wants someone to,
someone to, would be up for, up for, take up, taking up, pick up again, start again, wants to be, want to be, would
like to be, longs to, longs for, dearly love to
"""
USUAL = """
used to, used to go, used to go to, used to be, always, allus, wed, we would, theyd, goes to, go to, went to, goes,
still
"""
HABIT = """
plays, played, play, playing, sings, sang, singing, does, did, do, going to, attends, attended, collects, collected,
makes, made, making, keeps, kept, keeping, had, follows, followed, supports, supported, watches, watched, watching,
listens to, listened to, listening to, reads, read, writes, wrote, learning, is learning, studies, studied, breeds,
bred, grows, grew, growing, draws, drew, drawing, paints, painted, bakes, baked, cooks, cooked, knits, knitted, sews,
sewed, builds, built, building, restores, restored, races, raced, rides, rode, runs, ran, helps at, helped at, helps
with, been, member of, on the committee of, secretary of, treasurer of, chair of, chairman of, president of, belongs
to, belonged to, joined, showed me, shows me, looks after, tends, rears, walks, tinkering with, pottering in, messing
about with, fixes, fixed, fixing, mends, mended, knows all about, knows everything about, can tell you every, can tell
you everything about, can tell you anything about, tell you everything about, talks to, knows, practises, practised,
performed, performs, recites, competed, writing, editing, composing, collecting, plaits, plaiting, ties, embroiders,
upcycles, crochets, crocheted, started, has started, taken up, took up, has taken up, taken to, took to, has taken to,
got into, getting into, has got into, carves, weaves, hums, hummed, whistles, teaches, taught, trained,
coached, led, leads, lead,
selling, sells, sold
"""
WORK = """
was a, was an, were a, were an, is a, is an, hes a, shes a, i am a, im a, used to be a, used to be an, been a, been
an, retired, ex, former, formerly a, formerly an, previously a, previously an, worked as a, worked as an, worked as,
worked in the, worked in a, worked in, worked on the, worked on, worked at the, worked at, worked for the, worked for,
worked with, job was, job as a, trained as a, trained as an, training as a, career in, career as a, career as, by
trade a, apprenticed as a, he was a, i was a, i were a, she was a, spent his life as a, years as a, years as an, years
in the, years at the, years on the, years down the, years down, ran a, ran the, ran an, run a, run the, owned a, had a
stall, had a shop, qualified as a, served in the, served in, previously, time in the, life in the, a life in, was the,
to be a, be a, still a
"""
ABLE = """
good at, brilliant at, great at, clever at, clever with, skilled at, skilled in, skilled with, a dab hand at, dab hand
at, dab hand with, handy with, expert in, expert at, can still, could still, can, could, able to, knows how to,
talented at, talent for, gift for, knack for, gifted at, top of the class at, top of the class in, good with his hands
at, best at, excels at, excels in
"""
_LIKERS = frozenset(
    """
    i we they you would id hed shed to dont doesnt didnt not do does did really also both and always sisters boys
    girls parents kids children twins who
    """.split()
)
# Adjectives behind what they tell of: "football mad".
DISLIKE = """
never cared for, not care for, doesnt care for, cannot face, cant face, hates, hate, hated, declined, declines,
refused, refuses, loathes, detests, dislikes, cant stand, cannot stand, cant abide, cannot abide, cant bear, cannot
bear, no more, not interested in, not keen on, no interest in, bored of, bored with, bored by, sick of, fed up of, fed
up with, said no to, no to, not bothered about, not fussed about, not fussed on, not up for, turned down, not into,
cant be doing with, scared of, frightened of, does not want, doesnt want, dont want, didnt want, doesnt do, does not do,
dont do, wont do, ø interest in, nil interest in, says no to, wont touch, wouldnt touch, no keen on, wont go to, wouldnt
be seen dead at, wouldnt be seen dead in, wouldnt be seen at, wouldnt go near, has no time for, no time for, dreads,
steers clear of, not a fan of, isnt for, scunnered with, dna
"""
DISPLAY = """
full of, covered in, covered with, everywhere, all over the, all over her, all over his, all over my,
all round the room, all around the room, on the wall, on the walls, on
every wall, in the shed, in the cellar, in the loft, by the window, on the shelf, shelves of, photos of, pictures of,
trophies, cups for, medals for, certificates for, a house full of, room full of, piles of, boxes of, collection of,
out in the hall, on display, all her own work, all his own work
"""


KINDS: dict[str, frozenset[tuple[str, ...]]] = {
    "dislike": phrases(DISLIKE),
    "liking": phrases(LIKING),
    "wish": phrases(WISH),
    "work": phrases(WORK),
    "able": phrases(ABLE),
    "usual": phrases(USUAL),
    "habit": phrases(HABIT),
    "display": phrases(DISPLAY),
}
LONGEST = max(len(phrase) for those in KINDS.values() for phrase in those)
_BY_PHRASE = {phrase: kind for kind in reversed(KINDS) for phrase in KINDS[kind]}
_BEGINNINGS = frozenset(phrase[0] for phrase in _BY_PHRASE)


@lru_cache(maxsize=8192)
def _cue(words: tuple[str, ...]) -> str:
    return _BY_PHRASE.get(words, "")


def cues(words: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """(from, to, kind) of each cue in folded words, longest first from the left, never overlapping."""
    found: list[tuple[int, int, str]] = []
    place = 0
    while place < len(words):
        size, kind = _longest(words, place) if words[place] in _BEGINNINGS else (0, "")
        if size:
            found.append((place, place + size, kind))
        place += size or 1
    return tuple(found)


def _is_there(words: tuple[str, ...], place: int) -> bool:
    """ "There is a dog": nobody's trade."""
    return place > 0 and words[place] in {"is", "was", "were"} and words[place - 1] in {"there", "theres"}


# What is still there, still got or still hurts is nobody's habit.
_STAYS = frozenset((word,) for word in "got has have had in at on to not no a very waiting using there is".split())


def _likes(words: tuple[str, ...], place: int) -> bool:
    """ "I like", "would like"; not "like a sponge", "looks like"."""
    if place == 0:
        return words[1:2] != () and words[1].endswith("ing")  # "Like debating"
    return words[place - 1] in _LIKERS


def _longest(words: tuple[str, ...], place: int) -> tuple[int, str]:
    for size in range(min(LONGEST, len(words) - place), 0, -1):
        kind = _cue(words[place : place + size])
        if (
            kind
            and not (size == 1 and words[place] == "still" and words[place + 1 : place + 2] in _STAYS)
            and not (size == 1 and words[place] == "like" and not _likes(words, place))
            and not _is_there(words, place)
        ):
            return size, kind
    return 0, ""
