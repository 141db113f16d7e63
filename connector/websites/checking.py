"""The day's work: looks whether websites of listings are there, politely.

Invariant: each host is asked at most once in `GAP_SECONDS` and only what its robots.txt allows; nothing is said before
it was wrong on three different days. A day's work ends after `BUDGET_SECONDS`; the rest waits for the next.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from time import monotonic, sleep
from typing import Final

from django.db import transaction
from django.db.models import F

from cms.models import Asset
from connector.fetching import Asked, Fetched, Fetcher, Refused, fetcher
from connector.fetching.choosing import PRODUCT
from connector.fetching.robots import Robots
from connector.stewardship.models import Task
from connector.websites.deciding import (
    TOLD_AFTER,
    Stands,
    asks_again,
    first_day,
    host_of,
    next_day,
    next_host,
    weighed,
)
from connector.websites.models import Website

BUDGET_SECONDS: Final = 300.0
FEW_BYTES: Final = 2_000
SECONDS: Final = 10.0


class Polite:
    """A fetcher that waits before it asks a host again. `wait` and `clock` are the machine's own but in tests."""

    def __init__(self, behind: Fetcher, wait: Callable[[float], object], clock: Callable[[], float]) -> None:
        self._behind, self._wait, self._clock = behind, wait, clock
        self.asked_at: dict[str, float] = {}

    def fetch(self, asked: Asked) -> Fetched | Refused:
        host = host_of(asked.url)
        seconds = next_host({host: 1}, self.asked_at, self._clock())[1]
        if seconds:
            self._wait(seconds)
        self.asked_at[host] = self._clock()
        return self._behind.fetch(asked)


def check_due(today: date, *, wait: Callable[[float], object] = sleep, clock: Callable[[], float] = monotonic) -> int:
    """Look at what is due. How many websites were looked at."""
    keep_up(today)
    until, polite = clock() + BUDGET_SECONDS, Polite(fetcher(), wait, clock)
    robots = Robots(polite, PRODUCT)
    due: dict[str, list[Website]] = defaultdict(list)
    rows = Website.objects.filter(next_on__lte=today, asset__live=True).select_related("asset")
    for row in rows.order_by("next_on", "pk"):
        due[host_of(row.url)].append(row)
    done = 0
    while due and clock() < until:
        host, _ = next_host({name: len(left) for name, left in due.items()}, polite.asked_at, clock())
        row = due[host].pop(0)
        if not due[host]:
            del due[host]
        note(row, look(row.url, polite, robots), today)
        done += 1
    return done


def look(url: str, by: Fetcher, robots: Robots) -> Fetched | Refused | None:
    """What the website says; None where it does not want to be looked at."""
    allowed = robots.allow(url)
    if isinstance(allowed, Refused):
        return allowed
    if not allowed:
        return None
    answer = by.fetch(Asked(url, method="HEAD", seconds=SECONDS))
    if asks_again(answer):
        answer = by.fetch(Asked(url, most_bytes=FEW_BYTES, cut=True, seconds=SECONDS))
    return answer


@transaction.atomic
def note(row: Website, answer: Fetched | Refused | None, today: date) -> None:
    """Write down how a website stands, and on the third day on which it is not there make it a connector's task."""
    stands, trouble = weighed(answer) if answer is not None else (Stands.UNSURE, "")
    if stands is Stands.WRONG:
        if row.failed_on != today:
            row.failed_days, row.failed_on = row.failed_days + 1, today
        row.trouble = trouble[:200]
        if row.failed_days == TOLD_AFTER:
            Task.objects.get_or_create(
                asset=row.asset,
                done_on=None,
                defaults={"what": Task.What.WEBSITE, "words": f"{trouble} {row.url}"[:200], "made_on": today},
            )
    elif stands is Stands.THERE:
        row.failed_days, row.failed_on, row.trouble, row.seen_on = 0, None, "", today
        settle(row.asset)
    row.next_on = next_day(today, row.failed_days)
    row.save()


def keep_up(today: date) -> None:
    """A row for each website that a listing names now, and none for others."""
    for gone in Website.objects.exclude(url=F("asset__url")).select_related("asset"):
        settle(gone.asset)
        gone.delete()
    named = Asset.objects.exclude(url="").filter(live=True)
    missing = named.exclude(pk__in=Website.objects.values("asset_id")).values_list("pk", "url")
    Website.objects.bulk_create(
        [Website(asset_id=pk, url=url, next_on=first_day(today, pk)) for pk, url in missing], batch_size=500
    )


def settle(asset: Asset) -> None:
    """It is there again, or named no more."""
    Task.objects.filter(asset=asset, what=Task.What.WEBSITE, done_on=None).delete()
