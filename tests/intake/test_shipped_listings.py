"""The three directories that the product ships, all of their rows: the counts that it promises.

Slow: runs with the suite of whole processes.
"""

from collections.abc import Callable

import pytest
from django.db.models import Count

from cms.models import Asset, AssetSource, Place, Source
from connector.intake.credits import LISTINGS, credits

pytestmark = [pytest.mark.django_db, pytest.mark.processes]
FILES = ("ccby_ukcat_charities", "ogl_trafford_charities", "ogl_greater_manchester_places")
ROWS, ASSETS, INACTIVE, IN_TWO = 8_094, 8_073, 71, 21


def read_all(run: Callable[..., str]) -> str:
    return "".join(run("import_listings", LISTINGS / f"{name}.jsonl.gz", "--publish") for name in FILES)


def test_every_row_becomes_an_asset_and_a_second_import_changes_nothing(run: Callable[..., str]) -> None:
    said = read_all(run)
    assert "rejected" in said
    assert Asset.objects.count() == ASSETS
    assert Asset.objects.filter(live=True).count() == ASSETS - INACTIVE == 8_002
    assert AssetSource.objects.count() == ROWS
    assert Asset.objects.annotate(count=Count("sources")).filter(count=2).count() == IN_TWO
    assert Asset.objects.filter(met=True).count() == 0
    _charities_are_cut()
    _every_source_has_its_words()
    suggested = Asset.objects.filter(asset_interests__state="suggested").distinct().count()
    assert suggested > ASSETS / 5
    before = list(Asset.objects.order_by("pk").values())
    again = read_all(run)
    assert [line.split()[0] for line in again.splitlines() if line.endswith((" new", " changed"))] == ["0"] * 6
    assert list(Asset.objects.order_by("pk").values()) == before


def _charities_are_cut() -> None:
    places = Place.objects.filter(asset_places__asset__sources__source_ref__startswith="GB-")
    assert places.exclude(precision="sector").count() == 0
    assert places.exclude(address="").count() == 0
    assert places.filter(postcode__regex=r"[0-9][A-Z]{2}$").count() == 0


def _every_source_has_its_words() -> None:
    assert set(Source.objects.values_list("name", flat=True)) == set(credits())
    assert not Source.objects.filter(attribution="").exists()
    assert not Source.objects.filter(licence="").exists()
