"""When an asset last ran, as it is known now. Says nothing of whether what we tell of it is right."""

from datetime import date

from django.db import transaction

from cms.models import Asset


@transaction.atomic
def note_run(*, asset: int, on: date | None) -> bool:
    """Whether that is news. `asset`: its id; `on`: None where nobody says any more that it ran.

    Confirmed stays confirmed, and no version of the listing is made: a day on which people met is no change of it.
    """
    row = Asset.objects.select_for_update().filter(pk=asset).first()
    if row is None or row.ran_on == on:
        return False
    row.ran_on = on
    row.save(update_fields=["ran_on"])
    return True
