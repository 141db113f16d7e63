"""A database that really commits, put back as it was: rows, and the numbers that the next rows will get.

Invariant: the copy is taken and put back by the database's own means, so no model's code runs. On PostgreSQL its user
must be a superuser, as the one of `make test-pg` is: foreign keys rest while rows come back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from psycopg.sql import SQL, Composable, Identifier

_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"


@contextmanager
def put_back(connection: Any) -> Iterator[None]:
    """Whatever the block commits is gone after it."""
    connection.ensure_connection()
    with _sqlite(connection) if connection.vendor == "sqlite" else _postgres(connection):
        yield


@contextmanager
def _sqlite(connection: Any) -> Iterator[None]:
    with closing(sqlite3.connect(":memory:")) as kept:
        connection.connection.backup(kept)
        yield
        connection.ensure_connection()
        kept.backup(connection.connection)


@contextmanager
def _postgres(connection: Any) -> Iterator[None]:
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        kept = {name: _read(cursor, name) for name in _filled(cursor, names)}
        cursor.execute(_SEQUENCES)
        numbers = cursor.fetchall()
    yield
    connection.ensure_connection()
    with connection.cursor() as cursor:
        touched = sorted({*kept, *_filled(cursor, names)})
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(SQL("TRUNCATE {} CASCADE").format(SQL(", ").join(map(Identifier, touched))))
        for name, rows in kept.items():
            with cursor.copy(SQL("COPY {} FROM STDIN (FORMAT binary)").format(Identifier(name))) as copy:
                copy.write(rows)
        for name, last in numbers:
            cursor.execute("SELECT setval(%s, %s, %s)", [f'"{name}"', last or 1, last is not None])
        cursor.execute("SET session_replication_role = DEFAULT")


def _filled(cursor: Any, names: list[str]) -> list[str]:
    """The tables that hold a row."""
    one = SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    asked: list[Composable] = [one.format(name, Identifier(name)) for name in names]
    cursor.execute(SQL(" UNION ALL ").join(asked))
    return [name for (name,) in cursor.fetchall()]


def _read(cursor: Any, name: str) -> bytes:
    with cursor.copy(SQL("COPY {} TO STDOUT (FORMAT binary)").format(Identifier(name))) as copy:
        return b"".join(copy)
