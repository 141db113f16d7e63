"""Leaving a page in a hurry: another takes its place, and the way back does not lead there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
WEATHER = "https://www.bbc.co.uk/weather"


@pytest.fixture
def came_from_home(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """A page of that address, come to from the front page; elsewhere the weather is fine."""

    def opened(*, script: bool = True) -> Page:
        page = open_page(width=360, script=script)

        def fine(route: Route) -> None:
            route.fulfill(body="<title>Fine</title>Sun.", content_type="text/html")

        page.context.route(f"{WEATHER}**", fine)
        page.goto("/")
        page.goto("/search/?q=domestic+abuse")
        return page

    return opened


@pytest.mark.parametrize("how", ["press", "shift"])
def test_it_is_gone_and_not_behind(came_from_home: Callable[..., Page], how: str) -> None:
    page = came_from_home()
    if how == "press":
        page.get_by_role("link", name="Leave this page").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    expect(page).to_have_title("Fine")
    page.go_back()
    assert "domestic" not in page.url
    assert page.url.endswith("/")


def test_capitals_do_not_leave(came_from_home: Callable[..., Page]) -> None:
    page = came_from_home()
    box = page.get_by_role("combobox").first
    box.click()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    expect(box).to_be_visible()
    assert "/search/" in page.url


def test_it_is_a_link_without_a_script(came_from_home: Callable[..., Page]) -> None:
    page = came_from_home(script=False)
    expect(page.get_by_text("Or press Shift three times.")).to_be_hidden()
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_title("Fine")
