"""Templates: each compiles and is shown by something; none fetches from another host or brings a script of its own.

What components are and how their markup stands is in `test_components.py`.
"""

import ast
import re
from functools import cache
from pathlib import Path

import django.forms
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs

from tests.architecture.tree import PRODUCT, ROOT, python, texts

FOLDER = "templates/"
# Django, and allauth where somebody tries too often, look for these by themselves when something goes wrong.
BY_THEMSELVES = {"403.html", "403_csrf.html", "404.html", "429.html", "500.html"}
# What the browser fetches, or sends to, without being clicked: a link to read on another site is none of these.
FETCHED = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio|form|use|object|embed)\b[^>]*?"
    r"""(?:src|href|srcset|action|data)=["'](?:https?:)?//"""
)
INLINE = re.compile(r"""\sstyle=|<style\b|<script(?![^>]*\s(?:src|nonce)=)|\son[a-z]+=["']""")
LONG_NOTE = re.compile(r"\{#(?!.*#\})")


@cache
def templates() -> dict[str, str]:
    """Every template of ours by its name: those of the project, and those in a package's own folder."""
    found = {name.removeprefix(FOLDER): told for name, told in texts().items() if name.startswith(FOLDER)}
    for name, told in texts().items():
        if name.split("/")[0] in PRODUCT and "/templates/" in name:
            found[name.split("/templates/", 1)[1]] = told
    return {name: told for name, told in found.items() if not name.endswith((".yaml", ".md"))}


@cache
def of_libraries() -> set[str]:
    """The templates that libraries bring: one of ours with the same name takes its place."""
    folders = [Path(folder) for folder in get_app_template_dirs("templates")]
    folders.append(Path(django.forms.__file__).parent / "templates")
    ours = ROOT / ".venv"
    outside = [folder for folder in folders if not folder.is_relative_to(ROOT) or folder.is_relative_to(ours)]
    return {path.relative_to(folder).as_posix() for folder in outside for path in folder.rglob("*") if path.is_file()}


@cache
def named() -> set[str]:
    """What stands in quotes in our code and templates, and what is put together from a name in quotes beside it."""
    told = " ".join([*templates().values(), *python(*PRODUCT).values()])
    found = set(re.findall(r"""["']([\w./-]+\.(?:html|txt))["']""", told))
    # A message is named without its ending: it has a subject and a text.
    for letter in re.findall(r"""["']([\w./-]+/email/\w+)["']""", told):
        found |= {f"{letter}_subject.txt", f"{letter}_message.txt"}
    return found.union(*(put_together(source) for source in python(*PRODUCT).values() if ".html" in source))


def put_together(source: str) -> set[str]:
    """The names that an f-string of a module gives with words that stand in quotes in the same module."""
    tree = ast.parse(source)
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(each.value)) if isinstance(each, ast.Constant) else r"(\w+)" for each in node.values]
            matches = (re.fullmatch("".join(parts), name) for name in templates())
            found |= {match[0] for match in matches if match and words.issuperset(match.groups())}
    return found


def test_each_compiles() -> None:
    assert all(get_template(name) for name in templates())


def test_each_is_shown_by_something() -> None:
    assert set(templates()) - named() - of_libraries() - BY_THEMSELVES == set()


def test_nothing_is_fetched_from_another_host() -> None:
    assert [name for name, told in templates().items() if FETCHED.search(told)] == []


def test_no_script_or_style_is_written_into_a_page() -> None:
    assert [name for name, told in templates().items() if INLINE.search(told)] == []


def test_a_note_to_ourselves_is_not_printed() -> None:
    """Django ends `{#` with its line, and prints a longer one."""
    assert [name for name, told in templates().items() if LONG_NOTE.search(told)] == []
