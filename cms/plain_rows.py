"""Writes thousands of plain rows at once, without an object for each and without a statement that grows with them.

Invariant: what is written is what saving an object would write, field by field; nobody is told of it (no signal).
`bulk_update` writes one CASE a row and field, which takes minutes for a whole vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections
from django.db.models import Field, Model

Row = Sequence[Any]


def insert(model: type[Model], fields: Sequence[str], rows: Iterable[Row], *, using: str) -> None:
    """Each row holds the values of `fields`, in their order; a foreign key's is the key itself."""
    quote = connections[using].ops.quote_name
    columns = ", ".join(_columns(model, fields, using))
    places = ", ".join(["%s"] * len(fields))
    _run(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})", model, fields, rows, using)  # noqa: S608


def update(model: type[Model], fields: Sequence[str], rows: Iterable[Row], *, using: str) -> None:
    """Each row holds the values of `fields`, in their order, and at the end its primary key."""
    quote = connections[using].ops.quote_name
    changes = ", ".join(f"{column} = %s" for column in _columns(model, fields, using))
    (key,) = _columns(model, [_key(model)], using)
    sql = f"UPDATE {quote(model._meta.db_table)} SET {changes} WHERE {key} = %s"  # noqa: S608
    _run(sql, model, [*fields, _key(model)], rows, using)


def _key(model: type[Model]) -> str:
    key = model._meta.pk
    return key.name if key else "id"


def _fields(model: type[Model], names: Sequence[str]) -> list[Field[Any, Any]]:
    by_name = {field.name: field for field in model._meta.concrete_fields}
    return [by_name[name] for name in names]


def _columns(model: type[Model], names: Sequence[str], using: str) -> list[str]:
    quote = connections[using].ops.quote_name
    return [quote(str(field.column)) for field in _fields(model, names)]


def _run(sql: str, model: type[Model], fields: Sequence[str], rows: Iterable[Row], using: str) -> None:
    connection = connections[using]
    prepare = [field.get_db_prep_save for field in _fields(model, fields)]
    ready = [[each(value, connection) for each, value in zip(prepare, row, strict=True)] for row in rows]
    if ready:
        with connection.cursor() as cursor:
            cursor.executemany(sql, ready)
