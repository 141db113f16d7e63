"""A sender that is killed with -9 on its way never makes a message go twice, and what did not go goes later."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes.installation import Installation, until

pytestmark = pytest.mark.processes
HAND = {
    "while the carrier takes it": ("stop_while_sending", 1, "failed True"),
    "before it is handed over": ("stop_before_handing_over", 1, "sent False"),
}


def act(installation: Installation, name: str, sign: Path) -> subprocess.Popen[bytes]:
    return installation._start([sys.executable, "-m", "tests.processes.message_acts", name, str(sign)])


@pytest.mark.parametrize(("killed", "went", "became"), HAND.values(), ids=HAND)
def test_killed_on_the_way(installation: Installation, killed: str, went: int, became: str) -> None:
    installation._environment["CONNECTOR_QUIET_HOURS"] = ""
    assert act(installation, "put", installation.sign("put")).wait() == 0
    stopped = installation.sign("stopped")
    doomed = act(installation, killed, stopped)
    until(stopped.exists)
    installation.kill(doomed)
    told = installation.sign("told")
    assert act(installation, "send_when_its_time_is_up", told).wait() == 0
    assert told.read_text() == became
    assert len((installation.folder / "ledger").read_text().splitlines()) == went
