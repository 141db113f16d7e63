"""What happened to a live asset while a draft lay waiting, carried into the draft."""

import pytest

from cms.models.drafts import Meanwhile, carried

NOTHING = {"confirmed_on": None, "confirmed_by": "", "confirmed_how": ""}
MARCH = {"confirmed_on": "2026-03-01", "confirmed_by": "Maureen", "confirmed_how": "by telephone"}
MAY = {"confirmed_on": "2026-05-01", "confirmed_by": "Sandra", "confirmed_how": ""}


def link(interest: int, state: str) -> dict:
    return {"pk": interest, "asset": 1, "interest": interest, "state": state, "words": ""}


@pytest.mark.parametrize(
    ("drafted", "live", "kept"),
    [
        (NOTHING, NOTHING, NOTHING),
        (NOTHING, MARCH, MARCH),
        (MAY, MARCH, MAY),
        (MARCH, MAY, MAY),
        (MARCH, NOTHING, MARCH),
    ],
)
def test_the_later_confirmation_wins(drafted, live, kept):
    assert carried(drafted, Meanwhile(live, ())) == kept


@pytest.mark.parametrize(
    ("drafted", "live", "kept"),
    [
        pytest.param([link(1, "suggested")], [link(1, "confirmed")], [link(1, "confirmed")], id="confirmed meanwhile"),
        pytest.param([link(1, "suggested")], [link(1, "removed")], [link(1, "removed")], id="removed meanwhile"),
        pytest.param([link(1, "confirmed")], [link(1, "suggested")], [link(1, "confirmed")], id="answered there"),
        pytest.param([], [link(1, "suggested")], [link(1, "suggested")], id="suggested meanwhile"),
        pytest.param([], [link(1, "confirmed")], [], id="taken out in the draft"),
        pytest.param([link(1, "suggested")], [], [link(1, "suggested")], id="only in the draft"),
    ],
)
def test_answers_to_suggestions(drafted, live, kept):
    assert carried({"asset_interests": drafted}, Meanwhile(NOTHING, tuple(live)))["asset_interests"] == kept


def test_records_are_no_part_of_a_draft():
    assert carried({"name": "Choir", "sources": [{"pk": 1}]}, Meanwhile(NOTHING, ())) == {"name": "Choir"}
