"""Yes or no to interests that were read from what a listing says, many at a time."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from cms import signals
from cms.actions.history import INTERESTS_CONFIRMED, INTERESTS_REMOVED, write_history_of_many
from cms.models import Asset, AssetInterest


def confirm_interests(*, rows: Iterable[int], by: AbstractBaseUser | None) -> int:
    """These assets do meet these interests. `rows` are keys of AssetInterest. Returns how many changed."""
    return _answer(rows, AssetInterest.State.CONFIRMED, INTERESTS_CONFIRMED, by)


def remove_interests(*, rows: Iterable[int], by: AbstractBaseUser | None) -> int:
    """These assets do not meet these interests. They are kept as removed, so that no reading suggests them again."""
    return _answer(rows, AssetInterest.State.REMOVED, INTERESTS_REMOVED, by)


@transaction.atomic
def _answer(rows: Iterable[int], state: AssetInterest.State, action: str, by: AbstractBaseUser | None) -> int:
    """One line of history for each asset. A draft that waits takes the answers along when it is published."""
    wanted = AssetInterest.objects.select_for_update(of=("self",)).filter(pk__in=list(rows)).exclude(state=state)
    changing = list(wanted.select_related("asset", "interest").order_by("interest__label"))
    AssetInterest.objects.filter(pk__in=[row.pk for row in changing]).update(state=state)
    labels: dict[Asset, list[str]] = defaultdict(list)
    for row in changing:
        labels[row.asset].append(row.interest.label)
    lines = {asset: {"interests": ", ".join(interests)} for asset, interests in labels.items()}
    write_history_of_many(lines, action, by=by)
    signals.announce(asset.pk for asset in labels)
    return len(changing)
