"""`make bench-load`: a hundred residents and sixty workers at once, on SQLite and on PostgreSQL; a table of each page.

The demonstration borough behind the product's own server with two processes of four threads, on loopback. What is
started ends by its process id. `BENCH_MINUTES` says for how long (ten if not said).
"""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import psycopg

from tests.processes.installation import ROOT, Installation, free_port, until_it_answers

MINUTES: Final = float(os.environ.get("BENCH_MINUTES", "10"))
PEOPLE, A_SECOND = 160, 4
PROCESSES, THREADS = 2, 4
COLUMNS: Final = ("Request Count", "Failure Count", "Median Response Time", "95%", "99%", "Requests/s")


def main(locust: str) -> int:
    """The table, and whether anything failed. `locust`: its program."""
    failures = 0
    print("| database | page | requests | failures | median ms | p95 ms | p99 ms | requests/s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    for name, database in {"SQLite": "", "PostgreSQL": os.environ.get("TEST_DATABASE_URL", "")}.items():
        if name == "SQLite" or database:
            failures += _measured(locust, name, database)
    return 1 if failures else 0


def _measured(locust: str, name: str, database: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), database=_made(database))
        try:
            installation.serve()
            installation.stop()
            address = _served(installation)
            return _asked(locust, name, address, Path(folder))
        finally:
            installation.end()


def _made(database: str) -> str:
    """The address of an empty database on this server; "" stays."""
    if database:
        with psycopg.connect(database, dbname="postgres", autocommit=True) as line:
            line.execute("CREATE DATABASE connector")
    return database


def _served(installation: Installation) -> str:
    """By two processes, as a small council has it."""
    port = free_port()
    server = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    sizes = ["--workers", str(PROCESSES), "--blocking-threads", str(THREADS)]
    installation.begin([server, *options, *sizes, "connector.wsgi:application"])
    address = f"http://127.0.0.1:{port}"
    until_it_answers(address)
    return address


def _asked(locust: str, name: str, address: str, folder: Path) -> int:
    people = str(ROOT / "tests" / "load" / "people.py")
    lasting = ["--headless", "-u", str(PEOPLE), "-r", str(A_SECOND), "-t", f"{MINUTES * 60:.0f}s"]
    command = [locust, "-f", people, "--host", address, *lasting, "--csv", str(folder / "load"), "--loglevel", "ERROR"]
    subprocess.run(command, check=False, cwd=folder, stdout=subprocess.DEVNULL, timeout=MINUTES * 60 + 120)
    with (folder / "load_stats.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        cells = (f"{float(row[each]):.1f}" if "/" in each else row[each] for each in COLUMNS)
        print(
            f"| {name} | {row['Name'] if row['Name'] != 'Aggregated' else 'all'} |", " | ".join(cells), "|", flush=True
        )
    return sum(int(row["Failure Count"]) for row in rows if row["Name"] == "Aggregated")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
