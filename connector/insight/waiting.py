"""What waits for somebody: changes of groups, suggested interests, likely duplicates; and imports of late.

Invariant: five queries; of an import its list's name, its state and its counts, never who started it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Min
from wagtail.models import WorkflowState

from cms.models import Asset, AssetInterest, PossibleDuplicate
from connector.intake.ledger import CHANGED, NEW
from connector.intake.models import Import

_RECENT = 5
_STATES: Mapping[str, str] = {
    Import.State.READING: "being read",
    Import.State.UNDERSTOOD: "waits for somebody to check the columns",
    Import.State.COMPARING: "being compared",
    Import.State.COMPARED: "waits for somebody to look at the differences",
    Import.State.WRITING: "being put in",
    Import.State.DONE: "done",
    Import.State.FAILED: "stopped: somebody has to look",
    Import.State.DROPPED: "given up",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of each; `oldest`: when the first of the changes was sent."""

    changes: int
    oldest: datetime | None
    suggested: int
    duplicates: int
    drafts: int


@dataclass(frozen=True, slots=True)
class ImportLine:
    """`source`: whose list; `state`: what it is at, in words; `told`: what became of its rows."""

    source: str
    state: str
    started: datetime
    told: str


def waiting() -> Waiting:
    changes = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Asset), status=WorkflowState.STATUS_IN_PROGRESS
    ).aggregate(many=Count("object_id", distinct=True), oldest=Min("created_at"))
    return Waiting(
        changes=changes["many"],
        oldest=changes["oldest"],
        suggested=AssetInterest.objects.filter(state=AssetInterest.State.SUGGESTED).count(),
        duplicates=PossibleDuplicate.objects.filter(state=PossibleDuplicate.State.OPEN).count(),
        drafts=Asset.objects.filter(live=False, last_published_at__isnull=True).count(),
    )


def imports() -> list[ImportLine]:
    """The latest, newest first."""
    rows = Import.objects.only("source", "state", "made_at", "result", "compared")[:_RECENT]
    return [ImportLine(row.source, _STATES[row.state], row.made_at, _told(row.shown or {})) for row in rows]


def _told(counted: dict[str, Any]) -> str:
    """ "120 rows: 12 new, 3 changed, 1 rejected"; empty before they are counted."""
    if "rows" not in counted:
        return ""
    counts = {**counted.get("counts", {}), "rejected": counted.get("rejected", 0)}
    parts = [f"{counts[name]:,} {name}" for name in (NEW, CHANGED, "rejected") if counts.get(name)]
    rows = f"{counted['rows']:,} row{'' if counted['rows'] == 1 else 's'}"
    return f"{rows}: {', '.join(parts)}" if parts else rows
