"""A connector asks a group about its change, and the group answers. The change stays where it is."""

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cms.actions.waiting import NothingWaits
from cms.models import OPEN, Asset, ChangeNote, Editorship, GroupChange

LONGEST: Final = 1_000
NO_WORDS: Final = "Write a few words."


@transaction.atomic
def ask_group(*, change: GroupChange, by: Any, question: str) -> ChangeNote:
    """Ask. Raises ValueError without words, NothingWaits once it is answered, PermissionDenied."""
    if not by.has_perm("cms.change_asset"):
        raise PermissionDenied
    row = GroupChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if row.state not in OPEN:
        raise NothingWaits
    return ChangeNote.objects.create(change=row, words=_words(question), writer=by)


@transaction.atomic
def answer_question(*, asset: Asset, by: Any, words: str) -> ChangeNote:
    """Answer what was asked last of this listing. Raises ValueError without words, NothingWaits where nothing was
    asked, PermissionDenied for who does not keep the listing."""
    if by is None or not Editorship.objects.filter(asset=asset, user_id=by.pk).exists():
        raise PermissionDenied
    asked = ChangeNote.objects.select_for_update(of=("self",)).filter(change__asset=asset).order_by("-pk").first()
    if asked is None or asked.from_group:
        raise NothingWaits
    return ChangeNote.objects.create(change_id=asked.change_id, words=_words(words), writer=by, from_group=True)


def _words(text: str) -> str:
    plain = text.strip()[:LONGEST]
    if not plain:
        raise ValueError(NO_WORDS)
    return plain
