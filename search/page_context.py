"""What the results page shows around its cards: heading, filters with counts, chips, paging. Pure, given its inputs.

Invariant: every link is the page's own address with one thing changed, so that each state can be kept and sent.
"""

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from cms.models import Kind
from cms.schedule.names import DAY_NAMES
from search.filters import ORDER_LABELS, PART_LABELS, SearchFilters
from search.questions import Question, SearchPage
from search.types import DAYS, PARTS

GROUPS = ("day", "time", "kind", "free")
# Value, label, how many (None where it is not said), whether it is picked.
Option = tuple[str, str, int | None, bool]


def results_context(data: QueryDict, filters: SearchFilters, question: Question, page: SearchPage) -> dict[str, Any]:
    """The context of `search/results.html`, the cards excepted."""
    last = question.offset + question.limit
    return {
        "query": data.get("q", ""),
        "near": data.get("near", ""),
        "place_problem": " ".join(filters.errors.get("near", [])),
        "heading": heading(question, page.total),
        "nothing_title": nothing(question),
        "count": page.total,
        "first_number": question.offset + 1,
        "chosen": _chosen(data, question),
        "groups": _groups(question, page),
        "chosen_count": len(question.days) + len(question.parts) + len(question.kinds) + question.free,
        "kept_in_url": [(name, data[name]) for name in ("order", "radius") if data.get(name)],
        "orders": _orders(data, question),
        "degraded": page.degraded,
        "previous_url": _url(data, offset=max(0, question.offset - question.limit)) if question.offset else "",
        "next_url": _url(data, offset=last) if page.more else "",
        "next_words": f"Show the next {min(page.more, question.limit)}",
        "tries": _tries(data, question) if not page.hits else [],
    }


def heading(question: Question, total: int) -> str:
    """ "11 things for embroidery near ZM1 2"."""
    things = "1 thing" if total == 1 else f"{total} things"
    what = f" for “{question.text[:60]}”" if question.text else " to do"
    return f"{things}{what}{f' near {question.near_label}' if question.near_label else ''}"


def nothing(question: Question) -> str:
    """ "Nothing for whippets near Bank Top. Yet."."""
    what = f" for “{question.text[:60]}”" if question.text else ""
    return f"Nothing{what}{f' near {question.near_label}' if question.near_label else ''}. Yet."


def _groups(question: Question, page: SearchPage) -> list[tuple[str, str, list[Option]]]:
    kinds = page.facets.get("kind", {})
    days: list[Option] = [(day, label, None, day in question.days) for day, label in zip(DAYS, DAY_NAMES, strict=True)]
    parts: list[Option] = [
        (part, label, None, part in question.parts) for part, label in zip(PARTS, PART_LABELS, strict=True)
    ]
    shown = [
        (value, label, kinds.get(value) if not question.kinds else None, value in question.kinds)
        for value, label in Kind.choices
        if kinds.get(value) or value in question.kinds
    ]
    free = page.facets.get("free", {})
    cost = [("true", "Free", free.get("yes") if not question.free else None, question.free)]
    return [("day", "Day", days), ("time", "Time of day", parts), ("free", "Cost", cost), ("kind", "Kind", shown)]


def _chosen(data: QueryDict, question: Question) -> list[tuple[str, str]]:
    labels = {
        "day": dict(zip(DAYS, DAY_NAMES, strict=True)),
        "time": dict(zip(PARTS, PART_LABELS, strict=True)),
        "kind": dict(Kind.choices),
        "free": {"true": "Free"},
    }
    return [
        (labels[name][value], _without(data, name, value))
        for name in GROUPS
        for value in data.getlist(name)
        if value in labels[name]
    ]


def _orders(data: QueryDict, question: Question) -> list[tuple[str, str, bool]]:
    if not question.text:
        return []
    chosen = question.order.value if question.order else "relevance"
    return [
        (label, _url(data, order=order.value, offset=0), order.value == chosen)
        for order, label in ORDER_LABELS.items()
        if order.value != "nearest" or question.near
    ]


def _tries(data: QueryDict, question: Question) -> list[tuple[str, str, str]]:
    tries = []
    if question.radius_m:
        tries.append(("Any distance", _without(data, "radius"), ""))
    for name, label in (("day", "Any day"), ("time", "Any time"), ("kind", "Every kind"), ("free", "Free or not")):
        if data.getlist(name):
            tries.append((label, _without(data, name), ""))
    if question.text:
        tries.append(("Everything near here" if question.near else "Everything", _without(data, "q"), ""))
    return tries


def _url(data: QueryDict, **changes: Any) -> str:
    changed = data.copy()
    for name, value in changes.items():
        changed.pop(name, None)
        if value:
            changed[name] = str(value)
    return f"{reverse('search')}?{changed.urlencode()}"


def _without(data: QueryDict, name: str, value: str | None = None) -> str:
    changed = data.copy()
    left = [each for each in changed.getlist(name) if value is not None and each != value]
    changed.pop(name, None)
    changed.setlist(name, left)
    changed.pop("offset", None)
    return f"{reverse('search')}?{changed.urlencode()}"
