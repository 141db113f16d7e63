"""Whether there is a good match near: from what the answers are, not from how many."""

import pytest

from cms.geo.effort import Way
from connector.gaps.deciding import Unmet, unmet
from search.questions import Hit
from search.reasons import Reason

FOOT = Way()


def hit(
    interest: str = "embroidery", edge: str = "same", shown_by: str = "tag", metres: float | None = 500.0, *parts: str
) -> Hit:
    facts = {"kind": "interest", "interest": interest, "edge": edge, "shown_by": shown_by}
    return Hit(1, 1.0, metres, (Reason("interest", (), facts),), dict.fromkeys(parts, -1.0))


@pytest.mark.parametrize(
    ("hits", "obstacle"),
    [
        ([hit()], ""),
        ([hit(edge="narrower")], ""),
        ([hit(shown_by="text")], ""),
        ([hit(metres=None)], ""),
        ([], "nothing"),
        ([hit("sewing")], "nothing"),
        ([hit(edge="related")], "nothing"),
        ([hit(edge="broader")], "nothing"),
        ([hit(edge="leads_to")], "nothing"),
        ([hit(shown_by="suggested")], "nothing"),
        ([Hit(1, 9.0, 100.0, (Reason("words", (), {"kind": "words"}),))], "nothing"),
        ([hit("embroidery", "same", "tag", 9_000.0)], "far"),
        ([hit("embroidery", "same", "tag", 500.0, "access no")], "access"),
        ([hit("embroidery", "same", "tag", 500.0, "other times")], "time"),
        ([hit("embroidery", "same", "tag", 500.0, "full")], "room"),
        ([hit("embroidery", "same", "tag", 500.0, "paused")], "room"),
        ([hit("embroidery", "same", "tag", 9_000.0, "access no"), hit("embroidery", "same", "tag", 9_000.0)], "far"),
        ([hit("embroidery", "same", "tag", 500.0, "full"), hit()], ""),
        ([hit("embroidery", "same", "tag", 500.0, "access yes", "near", "greeter")], ""),
    ],
)
def test_what_stands_in_the_way(hits: list[Hit], obstacle: str) -> None:
    found = unmet(["embroidery"], hits, FOOT, None)
    assert found == ([Unmet("embroidery", obstacle)] if obstacle else [])  # type: ignore[arg-type]


def test_near_is_as_far_as_they_would_go_in_their_way() -> None:
    walk = [hit(metres=1_500.0)]
    assert unmet(["embroidery"], walk, FOOT, None) == []
    assert unmet(["embroidery"], walk, FOOT, 10) == [Unmet("embroidery", "far")]
    assert unmet(["embroidery"], walk, Way("foot", "with_frame"), None) == [Unmet("embroidery", "far")]
    assert unmet(["embroidery"], walk, Way("car"), 10) == []


def test_each_liking_is_told_once_and_by_itself() -> None:
    assert unmet(["whippets", "embroidery", "whippets"], [hit()], FOOT, None) == [Unmet("whippets", "nothing")]
