"""What processes do with the real dates of sessions: `python -m tests.processes.date_acts NAME ARGUMENT…`."""

import json
import sys
from collections.abc import Callable, Collection
from datetime import date, time
from pathlib import Path
from threading import Event
from typing import Any

import django

django.setup()

from cms.models import Asset, ScheduledSession, Session  # noqa: E402
from cms.scheduled import renew  # noqa: E402
from search.indexing import dates  # noqa: E402
from search.indexing.dates_worker import DatesWorker  # noqa: E402
from search.indexing.drain import today  # noqa: E402


def meet(number: str, hour: str) -> int:
    """So many listings more that meet every day, and all of them at this hour from now on."""
    for n in range(int(number)):
        asset = Asset(name=f"Table {n}", live=True)
        asset.save()
        Session(asset=asset, rhythm="daily", first=date(2026, 1, 1), start=time(8)).save()
    for session in Session.objects.all():
        session.start = time(int(hour))
        session.save()
    return Session.objects.count()


def follow_and_stop_in_mid_batch(sign: str, batches: str) -> None:
    """Follow as a worker does, a listing a batch; after so many, stop in the next before it is kept, for good."""
    dates.BATCH, left, real = 1, [int(batches)], dates.renew

    def renew_or_stop(asset_ids: Collection[int], day: date) -> int:
        done = real(asset_ids, day)
        left[0] -= 1
        if left[0] < 0:
            Path(sign).touch()
            Event().wait()
        return done

    dates.renew = renew_or_stop
    DatesWorker().run()


def standing() -> list[int]:
    """How many rows there are, at how many hours, and how many of them looking at every listing puts right."""
    hours = len({row.starts_at.time() for row in ScheduledSession.objects.filter(day=date(2027, 1, 5))})
    count = ScheduledSession.objects.count()
    return [count, hours, renew(list(Asset.objects.values_list("pk", flat=True)), today())]


ACTS: dict[str, Callable[..., Any]] = {act.__name__: act for act in (meet, follow_and_stop_in_mid_batch, standing)}

if __name__ == "__main__":
    print(json.dumps(ACTS[sys.argv[1]](*sys.argv[2:])))
