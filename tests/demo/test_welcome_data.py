"""What listings of the borough say to somebody who has not been there yet holds together."""

from datetime import date
from typing import Any

from cms.access import GETTING_IN
from cms.costs import Price, summary
from cms.models import Asset
from connector.demo.fields import asset_fields, price_fields
from connector.demo.pictures import FILES
from tests.demo.test_borough_data import ASSETS, ORGANISATIONS, PLACES, each_asset, rows

TODAY = date(2026, 11, 24)
PICTURES = {row["key"]: row for row in rows("pictures.json")}


@each_asset
def test_every_value_is_one_that_the_catalogue_knows(asset: dict[str, Any]) -> None:
    fields = asset_fields(asset, TODAY)
    row = Asset(**fields)
    row.clean_fields(exclude=["live_revision", "latest_revision"])
    assert bool(row.only_for) == bool(row.only_for_reason), "a limit has its reason"
    assert (row.usual_least or 0) <= (row.usual_most or 0)
    assert not row.waiting_words or row.room == Asset.Room.WAITING


@each_asset
def test_prices_come_to_what_the_card_says(asset: dict[str, Any]) -> None:
    prices = [Price(**price_fields(each)) for each in asset["cost"].get("options", [])]
    if found := summary(prices):
        assert (found.cost, found.pence) == (asset["cost"]["kind"], asset["cost"]["pence"])


def test_places_speak_of_doors_and_not_of_people() -> None:
    assert all(set(place["access"]) <= set(GETTING_IN) for place in PLACES.values())


def test_every_picture_is_there_shown_somewhere_and_said_in_words() -> None:
    shown = {row.get("picture") for row in [*ASSETS, *PLACES.values(), *ORGANISATIONS.values()]}
    shown |= {asset.get("first", {}).get("picture") for asset in ASSETS}
    assert shown - {None} == set(PICTURES)
    assert {path.name for path in FILES.iterdir()} == {row["file"] for row in PICTURES.values()}
    assert all(len(row["description"]) > 20 for row in PICTURES.values())


def test_at_least_a_dozen_tell_the_first_time_and_whether_one_can_stay() -> None:
    assert sum(bool(asset.get("first")) for asset in ASSETS) >= 12
    assert sum("stay_without_carer" in asset["access"] for asset in ASSETS) >= 3
    assert sum(bool(asset["who_for"].get("only")) for asset in ASSETS) >= 5
