"""The gazetteers that the tests of this folder ask."""

import pytest

from cms.geo.gazetteer import NationalGazetteer, TableGazetteer, TableRow

ROWS = (
    TableRow("ZM1 2SA", 53.7354, -2.0462, "weavers-fold"),
    TableRow("ZM1 2SB", 53.7358, -2.0470, "weavers-fold"),
    TableRow("ZM1 4AA", 53.7310, -2.0400, "low-moor"),
    TableRow("QT4 4AB", 53.7400, -2.0300, "E05000001", "Bank Top", "E08000099", "Tenterclough"),
    TableRow("ZM1 2SA", ward_code="weavers-fold", name="Carder Street"),
    TableRow("ZM1 4AA", ward_code="low-moor", name="Mill Lane"),
    TableRow("QT4 4AB", ward_code="E05000001", name="Mill Lane"),
    TableRow(ward_code="E05015254", ward_name="Sale Moor"),
    TableRow(lat=53.7301, lon=-2.0411, ward_code="low-moor", name="Reed Bottoms", kind="hamlet"),
)


@pytest.fixture(scope="session")
def national() -> NationalGazetteer:
    """Great Britain, as shipped."""
    return NationalGazetteer()


@pytest.fixture(scope="session")
def table(national: NationalGazetteer) -> TableGazetteer:
    """A small table of a made-up borough, and a name for a real ward."""
    return TableGazetteer(ROWS, national.code)
