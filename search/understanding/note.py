"""A note to a reading, step by step: structure, abbreviations, who, polarity and time, concepts, constraints, the rest.

Invariant: pure given its vocabulary; every place is in the text as it was given; nothing is cut.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.stems import stem
from search.understanding.abbreviations import abbreviations
from search.understanding.blocked import blocked
from search.understanding.cast import cast_of
from search.understanding.constraints import access, company, travel, when
from search.understanding.fillers import FILLERS
from search.understanding.gifts import CRAFTS, TO_OTHERS, gifts
from search.understanding.judging import cue_for, judge
from search.understanding.left_over import left_over
from search.understanding.mentions import Mention, mentions
from search.understanding.names import names
from search.understanding.own_words import own_phrases
from search.understanding.parts import Kind
from search.understanding.past import is_past
from search.understanding.people import PERSON, WORKER, Owner, owners
from search.understanding.reading import Constraint, OwnWord, Person, Reading, Said, When
from search.understanding.sentences import Sentence, sentences
from search.understanding.slips import put_slips_right
from search.understanding.stage import stage, stage_of_relative
from search.understanding.structure import structure
from search.vocabulary import Vocabulary

# How sure it is that who makes things for others loves to.
_MADE = 0.6
# How sure it is that somebody would give what they say they could.
_GIVEN = 0.8
_CHILD = re.compile(
    r"\b(?:[Cc]hild's name|[Cc]hild:|bb [A-Z]|Baby [A-Z]|y/o (?:boy|girl)|years? old (?:boy|girl)|Child's own)"
)
_SPENT = frozenset({"act", "diagnosis", "measure", "equipment", "worker", "place", "time", "access"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A note on its way: sentences, and for each who owns its words and which of them show nothing."""

    text: str
    sentences: tuple[Sentence, ...]
    owners: tuple[tuple[Owner, ...], ...]
    barred: tuple[frozenset[int], ...]
    travel: tuple[Constraint, ...]
    access: tuple[Constraint, ...]
    company: tuple[Constraint, ...]
    when: tuple[When, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Places of what makes going possible."""
        held: tuple[Constraint | When, ...] = (*self.travel, *self.access, *self.company, *self.when)
        return [(each.start, each.end) for each in held]


@dataclass(frozen=True, slots=True)
class _Finding:
    said: Said
    owner: Owner
    wanted: bool = True
    gift: bool = False


def read_note(text: str, vocabulary: Vocabulary) -> Reading:
    """What a note of a visit says of the person, and of those around them."""
    told = _told(text, vocabulary)
    findings = list(_findings(told, vocabulary))
    mine = [each for each in findings if each.owner.who == PERSON]
    interests = _once(each.said for each in mine if each.wanted and not each.gift)
    spans = [*told.spans, *((each.said.start, each.said.end) for each in findings)]
    rest = left_over(told.sentences, told.owners, told.barred, spans)
    return Reading(
        interests=interests,
        own=tuple(_own_words(interests, rest, told)),
        when=told.when,
        length=sum(len(sentence.words) for sentence in told.sentences),
        not_interests=_once(each.said for each in mine if not each.wanted),
        gifts=_once(each.said for each in mine if each.gift),
        people=_people(text, findings),
        travel=told.travel,
        access=told.access,
        company=told.company,
        stage=stage(text, child_is_person=_child_is_person(text)),
        not_understood=tuple(each.word for each in rest),
    )


def _told(text: str, vocabulary: Vocabulary) -> _Told:
    parts = structure(text)
    found = tuple(put_slips_right(each, vocabulary) for each in sentences(text, parts))
    cast = cast_of(text, parts)
    short = abbreviations(text)
    spent = {place for each in short if each.kind in _SPENT for place in range(each.start, each.end)}
    barred = tuple(
        names(sentence) | {at for at, word in enumerate(sentence.words) if word.start in spent} for sentence in found
    )
    whose = owners(found, cast)
    starts = [sentence.words[0].start for sentence in found]

    def of_person(place: int) -> bool:
        number = bisect_right(starts, place) - 1
        if number < 0:
            return True
        at = sum(word.start <= place for word in found[number].words) - 1
        return whose[number][max(at, 0)].who == PERSON

    return _Told(
        text, found, whose, barred,
        travel(text, found, of_person), access(text, found, of_person, short), company(text, found, of_person),
        when(text, found, of_person),
    )  # fmt: skip


def _findings(told: _Told, vocabulary: Vocabulary) -> Iterator[_Finding]:
    spoken_for = {place for each in (*told.access, *told.travel) for place in range(each.start, each.end)}
    for number, sentence in enumerate(told.sentences):
        barred, whose = told.barred[number], told.owners[number]
        hidden = blocked(sentence)
        plain = {at for at, word in enumerate(sentence.words) if word.start in spoken_for}
        known = mentions(sentence, vocabulary, barred)
        accepted: list[Mention] = []
        mine: list[_Finding] = []
        for mention in (*known, *own_phrases(sentence, hidden)):
            if not mention.codes and any(_meets(mention, each) for each in accepted):
                continue
            if mention.start in plain and cue_for(sentence, mention, whose) not in {"liking", "wish", "work"}:
                continue
            verdict = judge(sentence, mention, whose)
            if verdict.sure:
                accepted.append(mention)
                for said in _said(told.text, sentence, mention, verdict.sure, vocabulary, number):
                    mine.append(_Finding(said, whose[mention.start], verdict.wanted))
        yield from mine
        if sentence.part.kind is Kind.GIFTS:
            yield from (_Finding(replace(each.said, via="gift"), each.owner, gift=True) for each in tuple(mine))
        if sentence.part.kind in {Kind.TELLING, Kind.LIKINGS, Kind.GIFTS, Kind.PLAN}:
            for gift in gifts(sentence, barred):
                if whose[gift.start].who != WORKER:
                    yield from _made(told.text, sentence, gift, accepted, whose, vocabulary, number)
                    said = _gift(told.text, sentence, gift, known, vocabulary, number)
                    yield _Finding(said, whose[gift.start], gift=True)


def _made(
    text: str,
    sentence: Sentence,
    gift: Mention,
    accepted: list[Mention],
    whose: tuple[Owner, ...],
    vocabulary: Vocabulary,
    number: int,
) -> Iterator[_Finding]:
    """What somebody makes for others, they love making: an interest too, where nothing of it was found yet."""
    if sentence.words[gift.start].word in CRAFTS and not any(_meets(gift, each) for each in accepted):
        for said in _said(text, sentence, replace(gift, via="said"), _MADE, vocabulary, number):
            yield _Finding(said, whose[gift.start])


def _meets(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _said(
    text: str, sentence: Sentence, mention: Mention, sure: float, vocabulary: Vocabulary, number: int
) -> Iterator[Said]:
    past = is_past(sentence.words, mention.start, mention.end)
    for code in mention.codes or ("",):
        said = _as_said(text, sentence, mention, code, vocabulary, number)
        yield replace(said, sure=round(sure, 2), past=past)


def _gift(
    text: str, sentence: Sentence, gift: Mention, known: tuple[Mention, ...], vocabulary: Vocabulary, number: int
) -> Said:
    names = [each for each in known if _meets(each, gift) and _names_a_gift(sentence, gift, each)]
    code = next((code for each in names for code in each.codes), "")
    return replace(_as_said(text, sentence, gift, code, vocabulary, number), sure=_GIVEN)


def _names_a_gift(sentence: Sentence, gift: Mention, mention: Mention) -> bool:
    """Not what tells for whom ("for folk"), nor the verb that only offers ("show")."""
    folded = sentence.folded
    whom = next((at for at in range(gift.start + 1, gift.end) if folded[at] == "for"), gift.end)
    told_whom = mention.start > whom and TO_OTHERS.issuperset(folded[mention.start : mention.end])
    return not told_whom and not (mention.end == gift.start + 1 and folded[gift.start] in {"show", "shows"})


def _as_said(text: str, sentence: Sentence, mention: Mention, code: str, vocabulary: Vocabulary, number: int) -> Said:
    """A mention as one concept, or without a code as the person's own words."""
    first, last = sentence.words[mention.start], sentence.words[mention.end - 1]
    words = text[first.start : last.end]
    label = vocabulary.concepts[code].label if code else words[:1].upper() + words[1:]
    return Said(code, label, words, first.start, last.end, mention.via, number)


def _once(found: Iterator[Said]) -> tuple[Said, ...]:
    """Each thing once for the words that show it, the surest first told."""
    kept: dict[tuple[str, str], Said] = {}
    for said in found:
        key = (said.code or said.label.lower(), " ".join(map(stem, said.words.lower().split())))
        if key not in kept or said.sure > kept[key].sure:
            kept[key] = said
    return tuple(sorted(kept.values(), key=lambda said: said.start))


def _own_words(interests: tuple[Said, ...], rest: tuple[OwnWord, ...], told: _Told) -> Iterator[OwnWord]:
    """Words worth a look in listings: those of interests that no concept stands for, then the rest of a short text."""
    for said in interests:
        if not said.code:
            for word in filter(_tells, said.words.lower().split()):
                yield OwnWord(word, stem(word), said.start, said.end, said.clause)
    if len(told.text.split()) <= 40:
        yield from rest


def _tells(word: str) -> bool:
    return word not in FILLERS and len(word) > 1


def _people(text: str, findings: list[_Finding]) -> tuple[Person, ...]:
    by_who: defaultdict[str, list[_Finding]] = defaultdict(list)
    for each in findings:
        if each.owner.who not in {PERSON, WORKER}:
            by_who[each.owner.who].append(each)
    return tuple(
        Person(
            who=who,
            words=text[those[0].owner.start : those[0].owner.end] or who,
            start=those[0].owner.start,
            end=those[0].owner.end,
            stage=stage_of_relative(who, text[those[0].owner.end : those[0].owner.end + 24]),
            interests=_once(each.said for each in those if each.wanted and not each.gift),
            not_interests=_once(each.said for each in those if not each.wanted),
            gifts=_once(each.said for each in those if each.gift),
        )
        for who, those in by_who.items()
    )


def _child_is_person(text: str) -> bool:
    return bool(_CHILD.search(text[:250]))
