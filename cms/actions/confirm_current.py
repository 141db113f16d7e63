"""Somebody who knows says: yes, this is still right."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from cms.actions.history import CONFIRMED, write_history
from cms.models import Asset


@transaction.atomic
def confirm_current(
    *, asset: Asset, by: AbstractBaseUser | None, who: str, how: str = "", on: date | None = None
) -> None:
    """Write down who said so, on which day (today if none is given) and how ("by telephone"), on the live asset.

    `who` is a first name or the part they play ("the librarian"), as people will read it; `by` is whoever is signed in,
    if anybody is. A draft that waits takes the confirmation along when it is published. An older confirmation than the
    one that is known changes nothing. Raises ValueError without a name, and for a day still to come.
    """
    day = on or timezone.localdate()
    if not who.strip():
        raise ValueError("Say who confirmed it: a first name, or the part they play.")
    if day > timezone.localdate():
        raise ValueError("It cannot be confirmed on a day that is still to come.")
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if row.confirmed_on is not None and row.confirmed_on > day:
        return
    row.confirmed_on, row.confirmed_by, row.confirmed_how = day, who.strip(), how.strip()
    row.save(update_fields=["confirmed_on", "confirmed_by", "confirmed_how"])
    write_history(row, CONFIRMED, by=by, on=day.isoformat(), how=row.confirmed_how)
