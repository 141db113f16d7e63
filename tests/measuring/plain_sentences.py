"""Plain sentences to learn from: each template of `plainly_said.templates` with things of the vocabulary put in.

Whoever makes up notes writes of what is odd, and so the plain sentence, which every note holds, would be learned too
little. Invariant: the same vocabulary gives the same sentences.
"""

import random
import re
from collections.abc import Iterator

from search.vocabulary import Vocabulary
from tests.understanding.marked import NOTES, Note, plain

TEMPLATES = NOTES.with_name("practice") / "plainly_said.templates"
# How often each template is filled, or learned where there is nothing to fill.
EACH, AS_IT_IS = 15, 4
_ODD = re.compile(r"[^A-Za-z' -]|\band\b|\bor\b")
_WORDS = {
    "who": """
    dad, mum, son, daughter, brother, sister, husband, wife, nan, grandson, granddaughter, neighbour, friend,
    carer, uncle, auntie, cousin, partner, flatmate, grandad
    """,
    "day": """
    Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
    """,
    "num": """
    3, 5, 10, 12, 20, 25, 30, 40
    """,
    "year": """
    1964, 1978, 1985, 1992, 2003
    """,
    "name": """
    Fisher, Baker, Weaver, Singh, Okafor, Hall, Kowalski, Rahman, Park, Bell, Gardner, Church
    """,
    "verb": """
    knit, sew, sing, bake, cook, paint, draw, dance, swim, fish, cycle, garden, carve, weave, crochet,
    embroider, sculpt, sail
    """,
    "verbs": """
    knits, sews, sings, bakes, cooks, paints, draws, dances, swims, fishes, cycles, gardens, carves, weaves,
    crochets
    """,
    "ing": """
    knitting, sewing, singing, baking, cooking, painting, drawing, dancing, swimming, fishing, cycling,
    gardening, carving
    """,
    "trade": """
    joiner, welder, miner, collier, fitter, plumber, nurse, midwife, teacher, bus driver, baker, butcher,
    cook, chef, seamstress, tailor, weaver, spinner, clerk, typist, postman, milkman, docker, shipwright,
    riveter, painter and decorator, plasterer, bricklayer, roofer, electrician, mechanic, farmer, shepherd,
    gardener, florist, hairdresser, barber, librarian, accountant, engineer, draughtsman, lorry driver, train
    driver, signalman, soldier, sailor, fisherman, dinner lady, caretaker, cleaner, shop assistant, market
    trader, barmaid, publican, telephonist, printer, bookbinder, potter, glassblower, jeweller, watchmaker,
    upholsterer, french polisher, sign writer, steel erector, crane driver, lathe operator, machinist
    """,
}
WORDS = {name: [word.strip() for word in words.split(",")] for name, words in _WORDS.items()}


def plainly(vocabulary: Vocabulary) -> Iterator[Note]:
    """The sentences, each as a note of its own."""
    draw = random.Random(7)
    things = _things(vocabulary)
    for number, template in enumerate(TEMPLATES.read_text(encoding="utf-8").splitlines()):
        for _ in range(EACH if "<" in template else AS_IT_IS):
            text, marks = plain(_filled(template, draw, things))
            yield Note(f"plain-{number}", frozenset(), "unknown", text, marks)


def _things(vocabulary: Vocabulary) -> list[str]:
    """Names of interests as they stand in a sentence: of few words, in lower case."""
    names = {name for each in vocabulary.concepts.values() for name in (each.label, *each.alternatives)}
    return sorted(name.lower() for name in names if len(name.split()) <= 3 and not _ODD.search(name))


def _filled(template: str, draw: random.Random, things: list[str]) -> str:
    who = draw.choice(WORDS["who"])
    text = re.sub("<who>", who, template)
    text = re.sub("<n>", lambda _: draw.choice(things), text)
    text = re.sub(r"<(\w+)>", lambda found: draw.choice(WORDS[found[1]]), text)
    return text[:1].upper() + text[1:] if draw.random() < 0.5 else text
