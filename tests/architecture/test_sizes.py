"""How long modules and functions are, what files are called, and that each module says what it is for."""

import ast
import re
from functools import cache
from statistics import median

from tests.architecture.tree import files, python, texts

MOST_LINES = 400
MEDIAN_LINES = 80
MOST_SETTINGS_LINES = 250
SHORT_FUNCTION = 30
SHARE_OF_SHORT = 0.9
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc"}
# Written so that this line is not found itself.
LEFT_OVER = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X)\b")


@cache
def modules() -> dict[str, str]:
    """Modules with code, migrations excepted: their paths and what they say."""
    return {name: source for name, source in python().items() if source.strip() and "/migrations/" not in name}


@cache
def trees() -> dict[str, ast.Module]:
    return {name: ast.parse(source) for name, source in modules().items()}


def lines(source: str) -> int:
    return source.count("\n") + 1


def test_no_module_is_long() -> None:
    assert {name: lines(source) for name, source in modules().items() if lines(source) > MOST_LINES} == {}


def test_settings_are_short() -> None:
    settings = {name: source for name, source in modules().items() if name.startswith("connector/settings/")}
    assert len(settings) > 3
    assert {name: lines(source) for name, source in settings.items() if lines(source) > MOST_SETTINGS_LINES} == {}


def test_most_modules_are_small() -> None:
    assert median(map(lines, modules().values())) <= MEDIAN_LINES


def test_most_functions_are_short() -> None:
    sizes = [
        node.end_lineno - node.lineno + 1
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]
    assert len(sizes) > 500
    assert sum(size < SHORT_FUNCTION for size in sizes) / len(sizes) >= SHARE_OF_SHORT


def test_a_file_is_called_after_its_idea() -> None:
    words = {name: set(re.split(r"[/._-]", name.lower())) for name in files()}
    assert {name for name, parts in words.items() if parts & NAMELESS} == set()


def test_a_module_says_what_it_is_for() -> None:
    silent = {name for name, tree in trees().items() if tree.body and not ast.get_docstring(tree)}
    assert {name for name in silent if not name.endswith(("/apps.py", "/__init__.py"))} == set()


def test_nothing_is_left_to_do() -> None:
    assert {name for name, told in texts().items() if LEFT_OVER.search(told)} == set()
