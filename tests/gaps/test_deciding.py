"""Whether there is a good match near: from what the answers are, not from how many."""

import pytest

from cms.geo.effort import Way
from connector.gaps.deciding import Unmet, unmet, wishes
from search.questions import Hit
from search.reasons import Reason
from search.understanding.reading import Said
from tests.search.vocabularies import VOCABULARY

FOOT = Way()


def said(code: str, start: int = 0) -> Said:
    return Said(code, code, "so", start, start + 2, "label")


EMBROIDERY = wishes([said("embroidery")], VOCABULARY)


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
    found = unmet(EMBROIDERY, hits, {}, FOOT, None)
    assert found == ([Unmet("embroidery", obstacle)] if obstacle else [])  # type: ignore[arg-type]


def test_near_is_as_far_as_they_would_go_in_their_way() -> None:
    walk = [hit(metres=1_500.0)]
    assert unmet(EMBROIDERY, walk, {}, FOOT, None) == []
    assert unmet(EMBROIDERY, walk, {}, FOOT, 10) == [Unmet("embroidery", "far")]
    assert unmet(EMBROIDERY, walk, {}, Way("foot", "with_frame"), None) == [Unmet("embroidery", "far")]
    assert unmet(EMBROIDERY, walk, {}, Way("car"), 10) == []


def test_each_liking_is_told_once_and_by_itself() -> None:
    wanted = wishes([said("whippets"), said("embroidery", 20), said("whippets", 40)], VOCABULARY)
    assert unmet(wanted, [hit()], {}, FOOT, None) == [Unmet("whippets", "nothing")]


@pytest.mark.parametrize(
    ("wanted", "about", "met"),
    [
        ("whippets", {"embroidery", "whippets"}, True),
        ("textile-crafts", {"quilting"}, True),  # a kind of it
        ("making", {"embroidery"}, True),  # a kind of a kind
        ("embroidery", {"sewing"}, True),  # a close neighbour: 0.8
        ("whippets", {"dogs"}, True),  # 0.7
        ("embroidery", {"textile-crafts"}, False),  # what it is a kind of: 0.5
        ("embroidery", {"quilting"}, False),
        ("embroidery", {"whippets"}, False),
        ("embroidery", set(), False),
    ],
)
def test_what_a_listing_is_about_counts_whatever_it_came_up_for(wanted: str, about: set[str], met: bool) -> None:
    found = unmet(wishes([said(wanted)], VOCABULARY), [hit("something-else")], {1: about, 2: {wanted}}, FOOT, None)
    assert (found == []) is met


def test_what_it_is_about_does_not_bring_it_nearer() -> None:
    far = [hit("something-else", "same", "tag", 9_000.0)]
    assert unmet(EMBROIDERY, far, {1: {"embroidery"}}, FOOT, None) == [Unmet("embroidery", "far")]


def test_two_concepts_of_the_same_words_are_one_wish() -> None:
    wanted = wishes([said("whippets"), said("joinery")], VOCABULARY)
    assert unmet(wanted, [], {}, FOOT, None) == [Unmet("whippets", "nothing")]
    assert unmet(wanted, [hit("something-else")], {1: {"joinery"}}, FOOT, None) == []
    assert unmet(wanted, [hit("joinery")], {}, FOOT, None) == []


def test_what_was_picked_by_hand_is_a_wish_each_and_own_words_are_none() -> None:
    picked = [Said(code, code, "", 0, 0, "added") for code in ("whippets", "joinery", "")]
    assert [wish.codes for wish in wishes(picked, VOCABULARY)] == [("whippets",), ("joinery",)]
