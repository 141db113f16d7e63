"""An import as its page shows it: plain values for the template.

Invariant: reads only; the step that is shown is the one that the import waits for.
"""

from typing import Any

from django.core.paginator import Paginator

from cms.imports.mapping.fields import KEEP, LINK, SKIP, label_of, lexicon
from connector.intake.ledger import KINDS, entries
from connector.intake.models import Import

A_PAGE = 50
_SURE, _LIKELY = 0.9, 0.6
_DONE_WORDS = {"unpublished": "Taken down: their list says that they have ended",
               "gone": "Taken down: no longer in the list"}  # fmt: skip


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a column can become, in groups."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for field in lexicon().fields.values():
        groups.setdefault(field.group, []).append((field.code, field.label))
    return [*groups.items(), ("Otherwise", [(KEEP, label_of(KEEP)), (SKIP, label_of(SKIP))])]


def tables(one: Import) -> list[dict[str, Any]]:
    """Tables and their columns, each with the name of its control."""
    found = one.understood.get("tables", [])
    return [
        {
            **table,
            "columns": [
                {**column, "control": f"c-{at}-{number}", "sure": _sure(column), "joins": column["field"] == LINK}
                for number, column in enumerate(table["columns"])
            ],
        }
        for at, table in enumerate(found)
    ]


def chosen_in(one: Import, posted: Any) -> dict[tuple[str, str], str]:
    """(table or "", heading) -> field, from what was posted."""
    found = one.understood.get("tables", [])
    several = len(found) > 1
    answers = {}
    for at, table in enumerate(found):
        for number, column in enumerate(table["columns"]):
            if code := posted.get(f"c-{at}-{number}"):
                answers[table["name"] if several else "", column["heading"]] = code
    return answers


def outcome(one: Import, kind: str, page: str) -> dict[str, Any]:
    """The counts, and a page of the entries of one kind."""
    told = one.shown
    counts = told.get("counts", {})
    words = {**KINDS, **_DONE_WORDS} if one.result else KINDS
    shown = [(code, label, counts[code]) for code, label in words.items() if counts.get(code)]
    kind = kind if counts.get(kind) else next((code for code, _, _ in shown), "")
    pages = Paginator(range(counts.get(kind, 0)), A_PAGE).get_page(page)
    start = pages.start_index() - 1 if pages.object_list else 0
    return {
        "told": told,
        "counts": shown,
        "kind": kind,
        "kind_label": words.get(kind, ""),
        "entries": entries(one.folder / "told", kind, start, A_PAGE) if kind else [],
        "pages": pages,
    }


def _sure(column: dict[str, Any]) -> str:
    """How sure the guess is, in words."""
    if column["field"] in (KEEP, SKIP):
        return ""
    return "sure" if column["score"] >= _SURE else "likely" if column["score"] >= _LIKELY else "a guess"
