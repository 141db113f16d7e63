"""What a group may be asked of its listings now: what visits needed to know, without what they have said already.

Invariant: reads only, in two queries, however many listings and drafts there are.
"""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from cms.access import KNOWN
from cms.first_time import QUESTIONS
from cms.models import Asset
from connector.asking.models import AccessQuestion
from connector.asking.subjects import TOLD, in_words, name_of

State = AccessQuestion.State


class Waiting(NamedTuple):
    """`said`: "yes", "no" or "partly" in a change of theirs that waits for a look, "told" where it is in their own
    words, "unsure" where they do not know; empty where they have said nothing yet. `new`: nobody has asked them so far.
    `most`: letters of an answer in words; 0 where it is yes, no or in part."""

    subject: str
    name: str
    said: str
    new: bool
    most: int = 0


def waiting_of(asset_ids: Collection[int] | None = None) -> dict[int, list[Waiting]]:
    """By asset id, of these or of all that are out, needed most first. What people can read by now is not there."""
    rows = AccessQuestion.objects.exclude(state=State.ANSWERED).filter(asset__live=True)
    if asset_ids is not None:
        rows = rows.filter(asset__in=asset_ids)
    found: dict[int, list[Waiting]] = {}
    listed = list(rows.order_by("-times", "subject"))
    drafts = _said_in_drafts({row.asset_id for row in listed})
    for row in listed:
        said = drafts.get(row.asset_id, {}).get(row.subject, "")
        said = said or ("unsure" if row.state == State.UNSURE else "")
        told = _waiting(row, said)
        found.setdefault(row.asset_id, []).append(told)
    return found


def _waiting(row: AccessQuestion, said: str) -> Waiting:
    most = QUESTIONS[row.subject].most if in_words(row.subject) else 0
    return Waiting(row.subject, name_of(row.subject), said, not said and row.state == State.OPEN, most)


def left_of(asset_ids: Collection[int] | None = None) -> dict[int, list[Waiting]]:
    """The same without what they have said already, and without listings of which nothing is left."""
    found = {pk: [each for each in rows if not each.said] for pk, rows in waiting_of(asset_ids).items()}
    return {pk: rows for pk, rows in found.items() if rows}


def _said_in_drafts(asset_ids: Collection[int]) -> Mapping[int, Mapping[str, str]]:
    """Asset id -> subject -> what its newest draft says. Read from its JSON: there may be thousands."""
    rows = Asset.objects.filter(pk__in=asset_ids, has_unpublished_changes=True, latest_revision__isnull=False)
    return {pk: _said(content) for pk, content in rows.order_by().values_list("pk", "latest_revision__content")}


def _said(content: Mapping[str, Any]) -> dict[str, str]:
    told = {subject: TOLD for subject, question in QUESTIONS.items() if content.get(question.field)}
    facts = content.get("access_facts", ())
    return told | {fact["subject"]: fact["state"] for fact in facts if fact["state"] in KNOWN}
