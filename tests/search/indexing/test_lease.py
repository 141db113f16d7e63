"""One writer an index: taken, kept, lost, released, and passed over where its holder is gone."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from search import conf
from search.engines.memory import MemoryEngine
from search.indexing.lease import LeaseLost, holder_in_words, lease_on, mark_of, position_for
from search.indexing.outbox import Mark
from search.models import IndexPosition

pytestmark = pytest.mark.django_db


@pytest.fixture
def position() -> IndexPosition:
    return position_for(MemoryEngine())


def _held_by(position: IndexPosition, holder: str, *, seconds: int = 60) -> IndexPosition:
    until = timezone.now() + timedelta(seconds=seconds)
    IndexPosition.objects.filter(pk=position.pk).update(lease_holder=holder, lease_until=until)
    position.refresh_from_db()
    return position


def _gone_process() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_nobody_else_can_take_it_until_it_is_released(position: IndexPosition) -> None:
    with lease_on(position) as lease:
        assert lease is not None
        position.refresh_from_db()
        assert f"/{os.getpid()}/" in position.lease_holder
        with lease_on(position) as other:
            assert other is None
    with lease_on(position) as again:
        assert again is not None


def test_it_is_released_when_the_work_fails(position: IndexPosition) -> None:
    with pytest.raises(ZeroDivisionError), lease_on(position):
        _ = 1 / 0
    position.refresh_from_db()
    assert (position.lease_holder, position.lease_until) == ("", None)


def test_moving_extends_it_and_says_where_the_index_stands(position: IndexPosition) -> None:
    with lease_on(position) as lease:
        assert lease is not None
        taken_until = IndexPosition.objects.get().lease_until
        lease.move(Mark(3, 9))
        lease.renew()
        assert lease.mark == Mark(3, 9)
        kept = IndexPosition.objects.get()
        assert kept.lease_until is not None
        assert taken_until is not None
        assert kept.lease_until >= taken_until
    assert mark_of(IndexPosition.objects.get()) == Mark(3, 9)


def test_who_lost_it_can_neither_move_nor_release_it(position: IndexPosition) -> None:
    with lease_on(position) as lease:
        assert lease is not None
        _held_by(position, "elsewhere/1/aa")
        for attempt in (lease.renew, lambda: lease.move(Mark(1, 1)), lambda: lease.mark):
            with pytest.raises(LeaseLost):
                attempt()
    kept = IndexPosition.objects.get()
    assert (kept.lease_holder, kept.last_change) == ("elsewhere/1/aa", 0)


@pytest.mark.parametrize(
    ("holder", "seconds", "can"),
    [
        ("elsewhere/1/aa", 60, False),
        ("elsewhere/1/aa", -1, True),
        (f"{conf.host()}/{os.getpid()}/aa", 60, False),
        (f"{conf.host()}/{os.getpid()}/aa", -1, True),
    ],
    ids=["elsewhere", "elsewhere, past", "this process", "this process, past"],
)
def test_a_holder_is_passed_over_when_its_time_is_up(
    position: IndexPosition, holder: str, seconds: int, can: bool
) -> None:
    with lease_on(_held_by(position, holder, seconds=seconds)) as lease:
        assert (lease is not None) is can


def test_a_holder_whose_process_is_gone_is_passed_over_at_once(position: IndexPosition) -> None:
    pid = _gone_process()
    with lease_on(_held_by(position, f"elsewhere/{pid}/aa")) as lease:
        assert lease is None
    with lease_on(_held_by(position, f"{conf.host()}/{pid}/aa")) as lease:
        assert lease is not None


def test_a_position_is_one_a_host_or_one_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shared(MemoryEngine):
        shared = True

    assert position_for(MemoryEngine()) == position_for(MemoryEngine())
    everywhere = position_for(Shared())
    assert everywhere.host == ""
    monkeypatch.setattr(conf, "host", lambda: "another")
    assert position_for(Shared()) == everywhere
    assert position_for(MemoryEngine()).host == "another"


def test_a_holder_is_named_for_people() -> None:
    assert holder_in_words("web-1/42/ab") == "process 42 on web-1"
    assert holder_in_words("odd/host/42/ab") == "process 42 on odd/host"
    assert holder_in_words("") == "another process"
