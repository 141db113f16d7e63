"""`load_areas`: all of a council's list, or a clear report of what to mend."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cms.geo.sources import forget_tables
from cms.models import Area

pytestmark = pytest.mark.django_db
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def _tables_as_they_were() -> Iterator[None]:
    yield
    forget_tables()


@pytest.fixture
def areas(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "areas.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_list_is_loaded_once(run: Run, areas: Callable[[str], Path]) -> None:
    path = areas("code,name,kind\nE05015254,Sale Moor,ward\nE08000009,Trafford,district\n")
    assert "2 new, 0 changed, 0 unchanged." in run("load_areas", path)
    assert "0 new, 0 changed, 2 unchanged." in run("load_areas", path)
    assert dict(Area.objects.values_list("code", "kind")) == {"E05015254": "ward", "E08000009": "district"}


def test_one_bad_line_and_nothing_is_loaded(run: Run, areas: Callable[[str], Path]) -> None:
    path = areas("code,name\nE05015254,Sale Moor\nE05015255,\n")
    said = run("load_areas", path, fails="Nothing was loaded. Lines to mend: 1.")
    assert "Line 3: There is no name." in said
    assert not Area.objects.exists()


def test_a_file_without_areas_is_told(run: Run, areas: Callable[[str], Path], tmp_path: Path) -> None:
    run("load_areas", areas("code,name\n"), fails="There are no areas in")
    run("load_areas", areas("postcode,street\nM1,High Street\n"), fails="The first line has to name the fields")
    run("load_areas", tmp_path / "none.csv", fails="There is no file")
