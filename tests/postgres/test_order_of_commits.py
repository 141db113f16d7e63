"""Changes are numbered before they are committed, and are committed in another order: a follower misses none.

Every way that the steps of two transactions can come one after another is tried, with a look at the log after each.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import Any

import pytest
from django.db import connection, connections, transaction

from cms.models import Asset
from search.engines import get_engine
from search.indexing.outbox import Mark, append, changes_after, touched_since
from search.indexing.worker import follow
from search.models import IndexChange
from search.refresh import rebuild_index
from search.types import SearchRequest
from tests.factories.assets import AssetFactory

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("committing_db")]
STEPS = ("begins", "logs", "commits")
# Which of the six places are the first transaction's: 20 orders.
ORDERS = list(combinations(range(2 * len(STEPS)), len(STEPS)))


class Writer:
    """A transaction on a connection of its own, made step by step."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._atomic = transaction.Atomic(using=None, savepoint=True, durable=False)

    def begins(self) -> None:
        """Opens the transaction and gets its number."""
        self.does(self._begin)

    def logs(self, pk: int) -> None:
        self.does(lambda: append([pk]))

    def commits(self) -> None:
        self.does(lambda: self._atomic.__exit__(None, None, None))

    def does(self, act: Any) -> Any:
        return self._thread.submit(act).result()

    def end(self) -> None:
        self.does(connections.close_all)
        self._thread.shutdown()

    def _begin(self) -> None:
        self._atomic.__enter__()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()")


@pytest.fixture
def writers() -> Iterator[list[Writer]]:
    made = [Writer(), Writer()]
    yield made
    for writer in made:
        writer.end()


@pytest.mark.parametrize("places", ORDERS, ids=lambda places: "".join("AB"[n not in places] for n in range(6)))
def test_whoever_follows_reads_each_change_once_in_every_order(writers: list[Writer], places: tuple[int, ...]) -> None:
    steps = [iter(STEPS), iter(STEPS)]
    mark, read = Mark(), []
    for n in range(6):
        who = int(n not in places)
        step = next(steps[who])
        getattr(writers[who], step)(*([100 + who] if step == "logs" else []))
        for change in changes_after(mark, 10):
            read.append(change.asset_id)
            mark = change.mark
    assert sorted(read) == [100, 101]


def test_a_number_given_first_and_committed_last_is_waited_for(writers: list[Writer]) -> None:
    """What the order of commits does to a reader: the later number is there, the earlier is not."""
    early, late = writers
    early.begins()
    early.logs(1)
    late.begins()
    late.logs(2)
    late.commits()
    assert list(IndexChange.objects.values_list("asset_id", flat=True)) == [2]
    assert changes_after(Mark(), 10) == []
    assert touched_since(Mark()) == {2}
    early.commits()
    assert [change.asset_id for change in changes_after(Mark(), 10)] == [1, 2]


@pytest.fixture
def two() -> list[Asset]:
    return [AssetFactory(name="Zither Table", live=False), AssetFactory(name="Quokka Table", live=False)]


def _found() -> set[int]:
    return set(get_engine().search(SearchRequest(), now=0).ids)


def _publishes(asset: Asset) -> Any:
    return lambda: asset.save_revision().publish()


def test_two_listings_published_in_reverse_order_are_both_found(writers: list[Writer], two: list[Asset]) -> None:
    follow(get_engine())
    for writer, asset in zip(writers, two, strict=True):
        writer.begins()
        writer.does(_publishes(asset))
    writers[1].commits()
    follow(get_engine())
    assert _found() <= {two[1].pk}
    writers[0].commits()
    follow(get_engine())
    assert _found() == {asset.pk for asset in two}


def test_a_rebuild_between_the_two_commits_loses_neither(writers: list[Writer], two: list[Asset]) -> None:
    for writer, asset in zip(writers, two, strict=True):
        writer.begins()
        writer.does(_publishes(asset))
    writers[1].commits()
    rebuild_index()
    assert _found() == {two[1].pk}
    writers[0].commits()
    follow(get_engine())
    assert _found() == {asset.pk for asset in two}
