"""100,000 listings recombined from the real ones that the product ships.

Each takes its name and its text whole from one real listing, so that what both mean is read once, its kind, cost and
organisation from another, interests from both, and its place from a third, moved by up to 1.2 km. What open data does
not hold is drawn: three in five meet once a week, two in five have two known facts of access, two in five cost nothing.
Invariant: the same seed and the same files give the same listings.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.models import F, QuerySet
from tqdm import tqdm

import connector.intake
from cms.models import Asset, AssetInterest, AssetPlace, Place, PlaceAccess, Session

WANTED = 100_000
SEED = 20261124
MOVED_DEGREES = 0.011  # of latitude: about 1.2 km
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SUBJECTS = ("step_free", "toilet", "parking", "hearing_loop")
FILES = Path(connector.intake.__file__).parent / "listings"


def ensure_corpus(wanted: int = WANTED) -> int:
    """Fill the catalogue up to `wanted` listings, if it is not so already. How many there are."""
    if not Asset.objects.exists():
        for file in sorted(FILES.glob("*.jsonl.gz")):
            call_command("import_listings", str(file), "--publish", verbosity=0)
    missing = wanted - Asset.objects.filter(live=True).count()
    if missing > 0:
        draw = random.Random(SEED)
        real = _real()
        with tqdm(total=missing, unit="listings", desc="Recombining", leave=False) as bar:
            while bar.n < missing:
                many = min(2_000, missing - bar.n)
                _add(real, many, draw)
                bar.update(many)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    _made_up().annotate(fifth=F("pk") % 5).filter(fifth__lt=2).update(cost=Asset.Cost.FREE)
    return Asset.objects.filter(live=True).count()


def _made_up() -> QuerySet[Asset]:
    """The recombined ones: they come from no file."""
    return Asset.objects.filter(sources__isnull=True)


def _real() -> list[dict[str, Any]]:
    """What is taken from each real listing that has a place."""
    rows = list(
        Asset.objects.filter(live=True, asset_places__isnull=False)
        .order_by("pk")
        .values("pk", "name", "summary", "description", "kind", "cost", "organisation_id", "tags")
    )
    points = dict(AssetPlace.objects.order_by("-pk").values_list("asset_id", "place_id"))
    places = Place.objects.in_bulk(set(points.values()))
    tags: dict[int, list[int]] = {}
    for asset_id, interest_id in AssetInterest.objects.order_by("pk").values_list("asset_id", "interest_id"):
        tags.setdefault(asset_id, []).append(interest_id)
    return [
        {**row, "place": places[points[row["pk"]]], "interests": tags.get(row["pk"], [])}
        for row in {row["pk"]: row for row in rows}.values()
        if places[points[row["pk"]]].lat is not None
    ]


def _add(real: Sequence[dict[str, Any]], many: int, draw: random.Random) -> None:
    made = [(draw.choice(real), draw.choice(real), draw.choice(real)) for _ in range(many)]
    places = Place.objects.bulk_create(_moved(where["place"], draw) for _, _, where in made)
    assets = Asset.objects.bulk_create(_asset(who, what) for who, what, _ in made)
    pairs = list(zip(assets, places, made, strict=True))
    AssetPlace.objects.bulk_create(AssetPlace(asset=asset, place=place) for asset, place, _ in pairs)
    AssetInterest.objects.bulk_create(
        AssetInterest(asset=asset, interest_id=pk, state="suggested")
        for asset, _, (who, what, _) in pairs
        for pk in dict.fromkeys([*who["interests"], *what["interests"]])
    )
    Session.objects.bulk_create(_sessions(assets, draw))
    PlaceAccess.objects.bulk_create(_access(places, draw))


def _asset(who: dict[str, Any], what: dict[str, Any]) -> Asset:
    taken = {name: who[name] for name in ("kind", "cost", "organisation_id")}
    told = {name: what[name] for name in ("name", "summary", "description", "tags")}
    return Asset(live=True, met=False, **taken, **told)


def _moved(place: Place, draw: random.Random) -> Place:
    lat = place.lat + draw.uniform(-MOVED_DEGREES, MOVED_DEGREES)
    lon = place.lon + 1.6 * draw.uniform(-MOVED_DEGREES, MOVED_DEGREES)
    return Place(name=place.name, postcode=place.postcode, lat=lat, lon=lon, precision=place.precision)


def _sessions(assets: Sequence[Asset], draw: random.Random) -> Iterator[Session]:
    for asset in assets:
        if draw.random() < 0.6:
            day, hour = draw.randrange(7), draw.choice((10, 10, 13, 14, 19))
            first = date(2026, 1, 5) + timedelta(days=day)
            yield Session(asset=asset, rhythm="weekly", days=[DAYS[day]], first=first, start=time(hour))


def _access(places: Sequence[Place], draw: random.Random) -> Iterator[PlaceAccess]:
    for place in places:
        if draw.random() < 0.4:
            for subject in draw.sample(SUBJECTS, 2):
                yield PlaceAccess(place=place, subject=subject, state=draw.choice(("yes", "yes", "no", "partly")))
