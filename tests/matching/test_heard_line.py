"""What was understood as one line, and when steps are asked about."""

import pytest

from connector.matching.chip_groups import Group
from connector.matching.chips import Chip
from connector.matching.heard_line import heard_line, minds_steps


def chip(label: str, *, on: bool = True, offer: bool = False) -> Chip:
    return Chip(label.lower(), label, "", "interest", on, offer)


@pytest.mark.parametrize(
    ("groups", "line"),
    [
        ([], ""),
        ([Group("", ())], ""),
        ([Group("", (chip("Embroidery"), chip("In the day")))], "Embroidery, in the day."),
        (
            [Group("", (chip("Embroidery"), chip("Knitting", on=False), chip("Quilting", on=False, offer=True)))],
            "Embroidery.",
        ),
        ([Group("", (chip("Walking"), chip("DIY"))), Group("Not wanted", ())], "Walking, DIY."),
        (
            [Group("", ()), Group("Not wanted", (chip("Whippets"),)), Group("For their dad", (chip("Joinery"),))],
            "Not wanted: whippets. For their dad: joinery.",
        ),
    ],
)
def test_one_line_of_what_counts(groups: list[Group], line: str) -> None:
    assert heard_line(groups) == line


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("Home after a broken hip.", True),
        ("Two falls since Easter", True),
        ("COPD, on oxygen", True),
        ("She has MS", True),
        ("Ms Ellis wants to get back to singing", False),
        ("On the other foot, he has a good heart and a frame of needlework", False),
        ("Embroidery all around the room", False),
        ("", False),
    ],
)
def test_steps_are_asked_about_where_a_body_mends(note: str, asked: bool) -> None:
    assert minds_steps(note) is asked
