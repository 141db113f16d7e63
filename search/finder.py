"""The one public door of search: a question in, a page of answers with reasons out.

Invariant: the index suggests, the database decides: every hit has passed `visible_to(viewer)` in this very call, and a
hit that was taken away is replaced by the next. On a visit nothing is suggested for nothing: without a liking there are
no answers. Words that people type are neither kept nor logged.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from cms.models import Asset
from cms.visibility import Viewer
from search import observing
from search.engines import engine_for_searches
from search.engines.base import Engine, EngineUnavailable
from search.facets import GROUPS, fresh_since
from search.gathering import admitted, gather, looked_through
from search.heard import with_heard
from search.helping import where_done
from search.interests import vocabulary
from search.meaning.asking import Likeness, likeness
from search.questions import Hit, Question, SearchPage
from search.rescoring import Rescored, rescore
from search.stops import named
from search.strengths import strengths
from search.types import Candidates, Order, SearchRequest
from search.understanding.expansion import strongest, terms, wanted
from search.understanding.meant import meant
from search.understanding.put_aside import without
from search.understanding.read import read
from search.understanding.reading import Reading, Said
from search.understanding.understand import understand
from search.understanding.whose import of_person
from search.vocabulary import Vocabulary

# How many candidates are re-scored; after them the engine's own order goes on. Of somebody else in a note three are
# shown.
RESCORED, OF_OTHERS = 200, 60


def find(
    question: Question,
    *,
    viewer: Viewer,
    now: datetime,
    words: Vocabulary | None = None,
    note: Reading | None = None,
) -> SearchPage:
    """One page of answers, read with the vocabulary as it is, or with `words`. `note`: the text as `read_note` read it,
    where several are asked about. Raises `search.engines.base.EngineUnavailable` when no engine can answer."""
    began = time.perf_counter()
    engine = engine_for_searches()
    try:
        page, first = _answer(question, engine, words or vocabulary(), viewer, now, note)
    except EngineUnavailable:
        observing.unanswered(question, engine, seconds=time.perf_counter() - began)
        raise
    seconds = time.perf_counter() - began
    if first is not None:
        observing.answered(question, engine, first, total=page.total, seconds=seconds)
    return replace(page, took_ms=seconds * 1000)


def read_note(question: Question) -> Reading | None:
    """What the note of a visit says of everybody in it; None for what is no note."""
    if not question.text or question.wishes is None:
        return None
    return understand(question.text, vocabulary(), engine_for_searches())


def _answer(
    question: Question, engine: Engine, words: Vocabulary, viewer: Viewer, now: datetime, note: Reading | None
) -> tuple[SearchPage, Candidates | None]:
    """The page, and what the engine answered first; None where it had not to be asked."""
    engine.refresh()
    reading = understood(question, words, engine, note)
    question = with_heard(question, reading)
    minute = int(now.timestamp() // 60)
    like = _like(question, reading, words)
    alike = like.alike() if like else ()
    request = asked(question, reading, words, viewer, minute, alike)
    if question.wishes is not None and not request.has_words and not reading.gifts:
        return SearchPage(reading=reading), None
    if question.wishes is None:
        first = engine.search(request, now=minute, wanted=RESCORED, counting=tuple(GROUPS))
        ids: Sequence[int] = first.ids[:RESCORED]
    else:
        # Nobody narrows by counts on a visit; a page and the interface show all of them.
        closely = OF_OTHERS if question.person else RESCORED
        most = looked_through(reading.stage, closely)
        first = engine.search(request, now=minute, wanted=most) if request.has_words else Candidates((), 0)
        ids = gather(engine, request, first, strengths(reading, words), reading.stage, now=minute, most=closely)
    ranked = rescore(question, request, reading, ids, words, minute, like)
    admit = partial(admitted, stage=reading.stage) if question.wishes is not None else list
    page = _page(question, ranked, _onwards(engine, request, minute, first, ranked, admit), first, viewer)
    return replace(page, reading=reading, alike=alike), first


def total(question: Question, *, viewer: Viewer, now: datetime, alike: tuple[int, ...] | None = None) -> int:
    """How many answers there are, as `find` says it for the first pages, without ordering them. `alike`: that of a page
    about the same words, so that they need not be compared with every listing once more; None where there is none."""
    engine, words = engine_for_searches(), vocabulary()
    minute = int(now.timestamp() // 60)
    reading = understood(question, words, engine)
    if alike is None:
        like = _like(question, reading, words)
        alike = like.alike() if like else ()
    request = asked(question, reading, words, viewer, minute, alike)
    first = engine.search(request, now=minute, wanted=RESCORED)
    looked_at = first.ids[:RESCORED]
    return first.total - (len(looked_at) - len(_visible(set(looked_at), viewer)))


def understood(question: Question, words: Vocabulary, engine: Engine, note: Reading | None = None) -> Reading:
    """The reading of the question's text, without what was taken off, with what was added by hand."""
    reading = without(_read(question, words, engine, note), question.taken_off)
    kept = _once(said for said in reading.interests if said.key not in question.taken_off)
    known = {said.code for said in kept}
    added = [code for code in question.added if code in words.concepts and code not in known]
    picked = [
        Said(code, words.concepts[code].label, "", 0, 0, "picked", -1 - place) for place, code in enumerate(added)
    ]
    when = tuple(each for each in reading.when if each.code not in question.taken_off)
    taken = [said for said in reading.interests if not said.code and said.key in question.taken_off]
    own = tuple(word for word in reading.own if not any(said.start <= word.start < said.end for said in taken))
    return replace(reading, interests=(*kept, *picked), own=own, when=when)


def _read(question: Question, words: Vocabulary, engine: Engine, note: Reading | None) -> Reading:
    """On a visit the text is a note; in the search box it is what somebody looks for."""
    if not question.text:
        return Reading()
    if question.wishes is not None:
        found = note or understand(question.text, words, engine)
        return of_person(found, question.person) if question.person else found
    return read(question.text, words, engine, mend=not question.as_typed)


def _once(found: Iterable[Said]) -> list[Said]:
    """Each concept once, by the words that show it most surely."""
    best: dict[str, Said] = {}
    for said in found:
        if said.key not in best or said.sure > best[said.key].sure:
            best[said.key] = said
    return list(best.values())


def asked(
    question: Question,
    reading: Reading,
    words: Vocabulary,
    viewer: Viewer,
    minute: int,
    alike: tuple[int, ...] = (),
) -> SearchRequest:
    """What the engine is asked for. What is only alike has no place in an order by distance or time."""
    order = _order(question, reading)
    done, doing = where_done(reading, words)
    return SearchRequest(
        terms=(*terms(reading, words), *done),
        wanted=strongest([*wanted(reading, words), *doing]),
        alike=alike if order is Order.RELEVANCE else (),
        near=question.near,
        radius_m=question.radius_m,
        kinds=question.kinds,
        interests=question.interests,
        days=question.days,
        parts=question.parts,
        costs=question.costs,
        access=question.access,
        audience=question.audience,
        areas=question.areas,
        fresh_since=min((fresh_since(name, minute) for name in question.fresh), default=None),
        for_workers=viewer.works,
        order=order,
    )


def _like(question: Question, reading: Reading, words: Vocabulary) -> Likeness | None:
    """What lies close in meaning; None where nothing was said or there is no model."""
    phrases = meant(question.text, reading, visit=question.wishes is not None, taken_off=bool(question.taken_off))
    return likeness(phrases.said, phrases.named, words.usual) if phrases else None


def _order(question: Question, reading: Reading) -> Order:
    if question.order is not None and not (question.order is Order.NEAREST and question.near is None):
        return question.order
    if reading.empty and question.wishes is None:
        return Order.NEAREST if question.near else Order.SOONEST
    return Order.RELEVANCE


def _onwards(
    engine: Engine,
    request: SearchRequest,
    minute: int,
    first: Candidates,
    ranked: list[Rescored],
    admit: Callable[[Sequence[int]], list[int]],
) -> Iterator[list[Rescored]]:
    """The ranked ones, then the engine's further candidates in its order, without those already given. `admit`: those
    of some ids that may be given at all."""
    yield ranked
    given = {each.asset_id for each in ranked}
    yield [Rescored(asset_id) for asset_id in admit(first.ids) if asset_id not in given]
    given.update(first.ids)
    offset = len(first.ids)
    while offset < first.total:
        further = engine.search(request, now=minute, wanted=RESCORED, offset=offset).ids
        if not further:
            return
        yield [Rescored(asset_id) for asset_id in admit(further) if asset_id not in given]
        given.update(further)
        offset += len(further)


def _page(
    question: Question, ranked: list[Rescored], batches: Iterator[list[Rescored]], first: Candidates, viewer: Viewer
) -> SearchPage:
    shown: list[Rescored] = []
    gone, end = 0, question.offset + question.limit
    for batch in batches:
        visible = _visible({each.asset_id for each in batch}, viewer)
        kept = [each for each in batch if each.asset_id in visible]
        gone += len(batch) - len(kept)
        shown.extend(kept)
        if len(shown) >= end:
            break
    hits = _named([each.hit() for each in shown[question.offset : end]], viewer)
    return SearchPage(
        hits,
        max(first.total - gone, len(shown)),
        question.offset,
        question.limit,
        first.facets,
        degraded=first.degraded,
    )


def _named(hits: Sequence[Hit], viewer: Viewer) -> tuple[Hit, ...]:
    """The hits with the names of what could be gone to instead, where this viewer may see it."""
    wanted = {stop.instead.asset_id for hit in hits for stop in hit.stops if stop.instead}
    if not wanted:
        return tuple(hits)
    names = dict(Asset.objects.visible_to(viewer).filter(pk__in=wanted).values_list("pk", "name"))
    return tuple(replace(hit, stops=tuple(named(stop, names) for stop in hit.stops)) for hit in hits)


def _visible(asset_ids: set[int], viewer: Viewer) -> set[int]:
    return set(Asset.objects.visible_to(viewer).filter(pk__in=asset_ids).values_list("pk", flat=True))


__all__ = ["EngineUnavailable", "Hit", "Question", "SearchPage", "find"]
