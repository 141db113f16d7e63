"""Many assets put live at once: those that an import left waiting, most of the time."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.log_actions import LogContext

from cms import signals
from cms.actions.change_assets import Done
from cms.actions.history import PUT_LIVE, write_history_of_many
from cms.actions.locking import why_locked
from cms.actions.publish_asset import publish_asset
from cms.models import Asset


@transaction.atomic
def publish_many(*, assets: Iterable[int], by: AbstractBaseUser | None) -> Done:
    """Publish each as its edit page would: its draft where it has one, else as it stands. Locked ones are left, and
    so is a draft that does not hold together."""
    rows = Asset.objects.select_for_update(of=("self",)).filter(pk__in=list(assets)).order_by("name", "pk")
    left, drafted, plain = [], 0, []
    for row in rows:
        if reason := why_locked(row, by):
            left.append(reason)
        elif row.latest_revision_id is not None and (row.has_unpublished_changes or not row.live):
            problem = _publish(row, by)
            left += [problem] if problem else []
            drafted += not problem
        elif not row.live:
            plain.append(row)
    _put_live(plain, by)
    return Done(drafted + len(plain), tuple(left))


def _publish(row: Asset, by: AbstractBaseUser | None) -> str:
    """What is wrong with its draft; nothing when it is live."""
    try:
        # A context for each, so that each history has its line.
        with transaction.atomic(), LogContext(user=by):
            publish_asset(asset=row.get_latest_revision_as_object(), by=by)
    except ValidationError:
        return f"The draft of “{row.name}” is unfinished. Open it to see what is missing."
    return ""


def _put_live(rows: list[Asset], by: AbstractBaseUser | None) -> None:
    """Assets without a version of their own: nothing but their being seen changes."""
    now = timezone.now()
    Asset.objects.filter(pk__in=[row.pk for row in rows]).update(
        live=True,
        has_unpublished_changes=False,
        first_published_at=Coalesce(F("first_published_at"), now),
        last_published_at=now,
    )
    write_history_of_many({row: {} for row in rows}, PUT_LIVE, by=by)
    signals.announce(row.pk for row in rows)
