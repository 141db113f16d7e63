"""Every page as HTML that the W3C's checker accepts, at four times its size, and without anything that moves."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.group_pages import GROUP_PAGES
from tests.browser.test_every_page import PAGES

pytestmark = pytest.mark.browser
LINKED = ("a[href^='/organisations/']", "a[href^='/places/']")


def addresses(page: Page) -> list[str]:
    """What a listing leads to, besides the pages that have an address of their own."""
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    listing = page.get_by_role("link", name="Stitch and Story").first.get_attribute("href") or ""
    page.goto(listing)
    return [listing, *(page.locator(link).first.get_attribute("href") or "" for link in LINKED)]


def test_html_is_valid(open_page: Callable[..., Page], tmp_path: Path, under_way: dict[str, str]) -> None:
    sources: dict[str, str] = {}
    pages = [*PAGES, *((role, path.format(**under_way)) for role, path in GROUP_PAGES)]
    for role in sorted({role for role, _ in pages}):
        page = open_page(role=role)
        further = addresses(page) if not role else []
        for path in [*(path for who, path in pages if who == role), *further]:
            answer = page.context.request.get(path)
            if answer.headers["content-type"].startswith("text/html"):
                file = tmp_path / f"{len(sources)}.html"
                file.write_bytes(answer.body())
                sources[file.name] = f"{role or 'anybody'} {path}"
    assert len(sources) >= len(pages)
    assert _complaints(tmp_path, sources) == []


def _complaints(folder: Path, sources: dict[str, str]) -> list[str]:
    command = ["java", "-jar", os.environ["VNU_JAR"], "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, sorted(folder.glob("*.html")))], capture_output=True, check=True)
    told = [each for each in json.loads(done.stdout)["messages"] if each["type"] == "error"]
    return [f"{sources[Path(each['url']).name]}: {each['message']} {each.get('extract', '')}" for each in told]


@pytest.mark.parametrize("role", ["", "worker", "maureen"])
def test_at_four_times_its_size_nothing_is_wider_than_the_screen(open_page: Callable[..., Page], role: str) -> None:
    page = open_page(role=role)
    page.set_viewport_size({"width": 320, "height": 256})
    wide = []
    for path in [*(path for who, path in PAGES if who == role), *(addresses(page) if not role else [])]:
        page.goto(path)
        wide += [path] if page.evaluate("document.documentElement.scrollWidth") > 320 else []
    assert wide == []


def test_nothing_moves_for_whoever_asked_for_that(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    page.emulate_media(reduced_motion="reduce")
    for path in ("/", "/search/?q=embroidery", "/match/"):
        page.goto(path)
        durations = page.evaluate(
            """() => [...document.querySelectorAll('*')].flatMap(each => {
              const style = getComputedStyle(each);
              return [style.transitionDuration, style.animationDuration, style.scrollBehavior];
            })"""
        )
        assert {each for each in durations if each not in ("auto", "0s")} == set(), path
