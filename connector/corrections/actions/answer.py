"""A connector takes a correction up, puts it right or leaves the listing as it is, and says so to the sender."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from connector.corrections.models import Correction

State = Correction.State
NO_WORDS = "Write a few words to whoever sent it."


@transaction.atomic
def take_up(*, correction: Correction, by: Any) -> bool:
    """Somebody looks into it. Whether that is new."""
    rows = Correction.objects.filter(pk=correction.pk, state=State.NEW)
    return bool(rows.update(state=State.LOOKING, answerer=by))


@transaction.atomic
def answer_correction(*, correction: Correction, by: Any, righted: bool, answer: str) -> None:
    """Say what came of it. An answer may be put better later: the newest stands. Raises ValueError without words."""
    if not answer.strip():
        raise ValueError(NO_WORDS)
    row = Correction.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    row.state, row.answer = State.RIGHTED if righted else State.LEFT, answer.strip()
    row.answered_at, row.answerer = timezone.now(), by
    row.save(update_fields=["state", "answer", "answered_at", "answerer"])
