"""What comes with a press of a button: nothing that was pressed before is lost."""

import pytest
from django.http import QueryDict

from connector.matching.asked import ALL, FIRST, Asked


@pytest.mark.parametrize(
    ("posted", "offs", "ons", "limit"),
    [
        ("note=x", (), (), FIRST),
        ("press=off:sewing", ("sewing",), (), FIRST),
        ("press=on:sewing&off=sewing", (), ("sewing",), FIRST),
        ("press=off:sewing&on=sewing&on=knitting", ("sewing",), ("knitting",), FIRST),
        ("off=a&off=a&off=b", ("a", "b"), (), FIRST),
        ("press=more&off=a", ("a",), (), ALL),
        ("limit=10&press=off:b", ("b",), (), ALL),
        ("press=nonsense", (), (), FIRST),
    ],
)
def test_presses(posted: str, offs: tuple[str, ...], ons: tuple[str, ...], limit: int) -> None:
    asked = Asked.of(QueryDict(posted))
    assert (asked.offs, asked.ons, asked.limit) == (offs, ons, limit)
