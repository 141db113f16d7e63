"""`python -m tests.measuring.admin_lists [FOLDER]`: how long each list of the admin takes over 10,000 real listings.

The three shipped files are imported and published, and filled up to 10,000 with copies of their rows: in a folder of
its own, or in FOLDER, where they are kept for the next time. Each page is asked for as a connector's browser does,
`ROUNDS` times, after one that is not counted; told are the median and the longest wait, and the median of the
processor's time.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 7
WANTED = 10_000
ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = sys.argv[1] if sys.argv[1:] else folder
        os.environ |= {"CONNECTOR_DATA": data, "DJANGO_SETTINGS_MODULE": "connector.settings.development"}
        import django

        django.setup()
        _fill()
        _measure()


def _fill() -> None:
    from django.core.management import call_command

    from cms.models import Asset

    call_command("migrate", verbosity=0)
    if Asset.objects.count() >= WANTED:
        return
    for file in (
        () if Asset.objects.exists() else sorted((ROOT / "connector" / "intake" / "listings").glob("*.jsonl.gz"))
    ):
        call_command("import_listings", str(file), "--publish", stdout=sys.stderr)
    _copies(WANTED - Asset.objects.count())
    call_command("find_duplicates", stdout=sys.stderr)


def _copies(wanted: int) -> None:
    """Copies of real rows with their places and interests, under a name of their own."""
    from uuid import uuid4

    from cms.models import Asset, AssetInterest, AssetPlace

    chosen = random.Random(4).sample(list(Asset.objects.values_list("pk", flat=True)), wanted)
    for start in range(0, wanted, 500):
        old = chosen[start : start + 500]
        rows = list(Asset.objects.filter(pk__in=old).order_by("pk"))
        keys = [row.pk for row in rows]
        for row in rows:
            row.pk, row.uuid, row.name = None, uuid4(), f"{row.name[:240]} again"
        made = dict(zip(keys, (row.pk for row in Asset.objects.bulk_create(rows)), strict=True))
        for model in (AssetPlace, AssetInterest):
            parts = list(model.objects.filter(asset__in=keys))
            for part in parts:
                part.pk, part.asset_id = None, made[part.asset_id]
            model.objects.bulk_create(parts)


def _measure() -> None:
    from django.contrib.auth.models import Group
    from django.test import Client
    from django.urls import reverse

    from cms.models import Asset, Source
    from connector.accounts.models import User
    from tests.factories.users import BACKEND

    asha, _made = User.objects.get_or_create(email="asha@tenterclough.example", first_name="Asha")
    asha.groups.add(Group.objects.get(name="Connectors"))
    browser = Client()
    browser.force_login(asha, backend=BACKEND)
    lists = ("asset", "assetinterest", "possibleduplicate", "organisation", "place", "session", "contact", "interest")
    pages = {name: reverse(f"wagtailsnippets_cms_{name}:list") for name in (*lists, "assetsource", "source", "area")}
    assets, source = pages["asset"], Source.objects.first()
    pages |= {
        "asset, page 150": f"{assets}?p=150",
        "asset, q=sewing": f"{assets}?q=sewing",
        "asset, by state and check": f"{assets}?status=live&check=due",
        "asset, by source": f"{assets}?source={source.pk if source else ''}",
        "asset, interests to look at": f"{assets}?suggested=yes",
        "asset, possible duplicates": f"{assets}?duplicate=yes",
        "asset, by confirmation": f"{assets}?ordering=-confirmed_on",
        "asset, parking not known": f"{assets}?status=live&unknown=parking",
        "at a glance": reverse("at_a_glance"),
        "edit page of an asset": reverse("wagtailsnippets_cms_asset:edit", args=[Asset.objects.order_by("pk")[0].pk]),
        "first page": reverse("wagtailadmin_home"),
    }
    print(f"{Asset.objects.count():,} assets, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, url in pages.items():
        times = [_timed(lambda url=url: browser.get(url)) for _ in range(ROUNDS + 1)][1:]
        waited, worked = zip(*times, strict=True)
        print(
            f"{name:32} {statistics.median(waited):6.0f} ms {max(waited):6.0f} ms {statistics.median(worked):6.0f} ms"
        )


def _timed(ask: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that somebody waits, and of the processor's time: the second does not grow with other work."""
    started, worked = time.perf_counter(), time.process_time()
    answer = ask()
    spent = (time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000
    assert getattr(answer, "status_code", 0) == 200, answer
    return spent


if __name__ == "__main__":
    main()
