"""Where a draft's place is, by the tables that the product ships."""

import pytest

from cms.geo.sources import national_gazetteer
from cms.imports.drafts import AssetDraft, PlaceDraft
from cms.imports.locating import FAR, located
from tests.cms.imports.conftest import draft


def place_of(place: PlaceDraft) -> AssetDraft:
    return located(draft(place=place), national_gazetteer())


def test_a_postcode_gives_a_point_and_a_ward() -> None:
    found = place_of(PlaceDraft("Sale Library", "M33 7ZF"))
    place = found.content.place
    assert place is not None
    assert place.lat == pytest.approx(53.42, abs=0.02)
    assert (place.postcode, place.precision) == ("M33 7ZF", "postcode")
    assert found.ward_code.startswith("E05")


def test_a_given_point_stays_and_gets_its_ward() -> None:
    given = PlaceDraft("", "M33 7ZF", 53.4231, -2.3215, "exact")
    assert place_of(given).content.place == given
    assert place_of(PlaceDraft("", "", 53.4231, -2.3215, "exact")).ward_code.startswith("E05")


def test_a_point_far_from_its_postcode_gives_way() -> None:
    found = place_of(PlaceDraft("", "M33 7ZF", 51.5, -0.1, "exact"))
    assert found.content.place is not None
    assert found.content.place.lat == pytest.approx(53.42, abs=0.02)
    assert found.notes == (FAR,)


def test_a_sector_gives_its_middle_and_no_more() -> None:
    place = place_of(PlaceDraft("", "M33 7", None, None, "sector")).content.place
    assert place is not None
    assert place.lat is not None
    assert (place.postcode, place.precision) == ("M33 7", "sector")


def test_an_unknown_postcode_gives_no_point() -> None:
    given = PlaceDraft("Hall", "ZZ99 9ZZ")
    assert place_of(given).content.place == given
    assert located(draft(place=None), national_gazetteer()).content.place is None
