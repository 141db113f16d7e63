"""Close the questions whose answer is in the catalogue by now, however it came there."""

from collections.abc import Sequence
from typing import Final

from connector.asking.knowing import known_subjects
from connector.asking.models import AccessQuestion

AT_ONCE: Final = 500


def close_answered(*, asset_ids: Sequence[int]) -> None:
    """Those of these listings. One query for 500 of them where there is nothing to close."""
    waiting = AccessQuestion.objects.exclude(state=AccessQuestion.State.ANSWERED)
    for start in range(0, len(asset_ids), AT_ONCE):
        rows = list(waiting.filter(asset_id__in=asset_ids[start : start + AT_ONCE]))
        known = known_subjects({row.asset_id for row in rows}) if rows else {}
        answered = [row.pk for row in rows if row.subject in known.get(row.asset_id, ())]
        if answered:
            AccessQuestion.objects.filter(pk__in=answered).update(state=AccessQuestion.State.ANSWERED)
