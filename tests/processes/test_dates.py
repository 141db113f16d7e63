"""A worker that is killed leaves no date stale: in the first fill, and in what it follows."""

import pytest

from tests.processes.installation import Installation, until

pytestmark = pytest.mark.processes
ACTS = "tests.processes.date_acts"
A_YEAR = 365


def test_a_worker_that_is_killed_leaves_nothing_stale(installation: Installation) -> None:
    for hour, sign in (("9", "in-the-fill"), ("10", "in-the-log")):
        sessions = installation.act("meet", 4, hour, of=ACTS)
        stopped = installation.sign(sign)
        doomed = installation.start_act("follow_and_stop_in_mid_batch", stopped, 2, of=ACTS)
        until(stopped.exists)
        installation.kill(doomed)
        installation.run("fill_dates")
        count, hours, put_right = installation.act("standing", of=ACTS)
        assert count > A_YEAR * sessions
        assert (hours, put_right) == (1, 0)
