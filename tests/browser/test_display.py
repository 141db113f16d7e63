"""Bigger words, more space, light or dark: chosen once, kept over a visit in the browser alone, still a whole page."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import RULES

pytestmark = pytest.mark.browser
SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
WIDTH = "document.documentElement.scrollWidth"
PATHS = ("/", "/search/?q=embroidery&near=ZM1+2SA", "/topics/making/", "/about/accessibility/", "/list-your-group/")


def test_it_is_kept_over_a_visit(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360)
    page.goto("/about/accessibility/")
    usual = page.evaluate(SIZE)
    page.get_by_label("Biggest").check()
    page.get_by_label("More").check()
    page.get_by_label("Dark", exact=True).check()
    page.reload()
    expect(page.get_by_label("Biggest")).to_be_checked()
    assert page.evaluate(SIZE) == pytest.approx(usual * 1.6, rel=0.01)
    assert page.context.cookies() == []
    for path in PATHS:
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        assert page.evaluate(WIDTH) <= 360, path
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


def test_as_usual_takes_it_back(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360)
    page.goto("/about/accessibility/")
    usual = page.evaluate(SIZE)
    page.get_by_label("Bigger").check()
    page.get_by_role("group", name="How big the words are").get_by_label("As usual").check()
    page.reload()
    assert page.evaluate(SIZE) == usual


def test_without_a_script_it_says_where_else(open_page: Callable[..., Page]) -> None:
    page = open_page(script=False)
    page.goto("/about/accessibility/")
    expect(page.get_by_label("Biggest")).to_be_hidden()
    expect(page.get_by_text("under Zoom or Text size")).to_be_visible()
