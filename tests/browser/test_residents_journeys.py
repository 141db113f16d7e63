"""Five people who come by themselves, each from the front page to one thing to go to, by keyboard alone.

A daughter looks for her dad, a fifteen-year-old is bored, somebody is new to English, a plumber has retired, and a
librarian wants the week on paper. No page on their way asks another host or is wider than a narrow phone.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_resident_day import follow

pytestmark = pytest.mark.browser
# 1280 pixels at 400 per cent.
NARROW = 320


@pytest.fixture
def walk(open_page: Callable[..., Page]) -> Iterator[Page]:
    """The front page at 400 per cent; another host is refused on the way, and told at the end."""
    page, refused = open_page(width=NARROW), list[str]()

    def ours_alone(route: object) -> None:
        asked = route.request.url  # type: ignore[attr-defined]
        if urlsplit(asked).hostname == urlsplit(page.url).hostname or not page.url.startswith("http"):
            route.continue_()  # type: ignore[attr-defined]
        else:
            refused.append(asked)
            route.abort()  # type: ignore[attr-defined]

    page.route("**/*", ours_alone)
    page.goto("/")
    yield page
    assert refused == []


def look_for(page: Page, words: str, near: str) -> None:
    """Write into the two boxes of the front page and press Enter."""
    tab_to(page, "q")
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    tab_to(page, "near")
    page.keyboard.type(near)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?**")
    fits(page)


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        if page.evaluate("document.activeElement?.name || ''") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"No stop is the field {name!r}.")


def fits(page: Page) -> None:
    """Nothing of it is wider than the screen."""
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, page.url


def to_the_first_answer(page: Page) -> str:
    """Its name; its page is open then, and says when."""
    name = page.locator("ol.ress > li h2 a").first.inner_text()
    with page.expect_navigation():
        follow(page, name)
    expect(page.locator("h1")).to_have_text(name)
    fits(page)
    return name


def test_a_daughter_finds_something_for_her_dad_on_thursday_afternoon(walk: Page) -> None:
    look_for(walk, "dominoes on thursday afternoon", "ZM1 2SA")
    answer = walk.locator("ol.ress > li").first
    expect(answer).to_contain_text(re.compile("Because.*Thursday", re.DOTALL))
    to_the_first_answer(walk)
    expect(walk.get_by_role("link", name=re.compile("Let them know|Ring|Tell them")).first).to_be_visible()


def test_a_bored_fifteen_year_old_finds_something(walk: Page) -> None:
    look_for(walk, "something for teenagers, skateboarding or music", "ZM1 2SA")
    expect(walk.locator("ol.ress > li").first).to_be_visible()
    to_the_first_answer(walk)


def test_somebody_new_to_english_finds_a_table(walk: Page) -> None:
    look_for(walk, "learn english conversation", "ZM1 2SA")
    expect(walk.locator("ol.ress")).to_contain_text("English")
    to_the_first_answer(walk)


def test_a_retired_plumber_finds_who_wants_a_hand(walk: Page) -> None:
    with walk.expect_navigation():
        follow(walk, "I could lend a hand")
    expect(walk).to_have_url(re.compile(r"kind=volunteer_role"))
    fits(walk)
    to_the_first_answer(walk)


def test_a_librarian_prints_the_week(walk: Page) -> None:
    walk.goto("/your-library/")
    fits(walk)
    with walk.expect_navigation():
        follow(walk, "This week on one page")
    assert walk.locator(".wk-row").count() > 0
    fits(walk)
    assert len(re.findall(rb"/Type\s*/Page\b", walk.pdf(prefer_css_page_size=True))) == 1
