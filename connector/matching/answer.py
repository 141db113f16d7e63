"""The answer to a match: from what was asked to what the page shows.

Invariant: reads only; the note goes to the finder and nowhere else.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, cast

from django.http import QueryDict

from cms.geo.effort import reckoning
from cms.geo.geocode import get_geocoder
from cms.models import AssetInterest
from cms.presenting import with_pictures
from cms.visibility import Viewer
from connector.gaps.deciding import Unmet, unmet
from connector.gaps.deciding import wishes as wishes_of
from connector.matching.asked import ALL, FIRST, Asked
from connector.matching.beside import comparison
from connector.matching.by_name import by_name, shortened
from connector.matching.chip_groups import groups, not_understood
from connector.matching.forms import MatchForm
from connector.matching.heard_line import heard_line, minds_steps
from connector.matching.note_place import place_in
from search.cards import cards_of, reasons_of
from search.finder import find
from search.heard import with_heard
from search.interests import vocabulary
from search.questions import Question, SearchPage, Wishes
from search.stems import stems
from search.types import Point

# So many answers are looked through for a good match of each liking.
LOOKED_AT: Final = 30


def answer(asked: Asked, form: MatchForm, viewer: Viewer, kept: Sequence[str], now: datetime) -> dict[str, Any]:
    """The context of `match.html` and `_answers.html`, and `reasons` of what was found by uuid."""
    words = vocabulary()
    asked, note = _with_added(asked, form)
    found = (form.cleaned_data.get("near") if form.is_bound else None) or place_in(note)
    context: dict[str, Any] = {
        "form": form,
        "ons": asked.ons,
        "offs": asked.offs,
        "kept_count": len(kept),
        "problems": [(error, f"id_{name}") for name, errors in form.errors.items() for error in errors],
        "place_label": get_geocoder().coarse(found).label if found else "",
        "far_words": form.far_words(),
        "when_words": form.when_words(),
        "access_words": form.access_words(),
        "asked": bool(note or asked.ons),
    }
    if asked.beside:
        context["beside"] = comparison(
            asked.ticked,
            viewer=viewer,
            now=now,
            kept=kept,
            near=(found.lat, found.lon) if found else None,
            way=form.way(),
            wished=form.wishes().access,
        )
    context |= {"compared": asked.ticked, "too_few": asked.beside and not context["beside"]}
    if not context["asked"]:
        return context
    question = Question(
        text=note,
        taken_off=frozenset(asked.offs),
        added=asked.ons,
        near=Point(found.lat, found.lon) if found else None,
        wishes=form.wishes() if form.is_bound else Wishes(),
        limit=LOOKED_AT if asked.shown else asked.limit,
    )
    page = find(question, viewer=viewer, now=now)
    question = with_heard(question, page.reading)
    gaps = _gaps(page, question) if asked.shown and found else []
    page = replace(page, hits=page.hits[: asked.limit])
    cards = [] if context.get("beside") else cards_of(page, question, viewer=viewer, now=now, kept=kept)
    few = len(cards) <= FIRST
    heard = groups(page.reading, asked.offs, words)
    context |= {
        "groups": heard,
        "heard_line": heard_line(heard),
        "ask_steps": minds_steps(note) and not (question.wishes and question.wishes.access),
        "not_understood": not_understood(page.reading),
        "answers": with_pictures(cards) if few else cards,
        "by_name": by_name(cards) if few else (),
        "several": not few or context["too_few"],
        "noticed": shortened(note),
        "reasons": reasons_of(page) if kept else {},
        "more_count": page.more if asked.limit < ALL else 0,
        "degraded": page.degraded,
        "reckoning": reckoning(question.wishes.way) if found and question.wishes else (),
        "limit": asked.limit,
        "gaps": gaps,
        "gap_labels": [words.concepts[gap.interest].label for gap in gaps],
        "gap_subject": _subject(question),
        "found": found,
        "new_words": page.reading.not_understood if asked.shown else (),
    }
    if question.wishes:
        context["far_words"] = form.heard_words(question.wishes.way)
    return context


def _gaps(page: SearchPage, question: Question) -> list[Unmet]:
    """Likings of the vocabulary that nothing near meets well."""
    wishes = question.wishes or Wishes()
    wanted = wishes_of(page.reading.interests, vocabulary())
    return unmet(wanted, page.hits, _about(page) if wanted else {}, wishes.way, wishes.minutes)


def _about(page: SearchPage) -> dict[int, set[str]]:
    """The interests of each hit's listing, those that are only suggested too: by its id, in one query."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    rows = AssetInterest.objects.filter(asset_id__in=[hit.asset_id for hit in page.hits])
    for asset, code in rows.exclude(state=AssetInterest.State.REMOVED).values_list("asset_id", "interest__code"):
        found[asset].add(code)
    return found


def _subject(question: Question) -> str:
    """What they need to get in, where that is one thing."""
    needed = question.wishes.access if question.wishes else frozenset()
    return next(iter(needed)) if len(needed) == 1 else ""


def _with_added(asked: Asked, form: MatchForm) -> tuple[Asked, str]:
    """What was typed into "Add": a concept of the vocabulary becomes a chip, other words join the note."""
    if not form.is_bound:
        return asked, ""
    form.is_valid()
    note = form.cleaned_data.get("note", "")
    if not asked.add:
        return asked, note
    entries = vocabulary().entries.get(stems(asked.add), ())
    if entries:
        ons = (*asked.ons, *(entry.code for entry in entries))
        return replace(asked, ons=ons, add=""), note
    note = f"{note}\n{asked.add}".strip()
    typed = cast(QueryDict, form.data).copy()
    typed["note"] = note
    form.data = typed
    return asked, note
