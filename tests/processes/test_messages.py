"""A sender that is killed with -9 on its way never makes a message go twice, and what did not go goes later; a website
that takes its time holds up no message."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fetching.pages import Page
from tests.fetching.server import website
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


def test_a_slow_website_holds_up_no_message(installation: Installation) -> None:
    """A real server that never ends its answer, looked at by one process while another sends."""
    installation._environment["CONNECTOR_QUIET_HOURS"] = ""
    with website() as site:
        site.pages["/robots.txt"] = Page(drips=True)
        address = installation.sign("address")
        address.write_text(f"{site.url}/")
        assert act(installation, "put_website", address).wait() == 0
        looked = installation.sign("looked")
        looking = act(installation, "look_outside", looked)
        until(lambda: site.seen)
        assert act(installation, "put", installation.sign("put")).wait() == 0
        worked = installation.sign("worked")
        assert act(installation, "work", worked).wait() == 0
        assert worked.read_text() == "1"
        assert len((installation.folder / "ledger").read_text().splitlines()) == 1
        assert looking.poll() is None, "the website still takes its time"
        assert not looked.exists()
        installation.kill(looking)
    with website() as site:
        site.pages["/"] = Page(b"Here we are.")
        again = installation.sign("again")
        assert act(installation, "look_outside", again).wait() == 0
        assert "websites" not in again.read_text(), "somebody may still be at it"
        assert act(installation, "lose_the_lease", again).wait() == 0
        assert act(installation, "look_outside", again).wait() == 0
        assert "look whether websites are there" in again.read_text()
