"""What the tags of a template print, and that nobody's words become markup."""

import pytest
from django.template import engines

from cms.cards import Segment

ATTACK = '<script>alert("1")</script>'


def printed(source: str, **context: object) -> str:
    return str(engines["django"].from_string(source).render(context))


def test_words_that_were_said_carry_the_underline() -> None:
    pieces = (Segment("embroidery", said=True), Segment(" is near."))
    assert printed("{% segments it %}", it=pieces) == '<span class="said">embroidery</span> is near.'


def test_words_are_escaped() -> None:
    html = printed("{% segments it %}", it=(Segment(ATTACK, said=True), Segment(ATTACK)))
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 2


def test_a_seam_is_drawn_only_where_the_minutes_are_known() -> None:
    assert printed("{% seam minutes %}", minutes=None) == ""
    html = printed("{% seam minutes %}", minutes=4)
    assert (html.count("M"), html.count("<circle")) == (4, 2)
    assert 'aria-hidden="true"' in html


def test_a_ride_and_a_hem_are_drawn() -> None:
    assert "seam" in printed("{% ride 9 %}")
    assert "hem" in printed("{% hem %}")


@pytest.mark.parametrize(
    ("level", "kind"), [("success", "good"), ("warning", "care"), ("error", "wrong"), ("info", ""), ("", "")]
)
def test_the_look_of_a_message(level: str, kind: str) -> None:
    assert printed("{{ level|notice_kind }}", level=level) == kind


@pytest.mark.parametrize(
    ("phone", "dialled"), [("01632 960 014", "01632960014"), ("+44 (0)1632 960014 ext", "+4401632960014"), ("", "")]
)
def test_a_number_as_it_is_dialled(phone: str, dialled: str) -> None:
    assert printed("{{ phone|dialled }}", phone=phone) == dialled
