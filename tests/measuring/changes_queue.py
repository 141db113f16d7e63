"""`python -m tests.measuring.changes_queue`: how long the list of groups' changes takes with 5,000 that wait.

In a folder of its own, which goes afterwards. Each page is asked for as a connector's browser does, `ROUNDS` times,
after one that is not counted; told are the median and the longest wait, and the median of the processor's time. The
list of assets stands beside it, so that a busy machine shows.
"""

import os
import statistics
import sys
import tempfile
import time

ROUNDS = 7
WANTED = 5_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"CONNECTOR_DATA": folder, "DJANGO_SETTINGS_MODULE": "connector.settings.development"}
        import django

        django.setup()
        _fill()
        _measure()


def _fill() -> None:
    from django.core.management import call_command
    from django.utils import timezone

    from cms.models import Asset, GroupChange
    from connector.accounts.models import User

    call_command("migrate", verbosity=0)
    maureen = User.objects.create_user("maureen@tenterclough.example", first_name="Maureen")
    assets = Asset.objects.bulk_create(
        Asset(name=f"Sewing circle {each}", summary="Thread and tea.", description="We sew. " * 60)
        for each in range(WANTED)
    )
    told = [["When", "Every Wednesday, 1.30 to 3.30pm", "Every Thursday, 2 to 4pm"], ["Name", "Circle", "Makers"]]
    kept = {"before": {"description": "We sew. " * 60}, "after": {"description": "We mend. " * 60}}
    GroupChange.objects.bulk_create(
        GroupChange(asset=asset, sender=maureen, sent_at=timezone.now(), state=state, told=told, kept=kept)
        for asset, state in zip(assets, ["waiting", "live"] * (WANTED // 2), strict=True)
    )


def _measure() -> None:
    from django.contrib.auth.models import Group
    from django.test import Client
    from django.urls import reverse

    from cms.models import GroupChange
    from connector.accounts.models import User
    from tests.factories.users import BACKEND

    asha = User.objects.create_user("asha@tenterclough.example", first_name="Asha")
    asha.groups.add(Group.objects.get(name="Connectors"))
    desk = Client(headers={"host": "127.0.0.1"})
    desk.force_login(asha, backend=BACKEND)
    queue, assets = (reverse(f"wagtailsnippets_cms_{model}:list") for model in ("groupchange", "asset"))
    one = reverse("cms_look_at_change", args=[GroupChange.objects.order_by("pk")[0].pk])
    for url in (queue, f"{queue}?p=90", f"{queue}?q=circle+49", f"{queue}?state=waiting", one, assets):
        assert desk.get(url).status_code == 200
        waits, works = [], []
        for _ in range(ROUNDS):
            begun, worked = time.perf_counter(), time.process_time()
            desk.get(url)
            waits.append(1000 * (time.perf_counter() - begun))
            works.append(1000 * (time.process_time() - worked))
        sys.stdout.write(
            f"{url:60} {statistics.median(waits):5.0f} ms, longest {max(waits):5.0f}, "
            f"processor {statistics.median(works):5.0f}\n"
        )


if __name__ == "__main__":
    main()
