"""What happened to a live asset while a draft of it lay waiting, carried into the draft.

Invariant: publishing a draft never undoes what was decided after it was written: a confirmation, a yes or no to a
suggested interest, or an import's reading of a record. Pure: works on the JSON of a revision.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SUGGESTED = "suggested"
CONFIRMATION = ("confirmed_on", "confirmed_by", "confirmed_how")


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The live asset now: its confirmation as JSON values, its interests as their rows' JSON, when it last ran."""

    confirmation: Mapping[str, Any]
    interests: tuple[Mapping[str, Any], ...]
    ran_on: str | None = None


def carried(content: Mapping[str, Any], live: Meanwhile) -> dict[str, Any]:
    """The draft's content, brought up to date.

    `sources` is left out, so that the asset keeps the rows that it has: which records it came from is no part of a
    draft. The later confirmation wins; when it last ran is no part of a draft either. A suggestion in
    the draft takes the answer it got meanwhile, and one that was made meanwhile is added.
    """
    kept = {name: value for name, value in content.items() if name != "sources"}
    if (live.confirmation["confirmed_on"] or "") > str(kept.get("confirmed_on") or ""):
        kept |= live.confirmation
    if "ran_on" in kept or live.ran_on:
        kept["ran_on"] = live.ran_on
    if "asset_interests" in kept:
        kept["asset_interests"] = _interests(kept["asset_interests"], live.interests)
    return kept


def _interests(drafted: Iterable[Mapping[str, Any]], live: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    now = {row["interest"]: row for row in live}
    in_draft = [
        {**row, "state": now[row["interest"]]["state"]} if row["state"] == SUGGESTED and row["interest"] in now else row
        for row in drafted
    ]
    known = {row["interest"] for row in in_draft}
    return in_draft + [row for code, row in now.items() if code not in known and row["state"] == SUGGESTED]
