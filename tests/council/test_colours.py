"""Every colour that is taken can be read by day and by night, and one that cannot is answered with one that can."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector.council import colours
from connector.council.colours import NotReadable, band, colour, contrast, links, worst
from connector.council.style import stylesheet

CSS = Path(__file__).parents[2] / "connector" / "static" / "connector" / "css" / "connector.css"
any_colour = st.from_regex(r"\A#[0-9A-F]{6}\Z")


@pytest.mark.parametrize(
    ("written", "read"), [("#24427C", "#24427C"), ("24427c", "#24427C"), (" #2a6 ", "#22AA66"), ("FFF", "#FFFFFF")]
)
def test_a_colour_may_be_written_in_several_ways(written: str, read: str) -> None:
    assert colour(written) == read


@pytest.mark.parametrize("written", ["", "blue", "#12", "#12345", "#1234567", "#GG0000", "rgb(1,2,3)"])
def test_anything_else_is_told_how(written: str) -> None:
    with pytest.raises(ValueError, match="such as #24427C"):
        colour(written)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # From the definition: black on white is 21; grey 118 is the lightest grey that gives 4.54 on white.
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#767676", "#FFFFFF", 4.54), ("#FF0000", "#FFFFFF", 4.0)],
)
def test_contrast_is_as_defined(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01) == contrast(other, one)


@given(any_colour)
def test_links_are_readable_or_answered_with_ones_that_are(chosen: str) -> None:
    try:
        rest, pressed = links(chosen)
    except NotReadable as wrong:
        rest, pressed = links(re.findall(r"#[0-9A-F]{6}", str(wrong))[-1])
    for day in (rest.day, pressed.day):
        assert worst(day, colours.LIGHT_CLOTHS) >= 4.5
    for night in (rest.night, pressed.night):
        assert worst(night, colours.DARK_CLOTHS) >= 4.5
        assert contrast(night, colours.DARK_TEXT) >= 4.5, "the words on a button"


@given(any_colour)
def test_words_on_the_band_are_readable_or_it_is_answered_with_another(chosen: str) -> None:
    try:
        shade = band(chosen)
    except NotReadable as wrong:
        shade = band(re.findall(r"#[0-9A-F]{6}", str(wrong))[-1])
    assert worst(shade.day, (colours.ON_BAND, colours.ON_BAND_QUIET)) >= 4.5
    assert worst(shade.night, (colours.DARK_ON_BAND, colours.DARK_ON_BAND_QUIET)) >= 4.5
    assert contrast(shade.day, colours.BAND_THREAD) >= 3


def test_the_cloths_are_those_of_the_stylesheet() -> None:
    light, dark = CSS.read_text().split("@media (prefers-color-scheme:dark)")[:2]
    for text, cloths in ((light, colours.LIGHT_CLOTHS), (dark, colours.DARK_CLOTHS)):
        found = dict(re.findall(r"--([a-z-]+):(#[0-9A-F]{6})", text))
        assert [found[name] for name in ("fleece", "bleached", "woad", "rose", "straw", "moss")] == list(cloths)
    found = dict(re.findall(r"--([a-z-]+):(#[0-9A-F]{6})", light))
    assert (found["on-deep"], found["on-deep-quiet"]) == (colours.ON_BAND, colours.ON_BAND_QUIET)
    assert found["deep-thread"] == colours.BAND_THREAD


def test_the_stylesheet_says_it_three_ways_and_nothing_without_colours() -> None:
    css = stylesheet(band_colour="#3B1F4E", link_colour="")
    assert css.count("--deep:") == 3
    assert "--indigo" not in css
    assert stylesheet(band_colour="", link_colour="") == ""
