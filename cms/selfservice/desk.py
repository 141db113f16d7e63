"""What lies before somebody who looks after a listing: how it stands, what they answered, and what it would say.

Invariant: a listing is reached only by who keeps it (`Editorship`), or whom a link opened it for; for everybody else it
is not there at all.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from cms.actions import foreseen
from cms.cards import DateLabel
from cms.coming import label
from cms.models import Asset, Place
from cms.moderation import Verdict
from cms.schedule.exceptions import Terms
from cms.selfservice.by_link import by_link
from cms.selfservice.kept import NEW, phone_of, place_of, put, times_of
from cms.selfservice.pending import Pending, laid_upon, loaded, stored
from cms.selfservice.steps import Time, next_question
from cms.selfservice.words import NOT_SAID, ROOM, SAID, differences
from cms.sessions import next_occurrences, terms_of

SESSION: str = "my_listings"
NO_PHONE: str = "Nobody"
DATES: int = 4


def kept_by(user: Any) -> QuerySet[Asset]:
    """The listings that somebody keeps, by name."""
    return Asset.objects.filter(editorships__user=user).order_by("name", "pk")


def reached_by(request: HttpRequest) -> QuerySet[Asset]:
    """The listings that whoever asks may change: those that they keep, and the one that a link opened for them."""
    opened = Q(pk=by_link(request).asset)
    user = request.user
    return Asset.objects.filter((Q(editorships__user=user) | opened) if user.is_authenticated else opened).distinct()


@dataclass
class Desk:
    """One listing that is being looked after. `asset`: the row that people see; `pending`: answers not sent yet."""

    asset: Asset
    pending: Pending
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localtime(self.now).date()

    @property
    def version(self) -> int:
        """Which draft is the newest; another number means that somebody sent or saved something in between."""
        return self.asset.latest_revision_id or 0

    @cached_property
    def draft(self) -> Asset:
        """What was sent last, or else what people see."""
        return self._newest()

    @cached_property
    def planned(self) -> Asset:
        """The draft with what was answered, in memory."""
        return put(self._newest(), self.pending, self.today)

    def _newest(self) -> Asset:
        """Never the row in hand itself, which an asset without a revision would give."""
        return Asset.objects.get(pk=self.asset.pk).get_latest_revision_as_object()

    @cached_property
    def before(self) -> dict[str, Time]:
        return times_of(self.draft)

    @cached_property
    def after(self) -> dict[str, Time]:
        return laid_upon(self.pending, self.before, self.today, NEW)

    def unfinished(self) -> tuple[str, str] | None:
        """A time that something has to be asked about before it makes sense, and the question."""
        asked = ((key, next_question(self.after[key], self.today)) for key in self.pending.times if key in self.after)
        return next(((key, question) for key, question in asked if question), None)

    def terms(self, key: str) -> Terms | None:
        """The school terms that a time keeps to."""
        return next((terms_of(row) for row in self.draft.sessions.all() if str(row.pk) == key), None)

    def dates(self, limit: int = DATES) -> tuple[DateLabel, ...]:
        """The next real dates with what was answered: `limit` that are on, and those called off among them. None while
        it is paused."""
        if self.planned.room == Asset.Room.PAUSED:
            return ()
        sessions = list(self.planned.sessions.all())
        off = sum(len(session.cancelled) for session in sessions)
        found = next_occurrences(
            sessions, self.now, limit + off, nation=settings.CONNECTOR_NATION, include_cancelled=True
        )
        on = [place for place, each in enumerate(found) if each.status == "on"][:limit]
        return tuple(label(each, self.today) for each in found[: on[-1] + 1 if on else len(found)])

    def changes(self) -> list[tuple[str, str]]:
        """What was answered, as pairs of a name and words, read against what was sent last."""
        keys = dict.fromkeys((*self.before, *self.after))
        pairs = [differences(self.before.get(key), self.after.get(key), self.today) for key in keys]
        found = [pair for some in pairs for pair in some]
        if self.pending.room is not None and self.pending.room != self.draft.room:
            found.append(("Room", ROOM[self.pending.room]))
        if self.pending.phone is not None and self.pending.phone != phone_of(self.draft):
            found.append(("Ring", self.pending.phone or NO_PHONE))
        said = self.pending.said.items()
        found += [(SAID[name], words or NOT_SAID) for name, words in said if words != getattr(self.draft, name)]
        if self.pending.place is not None and self.pending.place != _named(place_of(self.draft)):
            found.append(("Place", ", ".join(filter(None, self.pending.place))))
        return found

    def outlook(self, by: Any) -> Verdict:
        """What would go live at once and what would wait, if `by` sent it now."""
        return foreseen(asset=self.asset, draft=self.planned, by=by, owner_confirms=self.pending.mine)


def _named(place: Place | None) -> tuple[str, str] | None:
    return None if place is None else (place.name, place.postcode)


def open_desk(request: HttpRequest, uuid: UUID) -> Desk:
    """The desk of whoever asks. Raises Http404 for a listing that they do not keep."""
    asset = get_object_or_404(reached_by(request), uuid=uuid)
    kept = request.session.get(SESSION, {}).get(str(uuid))
    return Desk(asset, loaded(kept), timezone.now())


def keep(request: HttpRequest, desk: Desk, pending: Pending) -> None:
    """Put answers aside until they are sent, with the version that they were given upon."""
    kept = dict(request.session.get(SESSION, {}))
    based = pending if desk.pending else replace(pending, base=desk.version)
    kept[str(desk.asset.uuid)] = stored(based)
    request.session[SESSION] = kept


def forget(request: HttpRequest, desk: Desk) -> None:
    """Clear away what was answered."""
    kept = {key: value for key, value in request.session.get(SESSION, {}).items() if key != str(desk.asset.uuid)}
    request.session[SESSION] = kept
