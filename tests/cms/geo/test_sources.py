"""The gazetteer of the installation takes up files and registered tables, and what changes in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from pytest_django import Settings

from cms.geo.gazetteer import Found, NotFound, TableRow
from cms.geo.sources import forget_tables, get_gazetteer, register_table_source, unregister_table_source
from cms.geo.table_file import UnreadableTableError


class LoadedTable:
    """A table that a council loads and loads again."""

    def __init__(self) -> None:
        self.rows = [TableRow("ZZ9 9ZA", 53.0, -2.0, "far-end")]
        self.loads = 0

    def read(self) -> list[TableRow]:
        self.loads += 1
        return self.rows

    def version(self) -> int:
        return len(self.rows)


@pytest.fixture
def loaded(settings: Settings) -> Iterator[LoadedTable]:
    settings.CONNECTOR_GAZETTEER_TABLES = []
    table = LoadedTable()
    register_table_source(table.read, table.version)
    yield table
    unregister_table_source(table.read)


def test_without_tables_there_is_great_britain(settings: Settings) -> None:
    settings.CONNECTOR_GAZETTEER_TABLES = []
    assert isinstance(get_gazetteer().find("M33 7ZF"), Found)
    assert isinstance(get_gazetteer().find("ZM1 2SA"), NotFound)


def test_files_of_the_settings_are_read(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("postcode,lat,lon,ward,ward_name\nZZ9 9ZB,53.0,-2.0,north,North End\n", encoding="utf-8")
    settings.CONNECTOR_GAZETTEER_TABLES = [path]
    answer = get_gazetteer().find("North End")
    assert isinstance(answer, Found)
    assert answer.ward_code == "north"


def test_a_file_that_is_missing_is_told_and_not_passed_over(settings: Settings, tmp_path: Path) -> None:
    settings.CONNECTOR_GAZETTEER_TABLES = [tmp_path / "none.csv"]
    with pytest.raises(UnreadableTableError, match="CONNECTOR_GAZETTEER_TABLES"):
        get_gazetteer()


def test_a_registered_table_is_read_once_and_kept(loaded: LoadedTable) -> None:
    for _ in range(3):
        assert isinstance(get_gazetteer().find("ZZ9 9ZA"), Found)
    assert loaded.loads == 1


def test_a_new_table_of_this_process_counts_at_once(loaded: LoadedTable) -> None:
    assert isinstance(get_gazetteer().find("ZZ9 9ZD"), NotFound)
    loaded.rows = [TableRow("ZZ9 9ZD", 53.0, -2.0)]
    forget_tables()
    assert isinstance(get_gazetteer().find("ZZ9 9ZD"), Found)


def test_a_new_table_of_another_process_counts_within_half_a_minute(loaded: LoadedTable) -> None:
    with time_machine.travel("2026-11-24 10:00", tick=False) as clock:
        forget_tables()
        get_gazetteer()
        loaded.rows = [*loaded.rows, TableRow("ZZ9 9ZD", 53.0, -2.0)]
        assert isinstance(get_gazetteer().find("ZZ9 9ZD"), NotFound)
        clock.shift(31)
        assert isinstance(get_gazetteer().find("ZZ9 9ZD"), Found)
        clock.shift(31)
        get_gazetteer()
    assert loaded.loads == 2


def test_a_table_that_is_taken_away_is_forgotten(loaded: LoadedTable) -> None:
    unregister_table_source(loaded.read)
    assert isinstance(get_gazetteer().find("ZZ9 9ZA"), NotFound)
