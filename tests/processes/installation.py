"""An installation of the product in a folder of its own, and its processes, for tests that start real ones.

Invariant: everything it starts has ended when the test ends; it waits for what is to happen, never for a time.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from tests import waiting

ROOT = Path(__file__).resolve().parent.parent.parent
# Far longer than anything takes on a slow machine: a test that reaches it has failed.
PATIENCE_SECONDS = 480.0
# For processes that start, on a machine that has other things to do.
until = partial(waiting.until, seconds=PATIENCE_SECONDS, every=0.02)
_NONE: Mapping[str, str] = {}
ACTS = "tests.processes.acts"


class Installation:
    """`run` waits for a process, `start` does not. Acts are the functions of `tests.processes.acts`."""

    def __init__(
        self, folder: Path, compiled: Path | None = None, *, database: str = "", environment: Mapping[str, str] = _NONE
    ) -> None:
        """`compiled`: a folder that installations share, so that Python compiles the product once and not each time.

        `database`: its address; left out, a file in the folder. `environment`: what else its processes are told.
        """
        self.folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self._environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("CONNECTOR_", "DATABASE_", "PYTHONDONTWRITEBYTECODE"))
        } | {
            "PYTHONPYCACHEPREFIX": str(compiled or folder / "compiled"),
            "CONNECTOR_DATA": str(folder),
            # Meanings arrive some time after words, and move answers when they do: a test that wants them says so.
            "CONNECTOR_EMBEDDER": "",
            "DJANGO_SETTINGS_MODULE": "connector.settings.development",
            "PYTHONPATH": str(ROOT),
        }
        if database:
            self._environment["DATABASE_URL"] = database
        self._environment |= environment

    def run(self, *command: str) -> str:
        """`manage.py` with these words. What it wrote to standard output. A failure fails the test, with its errors."""
        return self._run([sys.executable, str(ROOT / "manage.py"), *command])

    def refused(self, *command: str) -> str:
        """`manage.py` with these words, which must fail. What it wrote to standard error."""
        words = [sys.executable, str(ROOT / "manage.py"), *command]
        done = subprocess.run(
            words, cwd=ROOT, env=self._environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS
        )
        assert done.returncode, f"{command} was not refused:\n{done.stdout}\n{done.stderr}"
        return done.stderr

    def act(self, name: str, *arguments: object, of: str = ACTS) -> Any:
        """One of the acts, in a process of its own, and what it answered. `of`: the module that has it."""
        return json.loads(self._run([sys.executable, "-m", of, name, *map(str, arguments)]).splitlines()[-1])

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """`manage.py` with these words, going on beside the test."""
        return self._start([sys.executable, str(ROOT / "manage.py"), *command])

    def start_act(self, name: str, *arguments: object, of: str = ACTS) -> subprocess.Popen[bytes]:
        """One of the acts, going on beside the test. `of`: the module that has it."""
        return self._start([sys.executable, "-m", of, name, *map(str, arguments)])

    def serve(self) -> str:
        """Start the web server with its worker. Its address, once it answers."""
        port = free_port()
        self.start("serve", "--port", str(port))
        address = f"http://127.0.0.1:{port}"
        until(lambda: _answers(f"{address}/search"))
        return address

    def make_run(self) -> str:
        """`make run`, as a newcomer types it. Its address, once it answers."""
        port = free_port()
        self._start(["make", "--silent", "run", f"PORT={port}"])
        address = f"http://127.0.0.1:{port}"
        until(lambda: _answers(f"{address}/"))
        return address

    def sign(self, name: str) -> Path:
        """A file by which processes tell each other something."""
        return self.folder / f"sign-{name}"

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """End a process as a power cut does."""
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE_SECONDS)

    def stop(self) -> None:
        """Stop what runs as Ctrl+C does, and wait until it has ended."""
        for process in self._started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
                process.wait(PATIENCE_SECONDS)

    def end(self) -> None:
        """End whatever still runs, servers with their children."""
        for process in self._started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(PATIENCE_SECONDS)

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command, cwd=ROOT, env=self._environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS
        )
        assert done.returncode == 0, f"{command[1:]} exited {done.returncode}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def begin(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Any program over this installation, with its worker, going on beside the test."""
        self._environment["CONNECTOR_IN_PROCESS_WORKER"] = "1"
        return self._start(command)

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        log = (self.folder / f"log-{len(self._started)}.txt").open("wb")
        with log:
            # A session of its own, so that a server's children end with it.
            process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )
        self._started.append(process)
        return process


def get(address: str) -> str:
    """A page of the server."""
    with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as answer:
        return str(answer.read().decode())


def until_it_answers(address: str) -> None:
    """Wait until a server does."""
    until(lambda: _answers(f"{address}/search"))


def _answers(address: str) -> bool:
    try:
        return bool(get(address))
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])
