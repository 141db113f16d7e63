"""One answer for each access subject from several places, and none where it is not known."""

import pytest

from search.access import merged_access

YES, NO, PARTLY, UNKNOWN = ({"step_free": state} for state in ("yes", "no", "partly", "unknown"))


@pytest.mark.parametrize(
    ("places", "own", "merged"),
    [
        ([], {}, {}),
        ([YES], {}, YES),
        ([NO], {}, NO),
        ([PARTLY], {}, PARTLY),
        ([UNKNOWN], {}, {}),
        ([YES, YES], {}, YES),
        ([YES, NO], {}, PARTLY),
        ([YES, PARTLY], {}, PARTLY),
        ([NO, UNKNOWN], {}, PARTLY),
        ([YES, UNKNOWN], {}, {}),
        ([YES, {}], {}, {}),
        ([{}, {}], {}, {}),
        ([NO], YES, YES),
        ([YES], NO, NO),
        ([YES], UNKNOWN, YES),
        ([], PARTLY, PARTLY),
        ([YES], {"toilet": "no"}, {"step_free": "yes", "toilet": "no"}),
    ],
)
def test_places_and_listing_together(places: list[dict[str, str]], own: dict[str, str], merged: dict[str, str]) -> None:
    assert merged_access(places, own) == merged
