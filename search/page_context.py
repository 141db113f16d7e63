"""What the results page shows around its cards: heading, what was understood, filters with counts, chips, paging.

Invariant: every link is the page's own address with one thing changed, so that each state can be kept and sent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from cms.calendars.links import CalendarLinks, links
from cms.calendars.subjects import BETWEEN, MOST_INTERESTS
from cms.schedule.names import DAY_NAMES
from cms.visibility import Viewer
from search.addresses import Address
from search.answering import PLACE, SPELLING, TIME, Answer
from search.day_by_day import day_by_day
from search.filters import ORDER_LABELS, SearchFilters
from search.finder import total
from search.interests import vocabulary
from search.panel import MILES, Group, groups
from search.questions import Question
from search.rescue import FEW, Try, tries

_DAYS = frozenset(name[:3] for name in DAY_NAMES)
# How a search is shown, and not what it asks for.
_SHOWING = frozenset({"order", "offset", "limit"})
# Sentence, the words of its link, where that leads.
Told = tuple[str, str, str]


def results_context(
    address: Address, filters: SearchFilters, answer: Answer, *, viewer: Viewer, now: datetime
) -> dict[str, Any]:
    """The context of `search/results.html`, the cards excepted."""
    question, page = answer.question, answer.page
    radius = "".join(address.values("radius"))
    panel = groups(question, page, vocabulary(), radius)
    chosen = _chosen(address, panel, radius, question.near is not None)
    words = heading(answer)
    offered = tries(address, answer, viewer=viewer, now=now) if page.total < FEW else []
    return {
        "query": "".join(address.values("q")),
        "near": _near(address, question),
        "place_problem": " ".join(filters.errors.get("near", [])),
        "heading": words,
        "sent": f"{words}: {settings.CONNECTOR_BASE_URL}{address.url}",
        "nothing_title": nothing(answer),
        "count": page.total,
        "first_number": question.offset + 1,
        "heard": _heard(address, answer),
        "spelling": _spelling(address, answer, viewer, now),
        "near_me": answer.heard.near_me,
        "chosen": chosen,
        "groups": panel,
        "hint": _hint(address, answer, viewer, now),
        "chosen_count": len(chosen),
        "kept_in_url": _kept(address, question),
        "orders": _orders(address, question),
        "canonical": address.url,
        "calendar": _calendar(address),
        "ward": _only_ward(address),
        "days_url": day_by_day(address),
        "followed": _followed(address),
        "degraded": page.degraded,
        **_paging(address, question, page.more),
        "tries": [(each.label, each.url, _how_many(each)) for each in offered],
    }


def _followed(address: Address) -> str:
    """The interests and the one ward that it was narrowed to, for a reader of news to follow; nothing for words, which
    would go round the world with every look."""
    wards = address.values("area")
    pairs = [("interest", code) for code in address.values("interest")] + [("ward", code) for code in wards]
    return "" if address.values("q") or len(wards) > 1 else urlencode(pairs)


def _paging(address: Address, question: Question, more: int) -> dict[str, str]:
    before, after = max(0, question.offset - question.limit), question.offset + question.limit
    return {
        "previous_url": address.with_only(offset=before).url if question.offset else "",
        "next_url": address.with_only(offset=after).url if more else "",
        "next_words": f"Show the next {min(more, question.limit)}",
    }


def heading(answer: Answer) -> str:
    """ "11 things for “embroidery” near ZM1 2"."""
    count = answer.page.total
    helping = answer.question.kinds == {"volunteer_role"}
    thing, to_do = ("way", " to lend a hand") if helping else ("thing", " to do")
    things = f"1 {thing}" if count == 1 else f"{count} {thing}s"
    return f"{things}{_what(answer) or to_do}{_where(answer.question)}"


def nothing(answer: Answer) -> str:
    """ "Nothing for “whippets” near Bank Top. Yet."."""
    return f"Nothing{_what(answer)}{_where(answer.question)}. Yet."


def _what(answer: Answer) -> str:
    return f" for “{as_read(answer)[:60]}”" if answer.question.text else ""


def _where(question: Question) -> str:
    return f" near {question.near_label}" if question.near_label else ""


def as_read(answer: Answer) -> str:
    """The words that were looked for, put right where they were misspelt."""
    mended = dict(answer.page.reading.corrected)
    return " ".join(mended.get(word.casefold(), word) for word in answer.question.text.split())


def _near(address: Address, question: Question) -> str:
    """The place as typed; a pair of coordinates as the place that it became."""
    typed = "".join(address.values("near"))
    return question.near_label if question.near and typed[:1] in {*"-0123456789"} else typed


def _heard(address: Address, answer: Answer) -> list[Told]:
    told: list[Told] = []
    heard = answer.heard
    if heard.where is not None and heard.where.found is not None:
        undo = address.adding("undo", PLACE).url
        words = f"We took “{heard.where.words}” as a place: {heard.where.found.label}."
        told.append((words, "Look for those words instead", undo))
    if heard.when and heard.when_unmet:
        told.append((f"Nothing that we know of is on then: {_times(heard.when)}. Here is all of it.", "", ""))
    elif heard.when:
        undo = address.adding("undo", TIME).url
        told.append((f"Only what is on then: {_times(heard.when)}.", "Any day or time", undo))
    return told


def _times(labels: Sequence[str]) -> str:
    """Labels of times inside a sentence: days keep their capital."""
    return ", ".join(label if label[:3].title() in _DAYS else label[:1].lower() + label[1:] for label in labels)


def _spelling(address: Address, answer: Answer, viewer: Viewer, now: datetime) -> dict[str, Any] | None:
    """What was looked for, what was typed, and how many there are for that."""
    if not answer.page.reading.corrected:
        return None
    typed = replace(answer.question, as_typed=True)
    return {
        "read": as_read(answer),
        "typed": answer.question.text,
        "url": address.adding("undo", SPELLING).url,
        "count": total(typed, viewer=viewer, now=now),
    }


def _hint(address: Address, answer: Answer, viewer: Viewer, now: datetime) -> dict[str, str] | None:
    """That not known is not yes, with a way to those."""
    question = answer.question
    if not question.access:
        return {"words": "Not known is never counted as yes.", "link": "", "url": ""}
    every = total(replace(question, access=frozenset()), viewer=viewer, now=now, alike=answer.page.alike)
    return {
        "words": "Not known is never counted as yes.",
        "link": f"See all {every}, known or not",
        "url": address.without("access").url,
    }


def _chosen(address: Address, panel: Sequence[Group], radius: str, near: bool) -> list[tuple[str, str]]:
    """Label and the address without it, for each choice."""
    chips = [(f"Within {radius}", address.without("radius").url)] if radius and near else []
    for group in panel:
        if not group.one:
            chips += [
                (option.label, address.without(group.name, option.value).url)
                for option in group.options
                if option.value in address.values(group.name)
            ]
    return chips


def _kept(address: Address, question: Question) -> list[tuple[str, str]]:
    """What the form carries besides what it shows."""
    odd = [value for value in address.values("radius") if value not in MILES or question.near is None]
    return [
        *(("radius", value) for value in odd),
        *((name, value) for name in ("order", "undo") for value in address.values(name)),
    ]


def _orders(address: Address, question: Question) -> list[tuple[str, str, bool]]:
    if not question.text:
        return []
    chosen = question.order.value if question.order else "relevance"
    return [
        (label, address.with_only(order=order.value).url, order.value == chosen)
        for order, label in ORDER_LABELS.items()
        if order.value != "nearest" or question.near
    ]


def _calendar(address: Address) -> CalendarLinks | None:
    """Of a search for nothing but one ward, or some interests: what a calendar holds too."""
    asked = _asked(address)
    if ward := _only_ward(address):
        return links(reverse("ward_calendar", args=[ward]))
    if list(asked) == ["interest"] and len(asked["interest"]) <= MOST_INTERESTS:
        return links(reverse("interest_calendar", args=[BETWEEN.join(asked["interest"])]))
    return None


def _only_ward(address: Address) -> str:
    """The ward's code where nothing else is asked for."""
    asked = _asked(address)
    return asked["area"][0] if list(asked) == ["area"] and len(asked["area"]) == 1 else ""


def _asked(address: Address) -> dict[str, tuple[str, ...]]:
    return {name: values for name, values in address.fields.items() if name not in _SHOWING}


def _how_many(each: Try) -> str:
    return "1 thing" if each.count == 1 else f"{each.count} things"
