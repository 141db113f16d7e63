"""`python -m tests.measuring.whats_on FOLDER [LISTINGS]`: the real dates of sessions, and the page of what is on.

The benchmark's listings (20,000 if not said) get a mix of sessions and twenty wards, in FOLDER, where they are kept for
the next time. Told are how long the first fill takes and how large the table gets, what a day more and a change cost,
and for each kind of page the median and the 95th of a hundred of `ROUNDS` on the server, without the network.
"""

import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

LISTINGS, ROUNDS, WARDS, SEED = 20_000, 40, 20, 20261130
# How often of a hundred listings: rhythm, days, weeks of the month; the rest have no session.
MIX = (
    (50, "weekly", 1, ()),
    (10, "weekly", 2, ()),
    (8, "weekly", 5, ()),
    (7, "fortnightly", 1, ()),
    (10, "monthly", 1, (2,)),
)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def main() -> None:
    folder, wanted = sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else LISTINGS
    os.environ |= {"CONNECTOR_DATA": folder, "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
    import django

    django.setup()
    _fill(wanted)
    _dates()
    _pages()


def _fill(wanted: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from cms.models import Asset, Place, Session
    from tests.bench.corpus import ensure_corpus

    call_command("migrate", verbosity=0)
    ensure_corpus(wanted)
    if Place.objects.filter(ward__isnull=False).exists():
        return
    draw = random.Random(SEED)
    Session.objects.all().delete()
    Session.objects.bulk_create(_sessions(Asset.objects.values_list("pk", flat=True), draw), batch_size=2_000)
    _wards(draw)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _sessions(pks: Any, draw: random.Random) -> Iterator[Any]:
    from datetime import date
    from datetime import time as hour

    from cms.models import Session

    for pk in pks:
        drawn = draw.randrange(100)
        for share, rhythm, days, weeks in MIX:
            drawn -= share
            if drawn < 0:
                chosen = sorted(draw.sample(range(7), days)) if days < 5 else list(range(5))
                start = draw.randrange(9, 20)
                yield Session(
                    asset_id=pk,
                    rhythm=rhythm,
                    days=[DAYS[day] for day in chosen],
                    weeks_of_month=list(weeks),
                    first=date(2026, 1, 5) + timedelta(days=chosen[0]),
                    start=hour(start),
                    end=hour(start + 2),
                )
                break


def _wards(draw: random.Random) -> None:
    from cms.models import Area, Place

    wards = [Area.objects.get_or_create(code=f"E0500000{n:02}", name=f"Ward {n}")[0] for n in range(WARDS)]
    places = list(Place.objects.only("pk"))
    for place in places:
        place.ward = draw.choice(wards)
    Place.objects.bulk_update(places, ["ward"], batch_size=400)


def _dates() -> None:
    from django.db import connection

    from cms.models import Asset, ScheduledSession, Session
    from cms.scheduled import append, renew, window
    from search.indexing import dates
    from search.indexing.drain import today
    from search.refresh import fill_dates

    rhythms = Counter(Session.objects.values_list("rhythm", flat=True))
    print(f"{Asset.objects.count():,} listings, sessions: {dict(rhythms)}")
    if not dates.complete(dates.position()):
        before = _size(connection)
        _timed("first fill", lambda: fill_dates(lambda text: print(text)))
        print(f"the table and its indexes: {(_size(connection) - before) / 1e6:,.0f} MB")
    print(f"{ScheduledSession.objects.count():,} rows")
    pks = list(Asset.objects.filter(sessions__isnull=False).values_list("pk", flat=True)[:1_000])
    _timed("1,000 listings looked at again, nothing changed", lambda: renew(pks, today()))
    after = today() + timedelta(days=1)
    _timed("a day more of 1,000 listings", lambda: append(pks, window(today())[1], after))
    ScheduledSession.objects.filter(day__gt=window(today())[1]).delete()


def _size(connection: Any) -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def _timed(what: str, act: Callable[[], object]) -> None:
    began = time.perf_counter()
    act()
    print(f"{what}: {time.perf_counter() - began:,.2f} s", flush=True)


def _pages() -> None:
    from django.test import Client

    from cms.whats_on.page import _topics
    from search.indexing.drain import today

    client, topic = Client(), _topics()[0][0]
    ahead = [today() + timedelta(days=n) for n in range(1, 300, 7)]
    kinds: dict[str, Callable[[int], str]] = {
        "today": lambda n: "",
        "a day": lambda n: f"?when={ahead[n % len(ahead)]}",
        "this week": lambda n: "?when=week",
        "a week": lambda n: f"?when={ahead[n % len(ahead)]:%G-W%V}",
        "a week, page of one ward": lambda n: f"?when={ahead[n % len(ahead)]:%G-W%V}&ward=E0500000{n % WARDS:02}",
        "a day, free": lambda n: f"?when={ahead[n % len(ahead)]}&free=on",
        "a week, free": lambda n: f"?when={ahead[n % len(ahead)]:%G-W%V}&free=on",
        "a day, step-free": lambda n: f"?when={ahead[n % len(ahead)]}&step_free=on",
        "a week, step-free, quiet": lambda n: f"?when={ahead[n % len(ahead)]:%G-W%V}&step_free=on&quiet=on",
        "a day, families": lambda n: f"?when={ahead[n % len(ahead)]}&family=on",
        "a day, a topic": lambda n: f"?when={ahead[n % len(ahead)]}&topic={topic}",
        "a day, evening": lambda n: f"?when={ahead[n % len(ahead)]}&time=evening",
        "a week, a topic, free, morning": lambda n: (
            f"?when={ahead[n % len(ahead)]:%G-W%V}&topic={topic}&free=on&time=morning"
        ),
    }
    for kind, address in kinds.items():
        waits, size = [], 0
        for number in range(ROUNDS + 1):
            began = time.perf_counter()
            answer = client.get(f"/whats-on/{address(number)}", headers={"host": "127.0.0.1"})
            waits.append(1000 * (time.perf_counter() - began))
            assert answer.status_code == 200
            size = len(answer.content)
        waits = sorted(waits[1:])
        print(
            f"{kind:34} p50 {statistics.median(waits):6.0f} ms  p95 {waits[int(len(waits) * 0.95)]:6.0f} ms  "
            f"{size / 1000:.0f} kB",
            flush=True,
        )


if __name__ == "__main__":
    main()
