"""The database into a file and back: a copy of SQLite's file, or what pg_dump writes.

Invariant: a dump is one moment of the database, though people go on writing; a load happens whole or not at all.
"""

import os
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection, transaction

SQLITE, POSTGRES = "sqlite", "postgresql"
PART = {SQLITE: "database.sqlite3", POSTGRES: "database.sql"}
# Nothing of what was there stays beside what comes.
_EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"
# Tables that say whether anybody worked here: a database that was only migrated has no rows in them.
WORKED_ON = ("cms_asset", "accounts_user", "cms_organisation", "cms_place")


class DatabaseProblem(Exception):
    """The database could not be written or read. The message says why."""


def counts_of(ask: Callable[[str], list[tuple[Any, ...]]], tables: list[str]) -> dict[str, int]:
    return {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in tables}  # noqa: S608  (names of our tables)


def dump(target: Path) -> dict[str, int]:
    """Write the database to `target`; the rows of each table in it."""
    return _dump_sqlite(target) if connection.vendor == SQLITE else _dump_postgres(target)


def check(source: Path, counts: Mapping[str, int]) -> None:
    """Whether SQLite finds the file whole and with these rows. What pg_dump wrote is proven when it is loaded."""
    if source.name != PART[SQLITE]:
        return
    try:
        with closing(_readable(source)) as database:
            told = database.execute("PRAGMA integrity_check").fetchall()
            found = counts_of(lambda query: database.execute(query).fetchall(), list(counts))
    except sqlite3.Error as problem:
        raise DatabaseProblem("The database in it cannot be read.") from problem
    if told != [("ok",)] or found != dict(counts):
        raise DatabaseProblem("The database in it is not whole.")


def load(source: Path, counts: Mapping[str, int]) -> None:
    """Put the database in the place of the one that is there. Raises DatabaseProblem, and then nothing has changed."""
    if connection.vendor == SQLITE:
        _load_sqlite(source)
    else:
        _load_postgres(source, counts)


def is_empty() -> bool:
    """Whether nobody has worked on the database in use, or there is none."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name in there.intersection(WORKED_ON):
            cursor.execute(f'SELECT 1 FROM "{name}" LIMIT 1')  # noqa: S608  (names of our tables)
            if cursor.fetchone():
                return False
    return True


def _dump_sqlite(target: Path) -> dict[str, int]:
    """With SQLite's own backup: consistent while others write (sqlite.org, "Online Backup API")."""
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
        names = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        tables = sorted(name for (name,) in names if "_fts" not in name)
        return counts_of(lambda query: copy.execute(query).fetchall(), tables)


def _load_sqlite(source: Path) -> None:
    place = Path(connection.settings_dict["NAME"])
    place.parent.mkdir(parents=True, exist_ok=True)
    connection.close()
    try:
        with closing(_readable(source)) as kept, closing(sqlite3.connect(place, timeout=20)) as database:
            kept.backup(database)
    except sqlite3.Error as problem:
        raise DatabaseProblem(
            f"The database could not be written: {problem}. Stop the server, then try again."
        ) from None


def _readable(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _dump_postgres(target: Path) -> dict[str, int]:
    """With pg_dump, and the rows counted in the same snapshot (PostgreSQL manual, "Snapshot Synchronization")."""
    with transaction.atomic(), connection.cursor() as cursor:

        def ask(query: str) -> list[tuple[Any, ...]]:
            cursor.execute(query)
            return cursor.fetchall()

        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        ((snapshot,),) = ask("SELECT pg_export_snapshot()")
        words = ["pg_dump", "--no-owner", "--no-privileges", "--schema=public", f"--snapshot={snapshot}"]
        _run([*words, f"--file={target}"])
        return counts_of(ask, sorted(connection.introspection.table_names(cursor)))


def _load_postgres(source: Path, counts: Mapping[str, int]) -> None:
    """In one transaction; the rows are counted before it ends."""
    whole = source.with_name("load.sql")
    wrong = " OR ".join(f'(SELECT count(*) FROM public."{name}") <> {number:d}' for name, number in counts.items())  # noqa: S608
    proof = f"DO $$ BEGIN IF {wrong or 'false'} THEN RAISE EXCEPTION 'rows are missing'; END IF; END $$;\n"
    dumped = source.read_text(encoding="utf-8").replace("\nCREATE SCHEMA public;\n", "\n")
    whole.write_text(_EMPTY + dumped + proof, encoding="utf-8")
    connection.close()
    _run(["psql", "--quiet", "--no-psqlrc", "--single-transaction", "-v", "ON_ERROR_STOP=1", f"--file={whole}"])


def _run(words: list[str]) -> None:
    """A program of PostgreSQL's, which finds the database in the environment: a password is on no command line."""
    given = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    there = {variable: str(given[name]) for name, variable in names.items() if given.get(name)}
    there |= {"PGSSLMODE": given["sslmode"]} if given.get("sslmode") else {}
    try:
        done = subprocess.run(  # noqa: S603  (words of ours)
            words, env=os.environ | there, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as problem:
        raise DatabaseProblem(f"{words[0]} is missing. Type: sudo apt-get install postgresql-client") from problem
    if done.returncode:
        said = done.stderr.strip() or f"it ended with {done.returncode}"
        raise DatabaseProblem(f"{words[0]} could not: {said.splitlines()[0][:200]}")
