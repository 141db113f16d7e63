"""Names from registers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.imports.names import display_name


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("LEWIS MERTHYR BRASS BAND", "Lewis Merthyr Brass Band"),
        ("YMCA", "YMCA"),
        ("SHERBORNE U3A", "Sherborne U3A"),
        ("RSPB", "RSPB"),
        ("RSPCA WOKING AND DISTRICT BRANCH", "RSPCA Woking and District Branch"),
        ("ST JOHN'S CHURCH, OLD TRAFFORD", "St John's Church, Old Trafford"),
        ("AGE CONCERN,ST JUST/PENDEEN", "Age Concern,St Just/Pendeen"),
        ("O'NEILL AND MCDONALD TRUST", "O'Neill and McDonald Trust"),
        ("L'ARCHE", "L'Arche"),
        ("WE DON'T WALK ALONE", "We Don't Walk Alone"),
        ("THE M W AND M H PRICHARD PRIZE FUND", "The M W and M H Prichard Prize Fund"),
        ("J A SMITH", "J A Smith"),
        ("ADOPT A GRANNY", "Adopt a Granny"),
        ("STOKE-ON-TRENT PRE-SCHOOL", "Stoke-on-Trent Pre-School"),
        ("ETHNIC MINORITIES WIDOWS/WIDOWERS", "Ethnic Minorities Widows/Widowers"),
        ("1ST SALE SCOUTS", "1st Sale Scouts"),
        ("THE OVER 60'S CLUB", "The Over 60's Club"),
        ("BLACK COUNTRY LIVING MUSEUM (BCLM)", "Black Country Living Museum (BCLM)"),
        ("VOLUNTARY ORGANIZATIONS OF SOMALI ADULTS (VOSA)", "Voluntary Organizations of Somali Adults (VOSA)"),
        ("ST. MARY'S C.E. P.T.A.", "St. Mary's C.E. P.T.A."),
        ("PLACE2BE", "Place2Be"),
        ("FRIENDS OF SW9", "Friends of SW9"),
        ("OPERATION HOPE: THE NEXT STEP", "Operation Hope: The Next Step"),
        ("(THE) GOOD SHED", "(The) Good Shed"),
        ("CANOLFAN Y GELLI", "Canolfan y Gelli"),
        ("CWM TAF MR MRS", "Cwm Taf Mr Mrs"),
        ("KING HENRY VIII TRUST", "King Henry VIII Trust"),
        ("WWW.EXAMPLE.ORG", "www.example.org"),
        ("SALE & DISTRICT", "Sale & District"),
        # Not in capitals: as it is given, whatever it is.
        ("Gala Fairydean Rovers", "Gala Fairydean Rovers"),
        ("eBay for Good", "eBay for Good"),
        ("", ""),
        ("123 -- !", "123 -- !"),
    ],
)
def test_a_name_is_shown_as_people_write_it(given_name: str, shown: str) -> None:
    assert display_name(given_name) == shown


@given(st.text(max_size=80))
def test_no_letter_is_added_or_lost(name: str) -> None:
    one_line = " ".join(name.split())
    assert display_name(one_line).casefold() == one_line.casefold()


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ '-.,()/&12", max_size=60))
def test_a_name_in_capitals_is_put_right_once(name: str) -> None:
    shown = display_name(name)
    assert shown.upper() == name
