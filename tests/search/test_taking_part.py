"""Whether people take part in something, as far as its words tell: each kind of sign once, and four are enough."""

import pytest

from search.taking_part import ENOUGH, signs_of_taking_part


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", 0),
        ("Making grants for the relief of the poor of the parish", 0),
        ("The upkeep of the churchyard wall", 0),
        ("Reward, forbearance, bandage, overlap", 0),
        ("A chess CLUB. The club is a club.", 1),
        ("We meet on Tuesdays", 2),
        ("Sewing circle, Thursdays, tea and cake", 3),
        ("Choir practice weekly; beginners welcome; tea afterwards", 4),
        ("Club, group, class, session, meeting, weekly, members, volunteers, activities", ENOUGH),
    ],
)
def test_signs(text: str, signs: int) -> None:
    assert signs_of_taking_part(text) == signs
