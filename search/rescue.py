"""Instead of an empty page: what could be tried, each with the count that there is when it is followed.

Invariant: every offer is an address that finds more than now, counted through the finder as the page itself is; the
least change comes first, and no more is given up in one offer than it says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from cms.visibility import Viewer
from search.addresses import Address
from search.answering import TIME, Answer, hear, without_time
from search.distances import metres
from search.filters import SearchFilters
from search.finder import total
from search.interests import vocabulary
from search.panel import MILES
from search.questions import Question
from search.reasons import in_sentence
from search.vocabulary import Vocabulary

# Fewer answers than this, and something else is offered beside them.
FEW = 3
MOST = 6
# Field -> what it is to give it up.
GIVEN_UP = {
    "day": "Any day",
    "time": "Any time of day",
    "cost": "Whatever it costs",
    "access": "Also where getting in is not known",
    "who": "Whoever it is for",
    "area": "Any area",
    "kind": "Every kind",
    "fresh": "However long ago they told us",
    "interest": "Whatever it is about",
}


@dataclass(frozen=True, slots=True)
class Try:
    """One offer: what it is, its address, and how many there are."""

    label: str
    url: str
    count: int


def tries(address: Address, answer: Answer, *, viewer: Viewer, now: datetime) -> list[Try]:
    """What could be tried, least change first; nothing that finds no more than now."""
    offered: list[Try] = []
    counted = {address.url}
    wider = 0
    for label, changed in _changes(address, answer, vocabulary()):
        # Of several distances the first that gains is enough, and any distance.
        if label.startswith("Within ") and wider:
            continue
        if changed.url in counted:
            continue
        counted.add(changed.url)
        count = count_at(changed, viewer=viewer, now=now, beside=answer)
        if count > answer.page.total:
            offered.append(Try(label, changed.url, count))
            wider += label.startswith("Within ")
        if len(offered) == MOST:
            break
    return offered


def count_at(address: Address, *, viewer: Viewer, now: datetime, beside: Answer | None = None) -> int:
    """How many answers an address has. `beside`: an answer that may be about the same words."""
    question, heard = hear(SearchFilters.of(QueryDict(address.url.partition("?")[2])))
    alike = beside.page.alike if beside and _same_words(question, beside.question) else None
    count = total(question, viewer=viewer, now=now, alike=alike)
    return count if count or not heard.when else total(without_time(question), viewer=viewer, now=now, alike=alike)


def _same_words(one: Question, other: Question) -> bool:
    """Whether both are read alike."""
    return (one.text, one.as_typed, one.taken_off, one.added) == (
        other.text, other.as_typed, other.taken_off, other.added,
    )  # fmt: skip


def _changes(address: Address, answer: Answer, words: Vocabulary) -> Iterator[tuple[str, Address]]:
    """Label and address of everything that could be given up, least first."""
    question = answer.question
    if question.radius_m is not None:
        for miles in MILES:
            if metres(miles) > question.radius_m:
                yield f"Within {miles}", address.with_only(radius=miles)
        yield "Any distance", address.without("radius")
    if answer.heard.when and not answer.heard.when_unmet:
        yield "Any day or time", address.adding("undo", TIME)
    for name, label in GIVEN_UP.items():
        values = address.values(name)
        if len(values) > 1 and name == "access":
            for value in values:
                yield f"Without one of them: {_said(value)}", address.without(name, value)
        if values:
            yield label, address.without(name)
    yield from _broader(address, answer, words)
    narrowed = [name for name in (*GIVEN_UP, "radius") if name != "interest" and address.values(name)]
    bare = address
    for name in narrowed:
        bare = bare.without(name)
    if question.text and len(narrowed) > 1:
        yield f"Just “{question.text[:40]}”, nothing else chosen", bare
    if question.text and question.near is not None:
        yield f"“{question.text[:40]}” anywhere", address.with_only(q=question.text, near=None, radius=None)
    if narrowed:
        for label, changed in _broader(bare, answer, words):
            yield f"{label}, nothing else chosen", changed
    if question.text:
        where = f"Anything near {question.near_label}" if question.near else "Anything"
        yield f"{where}, chosen as now" if narrowed else where, _placed(address.without("q"), answer)


def _broader(address: Address, answer: Answer, words: Vocabulary) -> Iterator[tuple[str, Address]]:
    """What was wanted as one of its kind: needlework for embroidery."""
    said = [each.code for each in answer.page.reading.interests] or sorted(answer.question.interests)
    for code in said:
        concept = words.concepts.get(code)
        for edge in concept.edges if concept else ():
            above = words.concepts.get(edge.code)
            if edge.kind == "broader" and above is not None:
                changed = _placed(address.without("q").without("interest"), answer).with_only(interest=above.code)
                yield f"Anything to do with {in_sentence(above.label)}", changed


def _placed(address: Address, answer: Answer) -> Address:
    """The address without its words, the place that they named kept."""
    where = answer.heard.where
    named = where is not None and where.found is not None and not address.values("near")
    return address.with_only(near=answer.question.near_label) if named else address


def _said(value: str) -> str:
    return value.replace("_", " ")
