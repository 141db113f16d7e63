"""A note to a reading: what the rules know of each sentence, what the model takes from it, and the rest.

Invariant: pure given its vocabulary; every place is in the text as it was given; nothing is cut.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.stems import stem
from search.understanding.care_words import UNSAID
from search.understanding.conditions import conditions
from search.understanding.fillers import FILLERS
from search.understanding.illness import is_illness
from search.understanding.learned.clues import clues
from search.understanding.learned.known import Told, told
from search.understanding.learned.stages import learned_stage
from search.understanding.learned.tagger import NOTHING, Tag, Tagged, tagged
from search.understanding.left_over import left_over
from search.understanding.mentions import Mention
from search.understanding.negators import NEGATORS
from search.understanding.past import is_past
from search.understanding.people import PERSON, WORKER, Owner
from search.understanding.reading import OwnWord, Person, Reading, Said
from search.understanding.relations import FULL, RELATIVES
from search.understanding.sentences import Sentence
from search.understanding.stage import stage_of_relative
from search.vocabulary import Vocabulary

_SAID = frozenset({"interest", "not_interest", "gift"})
# What somebody makes for others, they love making.
CRAFTS = frozenset(
    """
    build builds built make makes made bake bakes baked knit knits knitted sew sews sewed fix fixes fixed fixing
    mend mends mended paint paints sing play plays played grow grows plait plaits alter
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Finding:
    said: Said
    owner: Owner
    kind: str


def read_note(text: str, vocabulary: Vocabulary) -> Reading:
    """What a note of a visit says of the person, and of those around them."""
    known = told(text, vocabulary)
    found = tuple(tagged(clues(each), each.shown) if each.tells else NOTHING for each in known.known)
    findings = list(_findings(known, found, vocabulary))
    mine = [each for each in findings if each.owner.who == PERSON]
    interests = _once(each.said for each in mine if each.kind == "interest")
    held = conditions(known, found)
    spans = [*held.spans, *((each.said.start, each.said.end) for each in findings)]
    rest = left_over(known.known, known.owners, spans)
    return Reading(
        interests=interests,
        own=tuple(_own_words(interests, rest, text)),
        when=held.when,
        length=sum(len(sentence.words) for sentence in known.sentences),
        not_interests=_once(each.said for each in mine if each.kind == "not_interest"),
        gifts=_once(each.said for each in mine if each.kind == "gift"),
        people=_people(text, findings),
        travel=held.travel,
        access=held.access,
        company=held.company,
        stage=learned_stage(text, known.known),
        not_understood=tuple(each.word for each in rest),
    )


def _findings(known: Told, found: tuple[Tagged, ...], vocabulary: Vocabulary) -> Iterator[_Finding]:
    last = Owner()
    for number, each in enumerate(known.known):
        owners = known.owners[number]
        tags = found[number].tags
        for tag in tags:
            if tag.kind in _SAID and not _is_nothing(each.sentence, tag, tags):
                owner = _whose(each.sentence, owners, tag, last) if tag.others else Owner()
                for said in _said(known.text, each.sentence, each.mentions, tag, vocabulary, number):
                    yield _Finding(said, owner, tag.kind)
                    if tag.kind == "gift" and each.sentence.folded[tag.start] in CRAFTS:
                        yield _Finding(replace(said, via="said"), owner, "interest")
        last = next((owner for owner in reversed(owners) if _is_other(owner)), last)


def _is_nothing(sentence: Sentence, tag: Tag, tags: tuple[Tag, ...]) -> bool:
    """A query is no fact; for what somebody makes something ("costumes for the school play") is nothing they love."""
    if any(word.queried for word in sentence.words[tag.start : tag.end]):
        return True
    between = [
        sentence.folded[other.end : tag.start] for other in tags if other.kind == "gift" and other.end < tag.start
    ]
    return tag.kind == "interest" and any(words[0] == "for" and _ARTICLES.issuperset(words[1:]) for words in between)


_ARTICLES = frozenset("the a an his her our their my".split())


def _is_other(owner: Owner) -> bool:
    return owner.who not in {PERSON, WORKER}


def _whose(sentence: Sentence, owners: tuple[Owner, ...], tag: Tag, last: Owner) -> Owner:
    """Whose something is that is not the person's: who owns the words, else a relative named in the sentence, the
    nearest before it first, else who was spoken of last."""
    if owners and _is_other(owners[tag.start]):
        return owners[tag.start]
    words = sentence.words
    places = [*range(tag.start - 1, -1, -1), *range(tag.end, len(words))]
    named = next((words[at] for at in places if words[at].word in RELATIVES), None)
    if named:
        return Owner(FULL.get(named.word, named.word), named.start, named.end)
    near = next((owner for owner in owners if _is_other(owner)), last)
    return near if near.who else Owner("someone else", words[0].start, words[0].start)


def _said(
    text: str, sentence: Sentence, found: tuple[Mention, ...], tag: Tag, vocabulary: Vocabulary, number: int
) -> Iterator[Said]:
    """The concepts that stand within a stretch, each with its own words; the stretch itself where there is none. What
    somebody could give is told whole, "teach the girls to knit", for all the concepts in it."""
    within = [each for each in found if each.start < tag.end and tag.start < each.end and each.codes]
    if tag.kind == "gift":
        whom = sentence.folded.index("for", tag.start) if "for" in sentence.folded[tag.start : tag.end] else tag.end
        codes = tuple(code for each in within if each.start < whom for code in each.codes)
        within = [replace(each, codes=codes, via="gift") for each in _own(sentence, tag)]
    for mention in within or _own(sentence, tag):
        first, last = sentence.words[mention.start], sentence.words[mention.end - 1]
        words = text[first.start : last.end]
        past, sure = is_past(sentence.words, mention.start, mention.end), round(max(tag.sure, 0.01), 2)
        for code in mention.codes or ("",):
            label = vocabulary.concepts[code].label if code else words[:1].upper() + words[1:]
            yield Said(code, label, words, first.start, last.end, mention.via, number, sure=sure, past=past)


def _own(sentence: Sentence, tag: Tag) -> tuple[Mention, ...]:
    """A stretch in the person's own words: no word at its edges that says nothing, none that only says no, and no
    stretch that is all care or illness."""
    folded, start, end = sentence.folded, tag.start, tag.end
    start = max((at + 1 for at in range(start, end) if folded[at] in NEGATORS), default=start)
    while start < end and folded[start] in FILLERS:
        start += 1
    while start < end and folded[end - 1] in FILLERS:
        end -= 1
    if start >= end or all(word in UNSAID or is_illness(word) for word in folded[start:end]):
        return ()
    return (Mention(start, end),)


def _once(found: Iterator[Said]) -> tuple[Said, ...]:
    """Each thing once for the words that show it, the surest first told."""
    kept: dict[tuple[str, str], Said] = {}
    for said in found:
        key = (said.code or said.label.lower(), " ".join(map(stem, said.words.lower().split())))
        if key not in kept or said.sure > kept[key].sure:
            kept[key] = said
    return tuple(sorted(kept.values(), key=lambda said: said.start))


def _own_words(interests: tuple[Said, ...], rest: tuple[OwnWord, ...], text: str) -> Iterator[OwnWord]:
    """Words worth a look in listings: those of interests that no concept stands for, then the rest of a short text."""
    for said in interests:
        if not said.code:
            for word in filter(_tells, said.words.lower().split()):
                yield OwnWord(word, stem(word), said.start, said.end, said.clause)
    if len(text.split()) <= 40:
        yield from rest


def _tells(word: str) -> bool:
    return word not in FILLERS and len(word) > 1


def _people(text: str, findings: list[_Finding]) -> tuple[Person, ...]:
    by_who: defaultdict[str, list[_Finding]] = defaultdict(list)
    for each in findings:
        if _is_other(each.owner):
            by_who[each.owner.who].append(each)
    return tuple(
        Person(
            who=who,
            words=text[those[0].owner.start : those[0].owner.end] or who,
            start=those[0].owner.start,
            end=those[0].owner.end,
            stage=stage_of_relative(who, text[those[0].owner.end : those[0].owner.end + 24]),
            interests=_once(each.said for each in those if each.kind == "interest"),
            not_interests=_once(each.said for each in those if each.kind == "not_interest"),
            gifts=_once(each.said for each in those if each.kind == "gift"),
        )
        for who, those in by_who.items()
    )
