"""Which way imports run: the contracts in `pyproject.toml` hold, and each of them breaks when it is wronged.

The wrongs are planted in a copy of the tree, all at once, and what the checker says of each contract is read.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.architecture.tree import PRODUCT, ROOT, python


class Wrong(NamedTuple):
    """An import that a file may not have, and the line of the report that names it."""

    file: str
    line: str
    told: str


WRONGS = {
    "Three packages, one direction: connector > search > cms": Wrong(
        "cms/models/places.py", "import search.types", "cms.models.places -> search.types"
    ),
    "Inside connector": Wrong(
        "connector/accounts/viewer.py", "import connector.matching", "connector.accounts.viewer -> connector.matching"
    ),
    "Inside search": Wrong("search/types.py", "import search.finder", "search.types -> search.finder"),
    "Inside cms": Wrong("cms/freshness.py", "import cms.coming", "cms.freshness -> cms.coming"),
    "search has one door: finder, refresh, understanding, types, filters, urls": Wrong(
        "connector/matching/answer.py", "import search.engines", "connector.matching.answer -> search.engines"
    ),
    "Engines know documents and requests, not the catalogue": Wrong(
        "search/engines/memory.py", "import cms.models", "search.engines.memory -> cms.models"
    ),
    "Pure modules stay pure": Wrong("search/ranking.py", "import django.conf", "search.ranking -> django"),
    "No cycles between siblings": Wrong("cms/geo/postcode.py", "import cms.geo.gazetteer", ".postcode -> .gazetteer"),
    "Product code never imports tests": Wrong(
        "search/views.py", "import tests.conftest", "search.views -> tests.conftest"
    ),
}
# One import is let through, the door to translations (ADR 17); a second one would not be read here.
REPORTED = re.compile(r"^(.+) (KEPT|BROKEN)(?: \(1 ignored import\))?$", re.MULTILINE)


def contracts() -> list[str]:
    """The names of the contracts, as the project file has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [each["name"] for each in settings["tool"]["importlinter"]["contracts"]]


def checked(folder: Path) -> tuple[dict[str, str], str]:
    """Each contract with KEPT or BROKEN, and all that the checker said."""
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    plain = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    command = [sys.executable, "-c", script]
    told = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, check=False, timeout=120)
    output = told.stdout + told.stderr
    return dict(REPORTED.findall(output)), output


@cache
def wronged(folder: Path) -> tuple[dict[str, str], str]:
    """What is said of a copy of the tree in which every wrong of `WRONGS` was done."""
    for name, source in python(*PRODUCT, "tests").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(source, encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for wrong in WRONGS.values():
        path = folder / wrong.file
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{wrong.line}\n", encoding="utf-8")
    return checked(folder)


@pytest.fixture(scope="session")
def a_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("copy")


def test_every_contract_is_kept() -> None:
    verdicts, output = checked(ROOT)
    assert verdicts == dict.fromkeys(contracts(), "KEPT"), output


def test_a_wrong_is_known_for_every_contract() -> None:
    assert set(WRONGS) == set(contracts())


@pytest.mark.wide
@pytest.mark.parametrize("contract", WRONGS)
def test_a_contract_breaks_when_it_is_wronged(a_copy: Path, contract: str) -> None:
    verdicts, output = wronged(a_copy)
    assert verdicts.get(contract) == "BROKEN", output
    told = output.split("Broken contracts", 1)[1].split(f"\n{contract}\n---", 1)[1]
    assert WRONGS[contract].told in told.split("\n---", 1)[0], output
