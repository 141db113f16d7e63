"""Which candidates are looked at closely: the engine's first ones, with some for each thing that somebody loves.

Invariant: reads only. One interest with thousands of listings never leaves another without candidates. Whoever asks
for one thing costs one question to the engine; each gift costs two more. What is for another stage of life is left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from search.ages import YOUNG, fit
from search.engines.base import Engine
from search.features import table
from search.helping import VOLUNTEER, terms_of
from search.strengths import MEETS, Strength
from search.types import Candidates, SearchRequest

# With this many tagged candidates among the first ones a strength needs none of its own.
ENOUGH = 8
# As many are asked for of a strength that has too few, for this many strengths at most.
EACH, MOST_ASKED, MOST_OFFERED = 20, 8, 3
# For a child, as many times as many are looked through.
AMONG = 3


def gather(
    engine: Engine,
    request: SearchRequest,
    first: Candidates,
    wished: Sequence[Strength],
    stage: str,
    *,
    now: int,
    most: int,
) -> tuple[int, ...]:
    """Ids to look at: the engine's first `most` for this stage of life, and those of each strength that has too few
    among them."""
    ids = admitted(first.ids, stage)[:most]
    lacking = _lacking(ids, wished) if first.total > len(first.ids[:most]) and len(wished) > 1 else []
    offered = [strength for strength in wished if strength.gives]
    questions = [only(request, strength) for strength in lacking[:MOST_ASKED]]
    questions += [question for strength in offered[:MOST_OFFERED] for question in helping(request, strength)]
    for asked in filter(lambda each: each.has_words, questions):
        ids.extend(admitted(engine.search(asked, now=now, wanted=EACH).ids, stage)[:EACH])
    return tuple(dict.fromkeys(ids))


def helping(request: SearchRequest, gift: Strength) -> tuple[SearchRequest, ...]:
    """Who asks for a gift: volunteer roles about it, and whatever holds its words in the help that it would like."""
    kinds = request.kinds & {VOLUNTEER} if request.kinds else frozenset({VOLUNTEER})
    roles = replace(request, terms=(), wanted=gift.wants, alike=(), kinds=kinds)
    return (*((roles,) if kinds else ()), replace(request, terms=terms_of(gift.asked), wanted=(), alike=()))


def admitted(ids: Sequence[int], stage: str) -> list[int]:
    """Those that are not known to be for another stage of life (`search.ages`), in their order."""
    barred = {candidate.asset_id for candidate in table().features(ids) if fit(stage, candidate) == "no"}
    return [asset_id for asset_id in ids if asset_id not in barred]


def looked_through(stage: str, most: int) -> int:
    """How many to ask the engine for so that `most` are left: most listings are for grown-ups."""
    return most * AMONG if stage in YOUNG else most


def only(request: SearchRequest, strength: Strength) -> SearchRequest:
    """The request for this strength alone: by words and tags, since what is alike is there already."""
    terms = tuple(term for term in request.terms if strength.holds(term))
    return replace(request, terms=terms, wanted=strength.wants, alike=())


def _lacking(ids: Sequence[int], wished: Sequence[Strength]) -> list[Strength]:
    tagged = [frozenset(candidate.interests) for candidate in table().features(ids)]
    return [strength for strength in wished if sum(not tags.isdisjoint(_good(strength)) for tags in tagged) < ENOUGH]


def _good(strength: Strength) -> frozenset[str]:
    return frozenset(code for code, weight in strength.weights.items() if weight >= MEETS)
