"""Components: each with its examples, used somewhere, sound as HTML; one stylesheet, small and without leftovers."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from connector.core.components import folder, names, render_examples
from tests.core.markup import faults

ROOT = Path(settings.BASE_DIR)
STYLES = ROOT / "connector" / "static" / "connector" / "css" / "connector.css"
MOST_BYTES = 10_000
KEEP_IN_THE_BROWSER = {"display.js", "likes.js"}
# Classes whose ends are data: the state of an access fact, the look of a notice, a cloth, a token in the gallery.
ENDS_ARE_DATA = ("mark-", "notice-", "c-", "sw-", "much-")


@cache
def templates() -> dict[str, str]:
    """Every template of ours by its name."""
    base = ROOT / "templates"
    return {str(path.relative_to(base)): path.read_text(encoding="utf-8") for path in base.rglob("*.html")}


@pytest.mark.parametrize("name", names())
def test_a_component_is_a_template_and_its_examples(name: str) -> None:
    files = {path.name for path in (folder() / name).iterdir()}
    assert files == {f"{name}.html", f"{name}.yaml"}
    about = yaml.safe_load((folder() / name / f"{name}.yaml").read_text(encoding="utf-8"))
    assert about["title"]
    assert about["notes"]
    assert about["examples"]
    assert about.get("wrap", "{}").count("{}") == 1


@pytest.mark.parametrize("name", names())
def test_its_examples_are_sound(name: str) -> None:
    examples = render_examples(name)
    assert [fault for html in examples for fault in faults(html, whole=False)] == []
    assert all(re.sub(r"<[^>]+>|\s", "", html) or "<svg" in html for html in examples)


@pytest.mark.parametrize("name", names())
def test_it_is_used(name: str) -> None:
    built = ("blocks", "live_blocks")
    by_editors = {f"cms/{file}.py": (ROOT / "cms" / f"{file}.py").read_text(encoding="utf-8") for file in built}
    told = templates() | by_editors
    uses = [other for other, text in told.items() if f"components/{name}/{name}.html" in text]
    assert [other for other in uses if other != f"components/{name}/{name}.html"]


def test_every_template_that_is_named_exists() -> None:
    named = {
        (other, name)
        for other, text in templates().items()
        for name in re.findall(r'{% (?:include|extends) "([^"]+)"', text)
        if not name.startswith(("account/base", "mfa/", "wagtail", "allauth/"))
    }
    assert sorted(pair for pair in named if pair[1] not in templates()) == []


def test_a_note_of_a_template_stays_in_it() -> None:
    """Django's short comment ends with its line; a longer one would be printed."""
    assert [name for name, text in templates().items() if re.search(r"\{#(?!.*#\})", text)] == []


def test_no_template_has_a_style_or_a_script_of_its_own() -> None:
    ours = {name: text for name, text in templates().items() if not name.startswith("wagtailadmin/")}
    inline = re.compile(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=")
    assert [name for name, text in ours.items() if inline.search(text)] == []


def test_the_stylesheet_is_small_as_served() -> None:
    assert len(gzip.compress(STYLES.read_bytes(), 6)) < MOST_BYTES


def test_the_stylesheet_has_no_leftovers() -> None:
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", STYLES.read_text(encoding="utf-8"), flags=re.DOTALL)
    classes = set(re.findall(r"\.([a-zA-Z][\w-]*)", text))
    python = (path.read_text(encoding="utf-8") for path in (ROOT / "connector" / "core").rglob("*.py"))
    used = set(re.findall(r"[\w-]+", " ".join([*templates().values(), *python])))
    assert sorted(name for name in classes - used if not name.startswith(ENDS_ARE_DATA)) == []


def test_the_stylesheet_and_fonts_come_from_here() -> None:
    found = re.findall(r"url\(([^)]*)\)", STYLES.read_text(encoding="utf-8"))
    assert [url for url in found if not (STYLES.parent / url).is_file()] == []
    assert {path.name for path in (STYLES.parent.parent / "fonts").iterdir() if path.suffix == ".txt"} == {
        "LICENSE-atkinson.txt",
        "LICENSE-besley.txt",
    }


@pytest.mark.parametrize("script", sorted((ROOT / "connector" / "static" / "connector" / "js").glob("*.js")))
def test_a_script_is_used_and_keeps_nothing(script: Path) -> None:
    """But for what somebody wants kept in their own browser, by scripts that send nothing."""
    # The one for other people's websites is served at an address that never changes.
    handed_out = (ROOT / "connector" / "elsewhere" / "box_views.py").read_text(encoding="utf-8")
    assert any(f"connector/js/{script.name}" in text for text in (*templates().values(), handed_out))
    source = script.read_text(encoding="utf-8")
    if script.name in KEEP_IN_THE_BROWSER:
        assert not re.search(r"fetch|sendBeacon|XMLHttpRequest|\.submit", source)
        source = source.replace("localStorage", "")
    for word in (
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "pushState",
        "replaceState",
        "eval(",
    ):
        assert word not in source
