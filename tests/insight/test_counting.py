"""The counts of the page, as a table: nothing here asks a database."""

import pytest

from cms.access import ABOUT_PEOPLE
from cms.freshness import Age
from connector.insight.counting import ages, by_kind, by_ward, empty_days, getting_in, nowhere
from connector.insight.facts import Catalogue, Listing, Ward
from connector.insight.links import Links
from connector.insight.showing import Cell, empty_in_words, shown
from connector.insight.waiting import Waiting

CATALOGUE = Catalogue(
    listings={
        1: Listing("group", Age.LATELY, frozenset({10}), placed=True),
        2: Listing("group", Age.STALE, frozenset({10, 11}), placed=True),
        3: Listing("online", Age.NOT_MET),
    },
    wards={10: Ward("W10", "Bank Top"), 11: Ward("W11", "Fleece Bridge"), 12: Ward("W12", "Low Moor")},
    answered={"step_free": {1, 3}, "come_alone": {3}},
    slots={10: {"mon-morning", "tue-morning"}, 11: {f"{day}-evening" for day in "mon tue wed thu fri sat sun".split()}},
)


def test_every_listing_has_one_age() -> None:
    counted = ages(CATALOGUE.listings.values())
    assert counted.all == sum(counted.of.values()) == 3
    assert (counted.of[Age.LATELY], counted.of[Age.STALE], counted.of[Age.NOT_MET]) == (1, 1, 1)


def test_kinds_that_there_are() -> None:
    assert {kind: counted.all for kind, counted in by_kind(CATALOGUE).items()} == {"group": 2, "online": 1}


def test_every_ward_has_a_row_and_what_is_in_two_counts_in_both() -> None:
    assert {ward: counted.all for ward, counted in by_ward(CATALOGUE).items()} == {10: 2, 11: 1, 12: 0}
    assert nowhere(CATALOGUE).all == 1


def test_a_building_is_asked_only_where_there_is_one() -> None:
    rows = {row.subject: (row.asked, row.unknown) for row in getting_in(CATALOGUE)}
    assert rows["step_free"] == (2, 1)
    assert rows["parking"] == (2, 2)
    assert rows["come_alone"] == (3, 2)
    assert all(rows[subject][0] == 3 for subject in ABOUT_PEOPLE)


def test_when_nothing_is_on() -> None:
    empty = empty_days(CATALOGUE)
    assert empty[10]["morning"] == ("wed", "thu", "fri", "sat", "sun")
    assert empty[11]["evening"] == ()
    assert len(empty[12]["afternoon"]) == 7


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), ""),
        (("mon",), "Mon"),
        (("sat", "sun"), "Sat and Sun"),
        (("mon", "sat", "sun"), "Mon, Sat and Sun"),
        (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "every day"),
    ],
)
def test_days_in_words(days: tuple[str, ...], words: str) -> None:
    assert empty_in_words(days) == words


def test_a_share_says_all_or_nothing_only_when_it_is() -> None:
    many = Catalogue({pk: Listing("group", Age.LATELY if pk else Age.STALE) for pk in range(1000)})
    told = [cell.share for _words, cell in shown(many, Waiting(0, None, 0, 0, 0), Links(curates=False))["ages"]]
    assert told == [99, 0, 1, 0, 0]


def test_nothing_at_all_is_a_page_too() -> None:
    told = shown(Catalogue(), Waiting(0, None, 0, 0, 0), Links(curates=True))
    assert told["total"] == Cell(0, told["total"].url)
    assert told["kinds"] == told["wards"] == told["week"] == []
