"""The whole request: the real server on loopback, asked by one client or by sixteen.

Invariant: the server is a process of its own, ended by its process id; every answer must be a 200.
"""

import json
import os
import queue
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

from tests.bench.draw import Drawn
from tests.bench.timing import Measured

PORT = int(os.environ.get("BENCH_PORT", "8765"))
START_SECONDS = 60
STATUS = Path("/proc")


@contextmanager
def server(log: Path, engine: str) -> Iterator[int]:
    """The product's server, as `make run` starts it, on one engine; its process id. What it says goes to `log`."""
    granian = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(PORT), "--blocking-threads", "4"]
    command = [granian, *options, "--log-level", "error", "connector.wsgi:application"]
    with log.open("w") as lines:
        environment = os.environ | {"CONNECTOR_SEARCH_ENGINE": engine}
        process = subprocess.Popen(command, stdout=lines, stderr=lines, env=environment)
        try:
            _wait()
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=20)


def asked_of_server(drawn: Drawn, clients: int, what: str = "whole request") -> Measured:
    """One row: all requests, shared between the clients. Answers that a spare gave are told in its note."""
    row = Measured(f"{what}: {drawn.name}", clients)
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for address in drawn.addresses():
        waiting.put(address)
    threads = [Thread(target=_client, args=(waiting, row)) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row.seconds = time.perf_counter() - began
    if len(row.times) != len(drawn.queries):
        raise RuntimeError(f"{drawn.name}: only {len(row.times)} of {len(drawn.queries)} requests were answered.")
    if row.degraded:
        row.note = f"the spare answered {row.degraded}"
    return row


def warm(addresses: Sequence[str]) -> None:
    """Let every thread of the server load its code and its tables once."""
    line = HTTPConnection("127.0.0.1", PORT, timeout=60)
    for address in addresses:
        _ask(line, address)
    line.close()


def memory_mb(process: int) -> float:
    """Resident memory of a process and its children, MB."""
    return sum(_resident(each) for each in [process, *_children(process)]) / 1024


def _client(waiting: "queue.SimpleQueue[str]", row: Measured) -> None:
    line = HTTPConnection("127.0.0.1", PORT, timeout=60)
    while True:
        try:
            address = waiting.get_nowait()
        except queue.Empty:
            line.close()
            return
        started = time.perf_counter()
        hits, degraded = _ask(line, address)
        row.times.append((time.perf_counter() - started) * 1000)
        row.hits.append(hits)
        row.degraded += degraded


def _ask(line: HTTPConnection, address: str) -> tuple[int, bool]:
    """How many were found, and whether a spare answered."""
    line.request("GET", address, headers={"Accept": "application/json"})
    answer = line.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")
    told = json.loads(body)
    found = told["count"] if "count" in told else len(told["suggestions"])
    return int(found), bool(told.get("degraded"))


def _wait() -> None:
    for _ in range(START_SECONDS * 5):
        try:
            warm(["/api/search?q=sewing"])
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("The server did not start.")


def _children(process: int) -> list[int]:
    found = (STATUS / str(process) / "task" / str(process) / "children").read_text().split()
    return [int(child) for child in found] + [grand for child in found for grand in _children(int(child))]


def _resident(process: int) -> int:
    lines = (STATUS / str(process) / "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
