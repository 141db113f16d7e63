"""What lies in this repository: where, how large, on what terms, and what its requirements are for."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import PRODUCT, ROOT, files, python, text, texts

TOP = {
    *(".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "cms", "connector"),
    *("deploy", "docs", "manage.py", "pyproject.toml", "requirements.txt", "search", "templates", "tests"),
}
MAY_BE = {"compose.yaml"}
MOST_BYTES = 8 * 1024 * 1024
REQUIREMENTS = ("requirements.txt", "tests/requirements.txt")
PINNED = re.compile(r"([A-Za-z0-9._-]+)(\[[a-z,-]+\])?==[\w.]+ +# .{5,}")

# Where what is not imported is named.
TOOLS = ("pyproject.toml", "Makefile", "deploy/", "CONTRIBUTING.md")
# Requirement: the module that code imports, or the word that settings or a tool's line have for it.
MODULE = {
    "django-js-lib-leaflet": "js_lib_leaflet",
    "argon2-cffi": "Argon2PasswordHasher",
    "axe-playwright-python": "axe_playwright_python",
    "django-allauth": "allauth",
    "django-axes": "axes",
    "django-csp": "csp",
    "python-crfsuite": "pycrfsuite",
    "django-environ": "environ",
    "django-filter": "django_filters",
    "django-stubs": "django-stubs",
    "djangorestframework": "rest_framework",
    "djangorestframework-stubs": "mypy_drf_plugin",
    "factory-boy": "factory",
    "import-linter": "importlinter",
    "opening-hours-py": "opening_hours",
    "psycopg": "DATABASE_URL",
    "pytest-django": "pytest_django",
    "pytest-randomly": "random order",
    "pytest-socket": "--disable-socket",
    "pytest-xdist": "--dist",
    "python-dateutil": "dateutil",
}
# Pinned for what its own pins hold in place: what it names is imported as `elasticsearch.dsl`.
NOT_YET = {"elasticsearch-dsl"}

DATA = {".bin", ".csv", ".gz", ".npz", ".woff2"}
TERMS = re.compile(r"(?:LICEN[CS]E|ATTRIBUTION|README).*", re.IGNORECASE)
# Where packages come from is for whoever installs them to say. Written so that these lines are not found themselves.
REGISTRIES = re.compile(r"pypi[.]org|python[h]osted|npmjs[.]|crates[.]io|index[-]url|repo1[.]maven")
# The product speaks of itself: of no machine that it was made on, and of nothing that it was made with.
FOREIGN = re.compile(
    r"/wor[k]/|/roo[t]/|/hom[e]/\w|"
    r"\b(?:chat[g]pt|clau[d]e|co[p]ilot|g[p]t-?\d?|ll[m]s?|anthro[p]ic|open[a]i|(?<!user[-_ ])ag[e]nts?)\b",
    re.IGNORECASE,
)


def requirements(name: str) -> list[str]:
    """The lines of a requirements file that name a package."""
    lines = (line.strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def packages(name: str) -> list[str]:
    """The packages that a requirements file names, without extras and pins."""
    return [re.split(r"[\[=]", line)[0].lower() for line in requirements(name)]


def test_the_top_holds_what_it_should() -> None:
    assert {name.split("/")[0] for name in files()} - MAY_BE == TOP


def test_nothing_is_large() -> None:
    assert {name: size for name in files() if (size := (ROOT / name).stat().st_size) > MOST_BYTES} == {}


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned_and_says_why(name: str) -> None:
    assert [line for line in requirements(name) if not PINNED.fullmatch(line)] == []


def test_every_requirement_of_the_product_is_used() -> None:
    told = " ".join([*imported(*PRODUCT), *map(read, named_in("connector/settings/", "connector/demo/management/"))])
    unused = {each for each in packages("requirements.txt") if not mentioned(each, told)}
    assert unused == NOT_YET


def test_every_requirement_of_the_tests_is_used() -> None:
    told = " ".join([*imported("tests", "connector"), *map(read, named_in("connector/settings/", *TOOLS))])
    assert [each for each in packages("tests/requirements.txt") if not mentioned(each, told)] == []


def mentioned(package: str, told: str) -> bool:
    word = MODULE.get(package, package.replace("-", "_"))
    return re.search(rf"(?<![\w-]){re.escape(word)}\b", told) is not None


def imported(*folders: str) -> set[str]:
    """The modules that code below these folders imports."""
    found = set()
    for source in python(*folders).values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return found


def named_in(*starts: str) -> list[str]:
    return [name for name in files() if name.startswith(starts)]


def read(name: str) -> str:
    return text(name) or ""


def test_no_registry_is_named() -> None:
    assert [name for name, told in texts().items() if REGISTRIES.search(told)] == []


def test_the_product_speaks_of_itself() -> None:
    """The vocabulary, the listings and the notes apart, which hold the words of everybody."""
    ours = {name: told for name, told in texts().items() if not name.endswith((".json", ".csv", ".txt"))}
    ours |= {name: told for name, told in texts().items() if name.endswith("requirements.txt")}
    assert {name: match[0] for name, told in ours.items() if (match := FOREIGN.search(told))} == {}


def test_data_and_fonts_have_their_terms_beside_them() -> None:
    folders = {Path(name).parent for name in files() if Path(name).suffix in DATA}
    assert len(folders) > 2
    papers = {Path(name).parent for name in files() if TERMS.fullmatch(Path(name).name)} - {Path()}
    assert {folder.as_posix() for folder in folders if not {folder, folder.parent} & papers} == set()
