"""Places put into a ward, many at a time."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from cms import signals
from cms.at_places import assets_at
from cms.models import Area, Place


@transaction.atomic
def set_ward(*, places: Iterable[int], ward: Area, by: AbstractBaseUser | None) -> int:
    """These places are in this ward. Returns how many were not yet. A draft of a place is told too."""
    rows = list(
        Place.objects.select_for_update(of=("self",))
        .select_related("latest_revision")
        .filter(pk__in=list(places))
        .exclude(ward=ward)
        .order_by("pk")
    )
    Place.objects.filter(pk__in=[row.pk for row in rows]).update(ward=ward)
    for row in rows:
        if row.latest_revision is not None:
            row.latest_revision.content["ward"] = ward.pk
            row.latest_revision.save(update_fields=["content"])
        log(instance=row, action="wagtail.edit", user=by, content_changed=True)
    signals.announce(assets_at(row.pk for row in rows))
    return len(rows)
