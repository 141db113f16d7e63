"""400 real listings as documents; see README.md for where they come from.

Invariant: the same documents every time. What registers do not say (kind, times, price) comes from the row's number.
"""

import gzip
import json
from functools import cache
from pathlib import Path

from search.types import DAYS, PARTS, AssetDocument, Point

FILE = Path(__file__).parent / "listings.jsonl.gz"
KINDS = ("group", "activity", "place", "service", "space", "skill")
FIRST_ID = 1000
# Minutes since 1970 UTC: a Monday in January 2026.
NOW = 29_456_640
WEEK = 7 * 24 * 60
TODAY = NOW // (24 * 60)
COSTS = ((), ("donation",), ("few", "more"), (), ("more",))
ACCESS = ("step_free", "toilet", "hearing_loop", "parking")
AUDIENCE = ("carers", "women", "young people")


@cache
def listings() -> tuple[AssetDocument, ...]:
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        return tuple(_document(number, json.loads(line)) for number, line in enumerate(lines))


def _document(number: int, row: dict) -> AssetDocument:
    first, _, rest = row["description"].partition(". ")
    return AssetDocument(
        asset_id=FIRST_ID + number * 3,
        uuid=f"00000000-0000-4000-8000-{number:012d}",
        kind=KINDS[number % len(KINDS)],
        name=row["name"].title(),
        summary=first,
        description=rest,
        organisation=row["name"].title() if number % 3 else "Anytown Community Trust",
        keywords=", ".join(row["tags"]),
        interests=tuple(tag.lower().replace(" ", "-") for tag in row["tags"]),
        points=() if number % 11 == 0 else (Point(row["lat"], row["lon"]),),
        everywhere=number % 22 == 0 or number % 17 == 0,
        broader=(f"branch-{number % 5}", "root") if row["tags"] else (),
        free=number % 4 == 1,
        costs=COSTS[number % len(COSTS)],
        access=tuple(name for place, name in enumerate(ACCESS) if number % (place + 2) == 0),
        audience=tuple(name for place, name in enumerate(AUDIENCE) if number % (place + 3) == 0),
        areas=() if number % 9 == 0 else tuple(dict.fromkeys((f"ward-{number % 7}", f"ward-{number % 3}"))),
        fresh_on=None if number % 5 == 0 else TODAY - number % 400,
        slots=_slots(number),
        starts=tuple(NOW + number * 37 % WEEK + week * WEEK for week in range(-1, number % 6 - 1)),
        for_workers=number % 29 == 0,
        digest=f"digest-{number}",
    )


def _slots(number: int) -> tuple[str, ...]:
    return tuple(f"{DAYS[(number + step * 3) % 7]}-{PARTS[(number + step) % 3]}" for step in range(number % 4))
