"""A query string as a question, and what is wrong with it in words."""

import pytest
from django.http import QueryDict

from search.filters import SearchFilters
from search.types import Order

pytestmark = pytest.mark.django_db


def filters(query: str) -> SearchFilters:
    return SearchFilters.of(QueryDict(query))


def test_everything_at_once() -> None:
    found = filters(
        "q=embroidery&near=M33&radius=3+miles&day=tue&day=wed&time=afternoon&free=true&kind=group&order=soonest"
    )
    question = found.question()
    assert not found.errors
    assert question.text == "embroidery"
    assert question.near_label == "M33"
    assert question.near is not None
    assert round(question.radius_m or 0) == 4828
    assert question.days == {"tue", "wed"}
    assert question.parts == {"afternoon"}
    assert question.costs == {"free"}
    assert question.kinds == {"group"}
    assert question.order is Order.SOONEST


def test_an_empty_query_asks_for_everything() -> None:
    question = filters("").question()
    assert (question.text, question.near, question.limit, question.offset) == ("", None, 10, 0)


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("near=ZZ99+9ZZ", "near", "ZZ99"),
        ("near=sewing", "near", "sewing"),
        ("radius=far&near=M33", "radius", "miles"),
        ("day=someday", "day", "someday"),
        ("limit=1000", "limit", "100"),
        ("order=cheapest", "order", "cheapest"),
        ("interest=no-such-thing", "interest", "no-such-thing"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_rest_counts(query: str, field: str, words: str) -> None:
    found = filters(f"q=singing&{query}")
    assert found.question().text == "singing"
    assert list(found.errors) == [field]
    assert words in " ".join(found.errors[field])


def test_a_radius_without_a_place_means_nothing() -> None:
    assert filters("radius=5").question().radius_m is None


def test_an_interest_may_be_asked_for_by_code() -> None:
    assert filters("interest=embroidery").question().interests == {"embroidery"}
