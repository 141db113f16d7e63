"""Counts that are made at the first look."""

import pickle

from search.engines.tantivy.facets import Facets


def test_are_counted_once_and_only_when_looked_at() -> None:
    looks: list[int] = []

    def count() -> dict[str, dict[str, int]]:
        looks.append(1)
        return {"kind": {"group": 2}}

    facets = Facets(count)
    assert looks == []
    assert facets["kind"] == {"group": 2}
    assert facets == {"kind": {"group": 2}}
    assert list(facets) == ["kind"]
    assert (len(facets), repr(facets)) == (1, "{'kind': {'group': 2}}")
    assert looks == [1]


def test_are_pickled_as_a_dictionary() -> None:
    assert pickle.loads(pickle.dumps(Facets(lambda: {"free": {"yes": 1}}))) == {"free": {"yes": 1}}
