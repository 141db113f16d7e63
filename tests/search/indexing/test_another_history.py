"""A database that was put back from a copy is noticed: a position may then be from a later time than the log."""

import pytest
from django.db import transaction

from search.indexing.outbox import Mark, ahead_of_time, append, newest
from search.models import IndexChange

pytestmark = pytest.mark.usefixtures("committing_db")


@pytest.fixture
def last(committing_db: None) -> Mark:
    """The last of three changes."""
    with transaction.atomic():
        append([1, 2, 3])
    return newest()


def test_a_position_within_the_log_is_its_own(last: Mark) -> None:
    assert not ahead_of_time(Mark())
    assert not ahead_of_time(last)


def test_also_when_all_rows_were_dropped(last: Mark) -> None:
    IndexChange.objects.all().delete()
    assert not ahead_of_time(last)


def test_a_position_beyond_it_is_from_another_database(last: Mark) -> None:
    assert ahead_of_time(Mark(last.xact + 1_000_000, last.change + 1_000_000))


def test_before_the_first_change_there_is_nothing_to_be_ahead_of(committing_db: None) -> None:
    assert not ahead_of_time(Mark())
