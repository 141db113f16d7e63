"""Hypothesis strategies for requests that find something: words, phrases, places and filters of the documents.

Invariant: no radius drawn lies within `TOLERANCE_M` of a document's distance, so that engines that keep points a little
coarser answer alike.
"""

from dataclasses import replace
from itertools import pairwise

from hypothesis import strategies as st

from search.stems import stems
from search.types import DAYS, PARTS, Order, Point, SearchRequest, WantedInterest, WeightedTerm
from tests.engines.brute import TOLERANCE_M, metres
from tests.engines.edges import EDGES
from tests.engines.listings import KINDS, NOW, TODAY, WEEK, listings

DOCUMENTS = (*EDGES, *listings())
PLACES = sorted({(point.lat, point.lon) for document in DOCUMENTS for point in document.points})
IDS = sorted(document.asset_id for document in DOCUMENTS)
CODES = sorted({code for document in DOCUMENTS for code in document.interests})
TEXTS = [
    found
    for document in DOCUMENTS
    for text in (document.name, document.summary, document.description, document.keywords)
    if (found := stems(text))
]
# The last words of one text and the first of the next: side by side in a listing, but in no text of it.
CROSSINGS = [
    (*stems(first)[-2:], *stems(second)[:1])
    for document in DOCUMENTS
    for first, second in pairwise((document.name, document.summary, document.description, document.keywords))
    if first and second
]
STEMS = sorted({stem for text in TEXTS for stem in text})
COMMON = ("the", "of", "and", "a", "to", "community", "child", "support", "church", "walk", "knit", "tea", "choir")
# Often the very minute of a start.
STARTS = sorted({start for document in DOCUMENTS for start in document.starts})
NOWS = st.sampled_from(STARTS) | st.sampled_from([start + 1 for start in STARTS]) | st.integers(NOW - WEEK, NOW + WEEK)


# Made once: hypothesis looks through the whole list each time that `sampled_from` is called.
CROSSING = st.sampled_from([crossing for crossing in CROSSINGS if len(crossing) == 3])
ANY_TEXT, ANY_STEM = st.sampled_from(TEXTS), st.sampled_from(STEMS)
ANY_STEMS = st.lists(ANY_STEM, min_size=2, max_size=3).map(tuple)
COMMON_WORDS = st.sampled_from(COMMON).map(lambda stem: (stem,))
SINGLE_WORDS = ANY_STEM.map(lambda stem: (stem,))


@st.composite
def phrases(draw: st.DrawFn) -> tuple[str, ...]:
    """Stems side by side in some text, or, now and then, stems that no text may hold like this."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return draw(ANY_STEMS)
    if kind == 1:
        return draw(CROSSING)[draw(st.integers(0, 1)) :]
    text = draw(ANY_TEXT)
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.integers(1, 4))]


WEIGHTS = st.sampled_from((1.0, 0.9, 0.5, 0.2))
TERMS = st.builds(
    WeightedTerm,
    stems=st.one_of(COMMON_WORDS, SINGLE_WORDS, phrases()),
    weight=WEIGHTS,
    clause=st.integers(0, 3),
)
WANTED = st.builds(WantedInterest, code=st.sampled_from([*CODES, "nobody-has-this"]), weight=WEIGHTS)
POINTS = st.builds(
    lambda place, north, east: Point(max(-90.0, min(90.0, place[0] + north)), max(-180.0, min(180.0, place[1] + east))),
    st.sampled_from(PLACES),
    st.sampled_from((0.0, 0.001, -0.02, 0.1, 1.0)),
    st.sampled_from((0.0, 0.003, -0.01, -0.3, 2.0)),
)
RADII = st.sampled_from(
    (1.0, 50.0, 500.0, 1_609.344, 5_000.0, 16_093.44, 50_000.0, 200_000.0, 2_000_000.0, 21_000_000.0)
)


def some(values: tuple[str, ...] | list[str], most: int = 3) -> st.SearchStrategy[frozenset[str]]:
    """No filter three times out of four, else a few values."""
    few = st.frozensets(st.sampled_from(values), min_size=1, max_size=most)
    return st.one_of(st.just(frozenset()), st.just(frozenset()), st.just(frozenset()), few)


SINCE = st.sampled_from((None, None, None, None, TODAY - 31, TODAY - 200, TODAY, 0, -2))
REQUESTS = st.builds(
    SearchRequest,
    terms=st.lists(TERMS, max_size=6).map(tuple),
    wanted=st.lists(WANTED, max_size=3).map(tuple),
    alike=st.just(()) | st.lists(st.sampled_from([*IDS, 987_654_321]), max_size=4, unique=True).map(tuple),
    near=st.none() | POINTS,
    radius_m=st.none() | RADII,
    kinds=some([*KINDS, "no-such-kind"]),
    interests=some([*CODES, "group", "branch-1", "root", "needlework"]),
    days=some(DAYS),
    parts=some(PARTS, most=2),
    costs=some(["free", "donation", "few", "more"], most=2),
    access=some(["step_free", "toilet", "hearing_loop", "no-such-thing"], most=2),
    audience=some(["carers", "women", "step_free"], most=2),
    areas=some(["ward-1", "ward-2", "women"], most=2),
    fresh_since=SINCE,
    for_workers=st.booleans(),
    everywhere=st.booleans(),
    order=st.sampled_from(Order),
)


AROUND = st.builds(
    SearchRequest,
    terms=st.lists(st.builds(WeightedTerm, stems=COMMON_WORDS, weight=WEIGHTS), min_size=1, max_size=3).map(tuple),
    near=POINTS,
    radius_m=RADII,
    for_workers=st.booleans(),
    everywhere=st.booleans(),
    order=st.sampled_from(Order),
)


def requests_around() -> st.SearchStrategy[SearchRequest]:
    """Common words around a place, without other filters: what many listings lie inside of and many outside."""
    return AROUND.map(clear_of_edges)


def requests() -> st.SearchStrategy[SearchRequest]:
    return REQUESTS.map(clear_of_edges)


def clear_of_edges(request: SearchRequest) -> SearchRequest:
    """The same request, its radius a little larger when some document lies just on it."""
    if request.near is None or request.radius_m is None:
        return request
    away = sorted(metres(document, request.near) for document in DOCUMENTS if document.points)
    radius = request.radius_m
    for distance in away:
        if abs(distance - radius) <= 2 * TOLERANCE_M:
            radius = distance + 3 * TOLERANCE_M
    return replace(request, radius_m=radius)
