"""Names that people write in many ways are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.geo.names import fold, name_and_qualifier, spoken_authority, strip_near


@pytest.mark.parametrize(
    ("ways", "folded"),
    [
        (("Ashton upon Mersey", "ashton-on-mersey", "ASHTON  ON  MERSEY"), "ashton on mersey"),
        (("St Albans", "Saint Albans", "St. Albans"), "st albans"),
        (("King's Lynn", "Kings Lynn", "King’s Lynn"), "kings lynn"),
        (("Pont-y-pŵl", "pont y pwl"), "pont y pwl"),
        (("Steòrnabhagh",), "steornabhagh"),
        (("Brighton & Hove", "Brighton and Hove", "the Brighton and Hove"), "brighton hove"),
        (("Carder Street", "Carder St", "carder st."), "carder street"),
        (("St", "st"), "st"),
        (("The", "the"), "the"),
    ],
)
def test_one_name_however_it_is_written(ways: tuple[str, ...], folded: str) -> None:
    assert {fold(way) for way in ways} == {folded}


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("near Sale", "Sale"),
        ("Close to  Sale", "Sale"),
        ("in around Sale", "Sale"),
        ("Nearton", "Nearton"),
        ("near", "near"),
        ("Sale near", "Sale near"),
    ],
)
def test_near_is_left_out(text: str, rest: str) -> None:
    assert strip_near(text) == rest


@pytest.mark.parametrize(
    ("text", "parts"), [("Sale, Trafford", ("Sale", "Trafford")), ("Sale", ("Sale", "")), (" Sale , ", ("Sale", ""))]
)
def test_the_words_after_the_comma(text: str, parts: tuple[str, str]) -> None:
    assert name_and_qualifier(text) == parts


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("City of Derby", "Derby"),
        ("Casnewydd - Newport", "Newport"),
        ("Bro Morgannwg - the Vale of Glamorgan", "Vale of Glamorgan"),
        ("The City of Brighton and Hove", "Brighton and Hove"),
        ("City and County of the City of London", "City of London"),
        ("Aberdeen City", "Aberdeen"),
        ("County Durham", "County Durham"),
        ("Isle of Wight", "Isle of Wight"),
        ("", ""),
    ],
)
def test_an_authority_as_people_say_it(name: str, spoken: str) -> None:
    assert spoken_authority(name) == spoken
