"""The filter panel: a question for each group, with the answers that there are and how many have each.

Invariant: a count is what there is when that answer is followed (`search.facets`); what is chosen is always shown, also
at nought; nothing else is shown at nought.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cms.access import ABOUT_PEOPLE
from cms.models import AccessFact, Area, Kind
from cms.schedule.names import DAY_NAMES
from search.facets import COSTS, FRESH
from search.filters import COST_LABELS, FRESH_LABELS, PART_LABELS
from search.questions import Question, SearchPage
from search.types import DAYS, PARTS
from search.vocabulary import Vocabulary

MOST = 8
MILES = ("1 mile", "3 miles", "5 miles", "10 miles")
# Said of nearly everything, so that it narrows nothing.
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "adults", "all"})


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: how it stands in the address, its words, how many have it (None where it is not said)."""

    value: str
    label: str
    count: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One question. `one`: only one answer can be chosen."""

    name: str
    label: str
    options: tuple[Option, ...]
    one: bool = False


def groups(question: Question, page: SearchPage, words: Vocabulary, radius: str) -> list[Group]:
    """Every question that has an answer. `radius`: as it stands in the address."""
    counts = dict(page.facets)
    found = [
        *([_how_far(radius)] if question.near else []),
        _fixed("day", "Day", zip(DAYS, DAY_NAMES, strict=True), counts, question.days),
        _fixed("time", "Time of day", zip(PARTS, PART_LABELS, strict=True), counts, question.parts),
        _fixed("cost", "Cost", zip(COSTS, COST_LABELS, strict=True), counts, question.costs),
        _fixed("access", "Getting in", _subjects(people=False), counts, question.access),
        _fixed("access", "Staying, and company", _subjects(people=True), counts, question.access),
        _most("who", "Who it is for", _audience(counts), question.audience, {}),
        _most("interest", "What it is about", _interests(counts, page, question), question.interests, _labels(words)),
        _fixed("kind", "Kind", Kind.choices, counts, question.kinds),
        _most("area", "Area", counts.get("area", {}), question.areas, _areas(counts, question)),
        _fixed("fresh", "Told us that it is right", zip(FRESH, FRESH_LABELS, strict=True), counts, question.fresh),
    ]
    return [group for group in found if group.options]


def _how_far(radius: str) -> Group:
    options = [Option(value, value, None, value == radius) for value in MILES]
    return Group("radius", "How far", (*options, Option("", "Any distance", None, not radius)), one=True)


def _fixed(
    name: str,
    label: str,
    choices: Iterable[tuple[str, str]],
    counts: Mapping[str, Mapping[str, int]],
    chosen: frozenset[str],
) -> Group:
    """A group with answers that are known beforehand, in their own order."""
    held = counts.get(name, {})
    options = [
        Option(value, words, held.get(value, 0), value in chosen)
        for value, words in choices
        if held.get(value) or value in chosen
    ]
    return Group(name, label, tuple(options))


def _subjects(*, people: bool) -> list[tuple[str, str]]:
    """What may be known of getting in, or of what people there do."""
    choices = AccessFact.Subject.choices
    return [(value, str(words)) for value, words in choices if (value in ABOUT_PEOPLE) == people]


def _most(name: str, label: str, held: Mapping[str, int], chosen: frozenset[str], labels: Mapping[str, str]) -> Group:
    """A group with very many answers: what is chosen, then what most have."""
    picked = sorted(chosen, key=lambda value: labels.get(value, value))
    others = sorted((value for value in held if value not in chosen), key=lambda value: (-held[value], value))
    options = [
        Option(value, labels.get(value) or _plain(value), held.get(value, 0), value in chosen)
        for value in [*picked, *others][: max(MOST, len(picked))]
    ]
    return Group(name, label, tuple(options))


def _audience(counts: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    return {value: count for value, count in counts.get("audience", {}).items() if value not in _ANYBODY}


def _interests(counts: Mapping[str, Mapping[str, int]], page: SearchPage, question: Question) -> dict[str, int]:
    """Without those that everything found is about: they would narrow nothing."""
    held = counts.get("interest", {})
    return {code: n for code, n in held.items() if n != page.total or question.interests}


def _labels(words: Vocabulary) -> dict[str, str]:
    return {code: concept.label for code, concept in words.concepts.items()}


def _areas(counts: Mapping[str, Mapping[str, int]], question: Question) -> dict[str, str]:
    codes = {*counts.get("area", {}), *question.areas}
    return dict(Area.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}


def _plain(value: str) -> str:
    """A word of the data as it is read: "young_people" is "Young people"."""
    words = value.replace("_", " ")
    return words[:1].upper() + words[1:]
