"""What is told, as sentences of words with their places, clauses and what stands before each word.

A clause ends at a comma, a joining word, a bracket, a quotation mark, or where a new subject begins: dictation has no
commas. Invariant: pure; places are in the text as it was given; a sentence never crosses a part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from search.stems import spans, stem
from search.understanding.dialect import plainly
from search.understanding.dismissals import dismisses
from search.understanding.emphatics import stresses
from search.understanding.likings import cues
from search.understanding.parts import Kind, Part
from search.understanding.phrases import phrases

_END = re.compile(r"[!;?]+(?=[\s\"'’”)])|\.+(?=[\s\"'’”)])|[\n\r]+|:(?=\s)|\s[-–—]\s")
_DOT_INSIDE = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|e\.g|i\.e|approx|etc|[a-z])\.)$", re.IGNORECASE)
_JOINTS = frozenset(
    "and but because so who which while then plus or when if as although though whereas cos until till that before "
    "after since where than".split()
)
_SUBJECTS = frozenset("he she i they we hes shes im theyre ive hed shed theyve".split())
_BREAK = re.compile(r"[,()\"“”\[\]/+&]")
# Words after which a new clause, or anything, begins a sentence of its own.
LONG, LONGEST = 60, 100
_QUOTES = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its stem, where it stands, its clause within the sentence. `raw` as typed; `before`: the marks
    between it and the word before; `quoted`: said by somebody, in quotation marks; `queried`: a question mark stands
    right before it ("?gardening")."""

    word: str
    stem: str
    start: int
    end: int
    clause: int
    raw: str
    before: str
    quoted: bool = False
    queried: bool = False

    @property
    def capital(self) -> bool:
        return self.raw[:1].isupper()


@dataclass(frozen=True)
class Sentence:
    """Words of one sentence of a part. `asked`: it ends in a question mark; `echoed`: it repeats
    what was asked, and the answer follows ("yes" or "no"; "last": what was named last is
    dismissed). Not slotted: what is worked out is kept."""

    words: tuple[Word, ...]
    part: Part
    asked: bool = False
    echoed: str = ""

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(word.word for word in self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words)

    @cached_property
    def cues(self) -> tuple[tuple[int, int, str], ...]:
        """(from, to, kind) of each cue, as `likings.cues` finds them."""
        return cues(self.folded)


def sentences(text: str, parts: tuple[Part, ...]) -> tuple[Sentence, ...]:
    """The sentences of every part that tells something."""
    told = [part for part in parts if part.kind is not Kind.SILENT]
    return tuple(_with_echoes([sentence for part in told for sentence in _of_part(text, part)]))


def paper(text: str, parts: tuple[Part, ...]) -> tuple[Sentence, ...]:
    """The sentences of the parts that are only paper: headings, printed questions, labels, what a worker asked."""
    return tuple(sentence for part in parts if part.kind is Kind.SILENT for sentence in _of_part(text, part))


# How an answer to one's own echo begins: "Singing? Give over."
_NOES = phrases(
    "no, nah, nope, never, not likely, not on your life, give over, get away, no way, no thanks, not me, you must be"
)
_YESES = phrases("yes, aye, oh yes, i love, love it, yeah, i do, i did, id love, ooh yes, go on then")
ECHO = 4


def _with_echoes(found: list[Sentence]) -> Iterator[Sentence]:
    after: Sentence | None
    for sentence, after in zip_longest(found, found[1:]):
        if after is None or not _follows(sentence, after):
            yield sentence
            continue
        own = sentence.asked and sentence.part.own and len(sentence.words) <= ECHO
        said = _answer(after.folded) if own else ""
        if not said and not sentence.asked and len(sentence.words) < ECHO and stresses(after.folded):
            said = "yes"
        if not said and dismisses(after.folded, after.words[0].quoted):
            said = "no" if len(sentence.words) <= ECHO + 2 else "last"
        yield replace(sentence, echoed=said)


def _follows(sentence: Sentence, after: Sentence) -> bool:
    """In the same part, or a label that its line ends with is not counted: an answer is near what it answers."""
    return after.part == sentence.part


def _answer(folded: tuple[str, ...]) -> str:
    sizes = (1, 2, 3, 4)
    if any(folded[:size] in _NOES for size in sizes):
        return "no"
    return "yes" if any(folded[:size] in _YESES for size in sizes) else ""


def _of_part(text: str, part: Part) -> Iterator[Sentence]:
    held: list[Word] = []
    last, clause, quoted = part.start, 0, False
    for word, start, end in spans(text[part.start : part.end]):
        start, end = start + part.start, end + part.start
        gap = text[last:start]
        stop = _stop(text, gap, last)
        if held and stop is not None:
            yield Sentence(tuple(held), part, "?" in stop)
            held, clause = [], 0
        if _QUOTES.search(gap):
            quoted = not quoted if len(_QUOTES.findall(gap)) % 2 else quoted
        if held and (_BREAK.search(gap) or word in _JOINTS or (word in _SUBJECTS and held[-1].word not in _JOINTS)):
            clause += 1
            if len(held) >= LONG:  # dictated without stops: begin anew at a clause, so that no cue reaches too far
                yield Sentence(tuple(held), part)
                held, clause = [], 0
        elif len(held) >= LONGEST:
            yield Sentence(tuple(held), part)
            held, clause = [], 0
        if word == "miss" and text[start].isupper() and text[end : end + 2].strip()[:1].isupper():
            word = "ms"  # a title, not a longing
        word, queried = plainly(word), gap.endswith("?")
        held.append(Word(word, stem(word), start, end, clause, text[start:end], gap.strip(), quoted, queried))
        last = end
    if held:
        yield Sentence(tuple(held), part, "?" in text[last : part.end])


def _stop(text: str, gap: str, last: int) -> str | None:
    """The marks that end a sentence between two words, or None."""
    found = _END.search(gap)
    if found is None:
        return None
    if found.group().startswith(".") and _DOT_INSIDE.search(text[max(0, last - 6) : last + 1]) and "\n" not in gap:
        return None
    return gap
