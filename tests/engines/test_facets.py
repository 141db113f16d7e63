"""Counts that are made at the first look."""

import pickle
from collections.abc import Collection

import pytest

from search.engines.facets import Counts, Facets
from search.facets import GROUPS


def test_are_counted_once_and_only_when_looked_at() -> None:
    looks: list[list[str]] = []

    def count(names: Collection[str]) -> Counts:
        looks.append(list(names))
        return {name: {"one": 1} for name in names}

    facets = Facets(count)
    assert looks == []
    assert facets["kind"] == {"one": 1}
    assert facets.only(["kind", "day"]) == {"kind": {"one": 1}, "day": {"one": 1}}
    assert looks == [["kind"], ["day"]]
    assert facets == {name: {"one": 1} for name in GROUPS}
    assert (list(facets), len(facets)) == (list(GROUPS), len(GROUPS))
    assert looks == [["kind"], ["day"], [name for name in GROUPS if name not in ("kind", "day")]]


def test_no_other_group_is_there() -> None:
    with pytest.raises(KeyError):
        Facets(lambda names: {name: {} for name in names})["colour"]


def test_are_pickled_as_a_dictionary() -> None:
    facets = Facets(lambda names: {name: {"yes": 1} for name in names}, ["free"])
    assert repr(facets) == "{'free': {'yes': 1}}"
    assert pickle.loads(pickle.dumps(facets)) == {"free": {"yes": 1}}
