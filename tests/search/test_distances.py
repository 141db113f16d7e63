"""Distances as people type them."""

import pytest

from search.distances import DistanceProblem, metres


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", 5000),
        ("5km", 5000),
        ("0.5", 500),
        ("800m", 800),
        ("3 miles", 4828.032),
        ("1 mile", 1609.344),
        ("5000", 5000),
    ],
)
def test_read(text: str, expected: float) -> None:
    assert metres(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["far", "-3", "0", "5 furlongs", "999999999km", "٣ km x"])
def test_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(DistanceProblem, match="miles"):
        metres(text)
