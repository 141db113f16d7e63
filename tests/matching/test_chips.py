"""Chips: what counts, what was taken off, and a few close neighbours to offer."""

from connector.matching.chips import chips
from search.understanding.read import read
from tests.search.vocabularies import VOCABULARY, NoIndex


def labels(text: str, offs: tuple[str, ...] = ()) -> list[tuple[str, bool]]:
    reading = read(text, VOCABULARY, NoIndex())
    return [(chip.label, chip.on) for chip in chips(reading, offs, VOCABULARY)]


def test_each_chip_shows_the_words_it_came_from() -> None:
    first, *_ = chips(read("samplers in the day", VOCABULARY, NoIndex()), (), VOCABULARY)
    assert (first.label, first.said, first.on) == ("Embroidery", "samplers", True)


def test_interests_then_times_then_offers() -> None:
    assert labels("embroidery in the day") == [("Embroidery", True), ("In the day", True), ("Sewing", False)]


def test_what_was_taken_off_stays_as_an_offer() -> None:
    assert ("Whippets", False) in labels("embroidery", ("whippets",))
    assert ("In the day", False) in labels("embroidery", ("when-in-the-day",))


def test_what_was_taken_off_is_not_offered_twice() -> None:
    assert labels("embroidery", ("sewing",)).count(("Sewing", False)) == 1
