"""A database of each earlier state, with a row in every table and a draft that waits, comes up to now as it was."""

from pathlib import Path

import pytest

from tests.processes.installation import Installation
from tests.upgrade.test_from_the_first import lost

pytestmark = pytest.mark.processes
# Each makes a database from nothing, which takes its time; what is older is shown from the first landed state.
STATES = ("groups asked", "calendars followed", "things offered")
# Rows of our own vocabulary that nobody of the council touched take what the product has learnt since.
SHIPPED = {"cms_shippedinterest"}
# Whom to tell of a correction, which nothing had read: the outbox does that now.
GONE = {"corrections_totell"}
TUESDAY, A_YEAR = 1, 52
DRAFT = ["name of a group", "What somebody wrote and nobody has looked at"]


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_lost(tmp_path: Path, compiled: Path, state: str) -> None:
    nothing_is_lost(Installation(tmp_path, compiled), state)


def nothing_is_lost(installation: Installation, state: str) -> None:
    told = installation.act("upgraded", state, of="tests.upgrade.states")
    before, after = told["before"], told["after"]
    assert len(before) > 40
    assert {name for name, rows in before.items() if not rows} == set()
    assert before.keys() - after.keys() == GONE & before.keys()
    found = {name: lost(rows, after[name]) for name, rows in before.items() if name not in SHIPPED | GONE}
    assert {name: rows for name, rows in found.items() if rows} == {}
    assert told["drafted"] == DRAFT
    # What it could not have then: the real dates of what runs.
    assert set(told["dated"]) == {TUESDAY}
    assert len(told["dated"]) > A_YEAR
