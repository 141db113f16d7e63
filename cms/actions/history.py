"""Lines that the catalogue's own verbs leave in an asset's history, beside those of Wagtail.

Invariant: a line holds what is needed to understand it later and no word about a person, but who did it.
"""

from collections.abc import Mapping
from typing import Final
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import ModelLogEntry

from cms.models import Asset

WITHDRAWN: Final = "cms.withdraw"
CONFIRMED: Final = "cms.confirm"
INTERESTS_CONFIRMED: Final = "cms.interests.confirm"
INTERESTS_REMOVED: Final = "cms.interests.remove"
CHANGED: Final = "cms.change"
PUT_LIVE: Final = "cms.publish"
NOT_SAME: Final = "cms.duplicate.not_same"
JOINED: Final = "cms.duplicate.same"
PARTED: Final = "cms.duplicate.two"
PUT_BACK: Final = "cms.put_back"
TOLD: Final = "cms.told"
EDITOR_CAME: Final = "cms.editor.came"
EDITOR_WENT: Final = "cms.editor.went"
EDITOR_LEADS: Final = "cms.editor.lead"

# Action -> its name, and what stands in the history, with the line's data put in.
SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    WITHDRAWN: ("Withdraw", "Withdrawn: {reason}"),
    CONFIRMED: ("Confirm", "Confirmed as right on {on}, {how}"),
    INTERESTS_CONFIRMED: ("Confirm interests", "Interests confirmed: {interests}"),
    INTERESTS_REMOVED: ("Remove interests", "Interests removed: {interests}"),
    CHANGED: ("Change", "Changed with others: {what}"),
    PUT_LIVE: ("Publish", "Published with others, as an import left it"),
    PUT_BACK: ("Put back", "A group’s change was put back: {reason}"),
    TOLD: ("Write down an answer", "An answer of the group was written down, as it was told {how}"),
    EDITOR_CAME: ("Add a group editor", "Somebody more keeps the listing"),
    EDITOR_WENT: ("Remove a group editor", "Somebody does not keep the listing any more"),
    EDITOR_LEADS: ("Hand over the lead", "Somebody else of the group is in the lead"),
    NOT_SAME: ("Settle a duplicate", "Looked at beside “{other}”: not the same"),
    JOINED: ("Settle a duplicate", "“{other}” turned out to be the same: its address leads here now"),
    PARTED: ("Undo a duplicate", "This and “{other}” are two after all: what joining them did is undone"),
}


def write_history(asset: Asset, action: str, *, by: AbstractBaseUser | None, **data: str) -> None:
    """Leave a line. `data` fills the sentence of the action."""
    log(
        instance=asset,
        action=action,
        user=by,
        uuid=uuid4(),
        data=data,
        content_changed=action not in (CONFIRMED, NOT_SAME, EDITOR_CAME, EDITOR_WENT, EDITOR_LEADS),
    )


def write_history_of_many(
    lines: Mapping[Asset, Mapping[str, str]], action: str, *, by: AbstractBaseUser | None
) -> None:
    """Leave one line for each asset, all of one moment, in one query for every few hundred.

    Each has a uuid of its own: Wagtail's history shows one line of those that share theirs, of whatever asset.
    """
    moment, kind = timezone.now(), ContentType.objects.get_for_model(Asset)
    ModelLogEntry.objects.bulk_create(
        (
            ModelLogEntry(
                content_type=kind,
                object_id=str(asset.pk),
                label=str(asset),
                action=action,
                user=by,
                uuid=uuid4(),
                timestamp=moment,
                data=dict(data),
                content_changed=True,
            )
            for asset, data in lines.items()
        ),
        batch_size=500,
    )


class _Line(LogFormatter):
    """Reads a line. A class of its own for each action, as Wagtail wants it."""

    sentence = ""

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return self.sentence.format(**log_entry.data).rstrip(", :")


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail how to read the lines."""
    for action, (label, sentence) in SENTENCES.items():
        actions.register_action(action)(type("Line", (_Line,), {"label": label, "sentence": sentence}))
