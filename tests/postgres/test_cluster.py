"""`deploy/with-postgres` leaves no server behind however it ends, and no folder unless it is killed with -9."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.processes.installation import PATIENCE_SECONDS, ROOT, until

pytestmark = pytest.mark.postgres
WITH_POSTGRES = str(ROOT / "deploy" / "with-postgres")


class Run:
    """A command that tells its address and then waits to be stopped."""

    def __init__(self) -> None:
        told = 'echo "$TEST_DATABASE_URL"; exec sleep 60'
        self.process = subprocess.Popen(
            [WITH_POSTGRES, "sh", "-c", told], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout
        self.folder = _folder(self.process.stdout.readline())
        self.server = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def has_gone(self) -> bool:
        try:
            os.kill(self.server, 0)
        except ProcessLookupError:
            return True
        return False


def _folder(told: str) -> Path:
    (host,) = parse_qs(urlsplit(told.strip()).query)["host"]
    return Path(host)


@pytest.fixture
def run() -> Iterator[Run]:
    made = Run()
    yield made
    if made.process.poll() is None:
        os.killpg(made.process.pid, signal.SIGKILL)
    made.process.communicate()


@pytest.mark.parametrize("code", [0, 3])
def test_it_ends_as_its_command_did_and_takes_its_folder_along(code: int) -> None:
    command = [WITH_POSTGRES, "sh", "-c", f'echo "$TEST_DATABASE_URL"; exit {code}']
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == code
    assert not _folder(done.stdout).exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_it_stops_its_command_and_its_server(run: Run, number: signal.Signals) -> None:
    if number is signal.SIGINT:
        os.killpg(run.process.pid, number)  # as a terminal does: the command is told too
    else:
        run.process.send_signal(number)
    assert run.process.wait(PATIENCE_SECONDS)
    assert run.has_gone()
    assert not run.folder.exists()


def test_killed_without_a_word_its_server_still_stops(run: Run) -> None:
    os.killpg(run.process.pid, signal.SIGKILL)
    until(run.has_gone)
    subprocess.run(["rm", "-rf", str(run.folder)], check=True)


def test_a_command_that_is_not_there_is_named() -> None:
    done = subprocess.run([WITH_POSTGRES], capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 1
    assert "deploy/with-postgres COMMAND" in done.stderr
