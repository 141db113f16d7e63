"""What several prices come to: never less than somebody may be asked for, and free only where all of it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.costs import PERIODS, Price, Summary, line, summary
from cms.models import CostOption

FULL, YEAR = Price(200), Price(3000, "year")


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        ([], None),
        ([FULL], Summary("paid", 200, "£2")),
        ([Price(0)], Summary("free", 0, "Free")),
        ([Price(0), Price(0, concession=True)], Summary("free", 0, "Free")),
        ([FULL, Price(100, concession=True)], Summary("paid", 200, "Up to £2")),
        ([FULL, Price(0, label="First time")], Summary("paid", 200, "Up to £2")),
        ([Price(250), Price(400)], Summary("paid", 400, "Up to £4")),
        ([YEAR], Summary("paid", None, "£30 a year")),
        ([YEAR, FULL], Summary("paid", 200, "£2")),
        ([Price(150, concession=True)], Summary("paid", 150, "£1.50")),
        ([Price(50, "hour"), Price(1000, "month")], Summary("paid", None, "50p an hour")),
    ],
)
def test_what_prices_come_to(prices: list[Price], said: Summary | None) -> None:
    assert summary(prices) == said


@pytest.mark.parametrize(
    ("price", "said"),
    [
        (FULL, "£2"),
        (Price(0), "Free"),
        (Price(0, label="Under 16"), "Under 16: free"),
        (Price(150, "month", concession=True), "Concession: £1.50 a month"),
    ],
)
def test_a_price_on_a_line(price: Price, said: str) -> None:
    assert line(price) == said


PRICES = st.builds(Price, st.integers(0, 9_999), st.sampled_from(list(PERIODS)), st.just(""), st.booleans())


@given(st.lists(PRICES, min_size=1, max_size=6))
def test_nobody_is_told_less_than_they_may_be_asked_for(prices: list[Price]) -> None:
    said = summary(prices)
    assert said is not None
    full = [price for price in prices if not price.concession] or prices
    assert (said.cost == "free") == (not any(price.pence for price in full))
    if said.pence is not None:
        assert said.pence == max(price.pence for price in full if price.per == "session" or not said.pence)


def test_the_catalogue_and_the_words_know_the_same_periods() -> None:
    assert list(CostOption.Per.values) == list(PERIODS)
