"""What speaks for or against each word of a sentence: itself, its neighbours, kind and part, whose it is, its cues.

Invariant: pure. Names are one and the same clue whoever bears them, and so are the words of `fair.ALIKE`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from search.understanding.care_words import ALL, NO_INTEREST
from search.understanding.learned.fair import ALIKE
from search.understanding.learned.word_kinds import Kinds, word_kinds
from search.understanding.mentions import Mention
from search.understanding.negators import NEGATORS
from search.understanding.parts import Kind
from search.understanding.relations import RELATIVES, WORKERS
from search.understanding.sentences import Sentence, Word

NAME = "NAME"
# What the vocabulary names is one and the same word: whether bingo is wanted is told by what stands around it.
THING = "THING"
# Kinds of abbreviation that show nothing of what somebody loves.
SPENT = frozenset({"act", "diagnosis", "measure", "equipment", "worker", "place", "time", "access"})
# How many words before it a word that negates is looked for.
NEGATED = 8
# How many words of a heading count, and how long a stretch of paper may be to head anything.
HEADING, HEAD = 8, 40
_OUTSIDE = "|"


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence with what was found out of it. `whose`: for each word P the person's, O another's, W a worker's, S
    nobody's (paper). `barred`: positions of names. `short`: kind of the abbreviation at a position. `heading`: what
    stood above or before it, as normal words; `beside`: clues of the sentences before and after it."""

    sentence: Sentence
    whose: str
    barred: frozenset[int]
    mentions: tuple[Mention, ...]
    short: Mapping[int, str] = field(default_factory=dict)
    heading: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it is no paper: of 1,782 marks in 270 notes eleven stood in headings and questions."""
        return self.sentence.part.kind is not Kind.SILENT

    @property
    def things(self) -> frozenset[int]:
        """Positions of words that the vocabulary names, and not only where something else says so too."""
        return frozenset(at for each in self.mentions if not each.alone for at in range(each.start, each.end))

    @property
    def shown(self) -> frozenset[int]:
        """Things in a sentence that tells what stands in a room or hangs on its walls."""
        return self.things if any(kind == "display" for _, _, kind in self.sentence.cues) else frozenset()

    @property
    def spent(self) -> frozenset[int]:
        """Positions of abbreviations that show nothing: a measure, an illness, a worker."""
        return frozenset(at for at, kind in self.short.items() if kind in SPENT)


def heading_of(sentence: Sentence, names: frozenset[int]) -> tuple[str, ...]:
    """The last words of a printed question or heading, as clues for what answers it."""
    return _stems(sentence, names)[-HEADING:] if len(sentence.words) < HEAD else ()


def beside(before: Sentence | None, after: Sentence | None) -> tuple[str, ...]:
    """What the sentences around one say of it: "Chess. Not for him.", "Brightened at once. Brass bands." """
    return (*_ahead(after), *_behind(before))


def _ahead(after: Sentence | None) -> Iterator[str]:
    if after is None:
        yield "after="
        return
    first = [_plain(word) for word in after.words[:2]]
    yield f"after={first[0]}"
    yield f"after2={'_'.join(first)}"
    if after.words[0].quoted:
        yield "after,quoted"
    if after.cues and after.cues[0][0] < 4:
        yield f"after,cue={after.cues[0][2]}"


def _behind(before: Sentence | None) -> Iterator[str]:
    if before is None:
        yield "before="
        return
    yield f"before={_plain(before.words[-1])}"
    yield f"before,asked={before.asked}"
    if before.cues:
        yield f"before,cue={before.cues[-1][2]}"
        if len(before.words) - before.cues[-1][1] < 3:
            yield f"before,cue,end={before.cues[-1][2]}"


def clues(known: Known) -> list[list[str]]:
    """For each word its clues."""
    return _Clues(known).all()


def _stems(sentence: Sentence, names: frozenset[int]) -> tuple[str, ...]:
    return tuple(NAME if at in names else _plain(word) for at, word in enumerate(sentence.words))


def _plain(word: Word) -> str:
    """A word as a clue: a number by its length alone, and what must not weigh as one of its set."""
    return "#" * len(word.word) if word.word.isdigit() else ALIKE.get(word.word, word.stem)


class _Clues:
    """The clues of one sentence; what several words share is worked out once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.words = known.sentence.words
        self.part = known.sentence.part
        self.mentioned = {at: each for each in known.mentions for at in range(each.start, each.end)}
        self.things = known.things
        stems = _stems(known.sentence, known.barred)
        self.stems = tuple(THING if at in self.things else each for at, each in enumerate(stems))
        self.kinds = [self._kinds(at) for at in range(len(self.words))]
        self.kind = self.part.kind.value
        self.shared = self._shared()

    def _kinds(self, at: int) -> Kinds | None:
        word = self.words[at]
        if at in self.known.barred or word.word in ALIKE:
            return None
        kinds = word_kinds()
        return kinds.get(word.word) or kinds.get(word.stem)

    def _shared(self) -> list[str]:
        part, sentence = self.part, self.known.sentence
        found = ["", f"part={self.kind}{'o' * part.own}{'s' * bool(part.speaker)}{'a' * bool(part.about)}"]
        found.append(f"size={min(len(self.words), 12) // 3}")
        found += [f"head={word}" for word in self.known.heading[:6]]
        found += self.known.beside
        if sentence.asked:
            found.append("asked")
        if sentence.echoed:
            found.append(f"echo={sentence.echoed}")
        return found

    def all(self) -> list[list[str]]:
        return [
            [*self.shared, *self._form(at), *self._near(at), *self._mention(at), *self._cues(at)]
            for at in range(len(self.words))
        ]

    def _form(self, at: int) -> Iterator[str]:
        word, whose = self.words[at], self.known.whose[at]
        yield f"shape={_shape(word.raw)}"
        yield f"mark={word.before[-1:]}"
        yield f"whose={whose}"
        yield f"whose,part={whose},{self.kind}"
        if word.quoted:
            yield "quoted"
        if word.queried or "?" in word.before:
            yield "queried"
        if at == 0 or at == len(self.words) - 1:
            yield "first" if at == 0 else "last"
        if at == 0 or self.words[at - 1].clause != word.clause:
            yield "clause"
        for name, those in _SETS:
            if word.word in those:
                yield name
        if at in self.known.short:
            yield f"short={self.known.short[at]}"
        if at not in self.known.barred | self.things and word.word not in ALIKE and not word.word.isdigit():
            yield f"end3={word.word[-3:]}"
            yield f"end2={word.word[-2:]}"

    def _near(self, at: int) -> Iterator[str]:
        stems, last = self.stems, len(self.stems) - 1
        stem = stems[at]
        yield f"w={stem}"
        for step in (-3, -2, -1, 1, 2):
            there = at + step
            yield f"w{step}={stems[there] if 0 <= there <= last else _OUTSIDE}"
            kinds = self.kinds[there] if 0 <= there <= last and step > -3 else None
            if kinds:
                yield f"k{step}={kinds[1]}"
        if at:
            yield f"ww-1={stems[at - 1]}_{stem}"
        if at < last:
            yield f"ww1={stem}_{stems[at + 1]}"
        kinds = self.kinds[at]
        if kinds:
            yield f"ka={kinds[0]}"
            yield f"ka,part={kinds[0]},{self.kind}"
            if at not in self.things:
                yield f"kb={kinds[1]}"
                yield f"kc={kinds[2]}"

    def _mention(self, at: int) -> Iterator[str]:
        mention = self.mentioned.get(at)
        for step in (-1, 1):
            if at + step in self.mentioned:
                yield f"V{step}"
        if mention is None:
            return
        yield "V"
        yield "V=" + "a" * mention.alone + "f" * mention.faint + "s" * mention.situation + "e" * mention.exact
        yield "Vfirst" if at == mention.start else "Vlater"
        yield f"V,via={mention.via}"
        yield f"V,size={mention.end - mention.start}"
        yield f"V,part={self.kind}"
        yield f"V,whose={self.known.whose[at]}"
        for word in self.known.heading[:6]:
            yield f"V,head={word}"

    def _cues(self, at: int) -> Iterator[str]:
        words, before = self.words, None
        for start, end, kind in self.known.sentence.cues:
            if start <= at < end:
                yield f"cue={kind}"
            elif end <= at:
                before = (start, end, kind)
            elif start - at < 4:
                yield f"cue>{kind}"
        mentioned = at in self.mentioned
        if before:
            start, end, kind = before
            far = _far(at - end)
            yield f"cue<{kind},{far}"
            yield f"cue<{kind},{words[start].clause == words[at].clause}"
            if far < 3:
                yield f"cue={'_'.join(self.stems[start:end])}"
            if mentioned:
                yield f"V,cue<{kind},{far}"
        else:
            yield "cue<"
            if mentioned:
                yield f"V,cue<,{self.kind}"
        negator = next(
            (back for back in range(at - 1, max(-1, at - NEGATED - 1), -1) if words[back].word in NEGATORS), -1
        )
        if negator >= 0:
            same = words[negator].clause == words[at].clause
            yield f"no={same}"
            if mentioned:
                yield f"V,no={same}"


_SETS = (("care", ALL), ("plain", NO_INTEREST), ("relative", RELATIVES), ("worker", WORKERS))


def _far(words: int) -> int:
    return 0 if words < 1 else 1 if words < 3 else 2 if words < 6 else 3 if words < 12 else 4


def _shape(raw: str) -> str:
    if len(raw) > 1 and raw.isupper():
        return "XX"
    return "Xx" if raw[:1].isupper() else "0" if raw[:1].isdigit() else "x"
