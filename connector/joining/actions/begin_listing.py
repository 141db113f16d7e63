"""Somebody begins to tell us of a group."""

from datetime import datetime
from typing import Any

from connector.joining.models import NewListing


def begin_listing(*, mine: bool, what: dict[str, Any], came_from: str, by: Any, now: datetime) -> NewListing:
    """The first answer, kept. `by`: whoever is signed in, or None. `came_from`: from `limits.hashed_place`."""
    return NewListing.objects.create(
        mine=mine, answers={"what": what}, came_from=came_from, sender=by, made_at=now, changed_at=now
    )
