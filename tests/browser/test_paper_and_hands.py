"""What the page becomes on paper, in the reader's own colours, under a thumb and under a keyboard."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
LEAST_TARGET = 44
ALONE = ".btn, .chip button, .chip-add, summary, .nav a, .foot a, .more, .back, .tick, .out a, .card-n a, .res h2 a"


def answered(page: Page) -> Page:
    """The match page with its answers."""
    page.goto("/match/")
    page.locator("#id_note").fill("embroidery in the day")
    page.get_by_role("button", name="Show what fits").click()
    page.locator("#answers li.card").first.wait_for()
    return page


def test_two_listings_fill_one_sheet(open_page: Callable[..., Page]) -> None:
    page = answered(open_page(role="worker", scheme="dark"))
    for kept in ("1 kept", "2 kept"):
        page.locator("#answers button[name=keep]").first.click()
        page.locator("#bar", has_text=kept).wait_for()
    page.goto("/match/take-home/")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => [...document.querySelectorAll('main h1, main h2, main dt, main dd, main p')]"
        ".map(each => getComputedStyle(each).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}
    for part in (".band", ".foot", ".demo", "main .btn"):
        assert not page.locator(part).first.is_visible()


def test_a_text_that_is_opened_is_told_to_the_server(open_page: Callable[..., Page]) -> None:
    page = answered(open_page(role="worker"))
    page.goto(page.locator("#answers .card-n a").first.get_attribute("href") or "")
    link = page.get_by_role("link", name="Text this to somebody")
    link.wait_for()
    with page.expect_response("**/match/sent/") as told:
        link.click()
    assert told.value.status == 204


@pytest.mark.parametrize(("role", "path"), [("", "/"), ("", "/search/?q=embroidery"), ("worker", "/match/")])
def test_in_colours_of_the_readers_own(open_page: Callable[..., Page], role: str, path: str) -> None:
    page = open_page(role=role)
    page.emulate_media(forced_colors="active")
    page.goto(path)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", ["/", "/search/?q=embroidery", "/about/order/", "/account/login/"])
def test_a_thumb_hits_what_stands_alone(open_page: Callable[..., Page], path: str) -> None:
    page = open_page()
    page.goto(path)
    assert _small(page) == []


def test_a_thumb_hits_every_part_of_the_answer(open_page: Callable[..., Page]) -> None:
    assert _small(answered(open_page(role="worker"))) == []


def test_the_bar_never_covers_what_has_the_focus(open_page: Callable[..., Page]) -> None:
    page = answered(open_page(role="worker"))
    page.locator("#answers button[name=keep]").first.click()
    page.locator("#bar", has_text="1 kept").wait_for()
    page.locator("#id_note").focus()
    covered = []
    for _ in range(25):
        page.keyboard.press("Tab")
        covered += page.evaluate(
            """() => {
              const bar = document.getElementById('bar'), now = document.activeElement;
              if (bar.contains(now) || now === document.body) return [];
              const it = now.getBoundingClientRect(), over = bar.getBoundingClientRect();
              const hidden = it.bottom > over.top + 1 && it.top < over.bottom;
              return hidden ? [now.outerHTML.slice(0, 90)] : [];
            }"""
        )
    assert covered == []


def _small(page: Page) -> list[str]:
    """Visible controls that stand alone and are lower than a thumb needs."""
    return page.locator(ALONE).evaluate_all(
        """(all, least) => all
          .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < least - 0.5)
          .map(each => `${each.outerHTML.slice(0, 80)} ${each.getBoundingClientRect().height}`)""",
        LEAST_TARGET,
    )
