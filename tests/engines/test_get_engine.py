"""The engine that settings name: made once, from settings, and only when it is asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search.engines import get_engine, reset_engine
from search.engines.memory import MemoryEngine
from search.engines.tantivy import TantivyEngine


@pytest.fixture(autouse=True)
def _fresh(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.CONNECTOR_INDEX_DIR = tmp_path / "index"
    reset_engine()
    yield
    reset_engine()


def test_settings_name_the_engine(settings: Any) -> None:
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.memory"
    assert isinstance(get_engine(), MemoryEngine)


def test_the_embedded_engine_lies_below_the_index_folder(settings: Any, tmp_path: Path) -> None:
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.tantivy"
    engine = get_engine()
    assert isinstance(engine, TantivyEngine)
    engine.promote(engine.start_generation())
    assert (tmp_path / "index" / "tantivy" / "live").is_file()


def test_a_process_has_one_engine_until_it_is_reset(settings: Any) -> None:
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.memory"
    engine = get_engine()
    assert get_engine() is engine
    reset_engine()
    assert get_engine() is not engine


def test_another_engine_may_be_asked_for_by_its_path(settings: Any) -> None:
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.memory"
    assert get_engine("search.engines.tantivy").name == "tantivy"
    assert get_engine().name == "memory"


@pytest.mark.parametrize("path", ["search.engines.nothing", "search.engines.matching"])
def test_a_path_to_no_engine_is_refused(path: str) -> None:
    with pytest.raises(ImportError):
        get_engine(path)
