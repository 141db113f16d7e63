"""Suggested interests for listings that came in before, read with the vocabulary as it is now.

Invariant: only suggestions come and go: what somebody confirmed or removed stays, and so does a listing that somebody
is drafting. A batch is one transaction.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from django.db import transaction

from cms import signals
from cms.imports.apply import Suggest
from cms.imports.existing import content_of
from cms.imports.suggesting import Suggestions
from cms.models import Asset

BATCH = 500


class Suggested(NamedTuple):
    """How many listings were read, have at least one suggestion, and changed."""

    read: int = 0
    shown: int = 0
    changed: int = 0


def suggest_again(
    suggest: Suggest, *, dry_run: bool = False, progress: Callable[[int], object] = lambda done: None
) -> Suggested:
    """Read every imported listing again. A dry run reads and writes nothing."""
    writer, done = Suggestions(), Suggested()
    for keys in _batches():
        with transaction.atomic():
            assets = Asset.objects.filter(pk__in=keys, has_unpublished_changes=False).select_related("organisation")
            wanted = {asset.pk: suggest(content_of(asset)) for asset in assets}
            changed = set() if dry_run else writer.write(wanted)
            signals.announce(sorted(changed))
        shown = sum(1 for suggestions in wanted.values() if suggestions)
        done = Suggested(done.read + len(wanted), done.shown + shown, done.changed + len(changed))
        progress(len(keys))
    return done


def imported() -> int:
    """How many listings came from somewhere."""
    return Asset.objects.exclude(sources=None).count()


def _batches() -> Iterator[Sequence[int]]:
    keys = list(Asset.objects.exclude(sources=None).order_by("pk").values_list("pk", flat=True).distinct())
    yield from (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
