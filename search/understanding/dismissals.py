"""Sentences that dismiss what was named just before: "Bingo. Hands over ears", "Clay: walked out", "Rubbish. Take it."

Invariant: data and a pure look-up on folded words; a dismissal begins its sentence.
"""

from search.understanding.phrases import by_size

_DISMISSALS = """
rubbish, hated it, hates it, hate it, loathed it, loathes it, detests it, never again, not again, no chance, not a
chance, fat chance, no fear, hard pass, never went back, didnt go back, wouldnt go back, wont go back, wont go again,
walked out, stormed out, marched out, left early, left in tears, hands over, fingers in, asked to leave, asked to go
home, asked to be taken, asked to come out, wanted to leave, cried, came home crying, came home in tears, not for me,
not for him, not for her, not for them, not my thing, not my bag, not my scene, not my cup, not his thing, not her
thing, not his cup, not her cup, id rather, i would rather, id sooner, i would sooner, rather die, waste of time, a
waste of, what a waste, boring, bored stiff, bored me, bored him, bored her, bores, cant be doing, cannot be doing,
cant be bothered, cant be arsed, couldnt be bothered, been there, take it away, take it back, take it off, chuck it,
bin it, you can keep, keep it, they can keep, can keep, can do one, can get lost, get lost, give over, noway, no
thanks, no
thank you, no ta, no way man, over my dead body, you must be joking, youre joking, you having a laugh, are you having a
laugh, pull the other, do me a favour, me no do, me nah, mi nah, no me, no sah, nah sah, nah, nah man, no man, no mate,
allow it, allow that, long, dead, pants, naff, refused, declined, refuses, declines, refused it, declined it, gave up
after, does my
head, does his head, does her head, did my head, gets on my, got on my, drives me, drove me, drove him, drove her, wound
him up, wound her up, sends me to sleep, sent me to sleep, not on your life, not on your nelly, not likely, get away,
too loud, too noisy, too boring, too slow, too soft, too posh, too old for me, for old, for babies, for bairns, for
kids, for girls, for lads, thats for, its for old, its for babies, its for bairns, its for kids, its for girls, dont
want it, didnt want it, doesnt want it, doesnt like it, dont like it, didnt like it, dont fancy it, didnt fancy it,
what for, whats the point,
no interest, not interested, turned his nose, turned her nose, pulled a face, shook his head, shook her head
"""
_SIZED = by_size(_DISMISSALS)
# A word by itself dismisses where little more is said.
SHORT = 4


# What is too far or too dear may be wanted all the same.
_BARRIERS = frozenset("far tired old ill dear expensive late early poorly sore weak hilly cold wet busy".split())


def dismisses(folded: tuple[str, ...], quoted: bool) -> bool:
    """Whether a sentence begins by dismissing. In quotation marks, "too much …" does so as well."""
    if quoted and folded[:1] == ("all",):
        return len(folded) > 1 and folded[1] not in {"day", "right", "my", "the", "of", "night", "good", "in"}
    if quoted and folded[:1] == ("too",):
        return folded[1:2] != () and folded[1] not in _BARRIERS
    if any(folded[:size] in those for size, those in _SIZED.items() if size > 1):
        return True
    return folded[:1] in _SIZED[1] and len(folded) <= SHORT
