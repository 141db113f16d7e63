"""A form that anybody may send, filled in as a person does: the page was made a while ago."""

from datetime import timedelta
from typing import Any

import time_machine
from django.core.signing import TimestampSigner
from django.utils import timezone


def filled_in(purpose: str, *, seconds: float = 30, **fields: Any) -> dict[str, Any]:
    """The fields, with the stamp of a page that was made that many seconds ago."""
    with time_machine.travel(timezone.now() - timedelta(seconds=seconds), tick=False):
        stamp = TimestampSigner(salt="connector.core.open_forms").sign(purpose)
    return {"website": "", "stamp": stamp, **fields}
