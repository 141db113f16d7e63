"""The first candidates put in order, with their reasons: features in, `Rescored` out.

Invariant: reads features and statistics only, never a stored document or the catalogue; the scores are the same
whichever engine chose the candidates.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np

from cms.geo.distance import metres_between, metres_to_many
from search import ordering, ranking
from search.choosing import NONE, choose
from search.cues import said_cues
from search.evidence import Evidence, evidence_for
from search.features import table
from search.going import Circumstances, points, practical_reasons
from search.leaning import free_slots, leanings, pronoun
from search.meaning.asking import Likeness
from search.ordering import Scored
from search.questions import Hit, Question, Wishes
from search.reasons import Reason, gift_reason, interest_reason, sounds_like
from search.stems import stems
from search.stops import Stop, stops, with_instead
from search.strengths import Strength, as_good, gifts_of, met, strengths
from search.types import CandidateFeatures, Order, Point, SearchRequest
from search.understanding.breaks import carers_break
from search.understanding.reading import Reading
from search.vocabulary import Vocabulary

MOST_REASONS = 3
# A carer's break and a way to contribute are told besides.
ALWAYS_TOLD = frozenset({"break", "help"})


@dataclass(frozen=True, slots=True)
class Rescored:
    """One candidate in its place. `tell` gives its reasons and what would stop somebody: asked only of what is shown,
    ten of two hundred."""

    asset_id: int
    tell: Callable[[], Hit] | None = None

    def hit(self) -> Hit:
        return self.tell() if self.tell else Hit(self.asset_id, 0.0)


def rescore(
    question: Question,
    request: SearchRequest,
    reading: Reading,
    asset_ids: Sequence[int],
    vocabulary: Vocabulary,
    minute: int,
    like: Likeness | None = None,
) -> list[Rescored]:
    """The candidates in the order that the question asks for, each with its reasons."""
    known = table()
    candidates = known.features(asset_ids)
    ids = [candidate.asset_id for candidate in candidates]
    counts = known.counts(ids, ranking.columns(request.terms))
    scores = ranking.term_scores(request.terms, candidates, counts, known.statistics())
    beside = like.beside(ids) if like else None
    meaning = beside.parts if beside else ranking.NO_MEANING
    relevant = ranking.relevance(request.terms, request.wanted, candidates, scores, said_cues(question.text), meaning)
    sure = ranking.close_in_meaning(meaning, len(ids))
    close = ranking.closeness(request.terms, request.wanted, candidates, scores, sure)
    wish = circumstances(question, reading, minute)
    metres = nearest(candidates, question.near)
    practical = [points(each, far, wish) for each, far in zip(candidates, metres, strict=True)]
    scored = [
        Scored(asset_id, relevant[place].total, close[place], sum(practical[place].values()), metres[place])
        for place, asset_id in enumerate(ids)
    ]
    row = {asset_id: place for place, asset_id in enumerate(ids)}
    spoken: dict[tuple[str, ...], str] = {(own.stem,): own.word for own in reading.own}
    spoken |= _phrases(vocabulary, request)

    ordered = _ordered(question, request, scored)
    wished = strengths(reading, vocabulary) if question.wishes is not None else ()
    in_order = [row[each.asset_id] for each in ordered]
    meets = met(wished, [candidates[place] for place in in_order], request.terms, scores[:, in_order])

    def told(each: Scored, column: int) -> Hit:
        place = row[each.asset_id]
        meant = None if column == NONE else wished[column]
        reach = partial(practical_for, candidates[place], question.near, metres[place], wish)
        sounds = sounds_like(beside.closest_to[place], sure[place]) if beside else None
        why = _reasons(candidates[place], request, meant, scores[:, place], spoken, vocabulary, sounds, reach)
        parts = {**relevant[place].parts, **practical[place]}
        score = each.relevance + (each.practical if question.wishes else 0.0)
        return Hit(each.asset_id, score, each.metres, why, parts, stopping(place, column))

    def stopping(place: int, column: int) -> tuple[Stop, ...]:
        if question.wishes is None:
            return ()
        likes = as_good(meets, in_order.index(place), column) if column != NONE and wished[column].wants else []
        others = [(candidates[in_order[at]], metres[in_order[at]]) for at in likes]
        found = stops(candidates[place], metres[place], wish)
        return tuple(with_instead(stop, others, wish) for stop in found)

    choices = choose(ordering.likelihoods(ordered), meets, later=gifts_of(wished))
    return [Rescored(ordered[at.row].asset_id, partial(told, ordered[at.row], at.strength)) for at in choices]


def circumstances(question: Question, reading: Reading, minute: int) -> Circumstances:
    """The wishes of the question; a time named in the text counts where none was picked."""
    wishes = question.wishes or Wishes()
    return Circumstances(
        slots=wishes.slots or free_slots(reading),
        minutes=wishes.minutes,
        way=wishes.way,
        access=wishes.access,
        today=minute // 1440,
        leans=leanings(reading),
        break_for=carers_break(question.text) if question.wishes is not None and not question.person else "",
        stage=reading.stage,
        said="" if question.person else pronoun(question.text),
    )


def nearest(candidates: Sequence[CandidateFeatures], near: Point | None) -> list[float | None]:
    """Metres from the place to the closest point of each candidate; None for one without any."""
    points = [point for candidate in candidates for point in candidate.points]
    if near is None or not points:
        return [None] * len(candidates)
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    every = iter(metres_to_many((near.lat, near.lon), lats, lons).tolist())
    return [min(islice(every, len(each.points)), default=None) for each in candidates]


def only_about(candidate: CandidateFeatures, near: Point | None) -> bool:
    """Whether the closest point is known to a postcode sector only, so that no minutes may be told."""
    if near is None or not any(candidate.about):
        return False
    far = [metres_between((near.lat, near.lon), (point.lat, point.lon)) for point in candidate.points]
    return candidate.about[far.index(min(far))]


def _ordered(question: Question, request: SearchRequest, scored: list[Scored]) -> list[Scored]:
    if request.order is not Order.RELEVANCE:
        return scored
    if question.wishes is not None:
        return ordering.likely_to_go(scored)
    return ordering.nearest_of_the_close(scored) if question.near else ordering.by_words(scored)


def practical_for(
    candidate: CandidateFeatures, near: Point | None, metres: float | None, wish: Circumstances
) -> list[Reason]:
    """The practical reasons, in which what is only roughly known is told roughly."""
    return practical_reasons(candidate, metres, wish, about=only_about(candidate, near))


def _reasons(
    candidate: CandidateFeatures,
    request: SearchRequest,
    meant: Strength | None,
    scores: np.ndarray,
    spoken: Mapping[tuple[str, ...], str],
    vocabulary: Vocabulary,
    sounds: Reason | None,
    practical: Callable[[], list[Reason]],
) -> tuple[Reason, ...]:
    """`meant`: the strength that it was chosen for, which its reason tells of. `sounds`: told where no word and no tag
    ties the listing to what was said."""
    if meant and meant.gives:
        return tuple([*_gift(candidate, meant, vocabulary), *practical()][:MOST_REASONS])
    evidence = _evidence(candidate, request, meant, scores, spoken)
    liking = [interest_reason(evidence, candidate.kind, vocabulary)] if evidence else [sounds] if sounds else []
    told = [*liking, *practical()]
    return (*told[:MOST_REASONS], *(reason for reason in told[MOST_REASONS:] if reason.kind in ALWAYS_TOLD))


def _evidence(
    candidate: CandidateFeatures,
    request: SearchRequest,
    meant: Strength | None,
    scores: np.ndarray,
    spoken: Mapping[tuple[str, ...], str],
) -> Evidence | None:
    """What ties it to the strength that it was chosen for; where nothing does, to anything that was said."""
    if meant is not None:
        rows = [row for row, term in enumerate(request.terms) if meant.holds(term)]
        found = evidence_for(candidate, meant.wants, [request.terms[row] for row in rows], scores[rows], spoken)
        if found is not None:
            return found
    return evidence_for(candidate, request.wanted, request.terms, scores, spoken)


def _gift(candidate: CandidateFeatures, meant: Strength, vocabulary: Vocabulary) -> Iterator[Reason]:
    """What is asked for there, that somebody could give."""
    if meant.asked & frozenset(stems(candidate.help_wanted)):
        yield gift_reason(meant.words, candidate.help_wanted.rstrip(". "), "", vocabulary)
        return
    held = {*candidate.interests, *candidate.suggested}
    meets = next((want.code for want in meant.wants if want.code in held), None)
    if meets is not None:
        yield gift_reason(meant.words, "", meets, vocabulary)


def _phrases(vocabulary: Vocabulary, request: SearchRequest) -> dict[tuple[str, ...], str]:
    """Stems of the phrases looked for -> the phrase as the vocabulary has it."""
    found: dict[tuple[str, ...], str] = {}
    for code in {term.concept for term in request.terms if term.concept}:
        found.update(vocabulary.spoken(code))
    return found
