"""The screen in a foyer in a real browser: it turns, it is calm where that was asked for, it outlives its server."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SCREEN = "/screen/?near=ZM1+2SA"


def hung_up(page: Page, *, motion: bool) -> None:
    """The first picture, with the clock of the browser in our hands."""
    page.emulate_media(reduced_motion="no-preference" if motion else "reduce")
    page.clock.install()
    page.goto(SCREEN)
    expect(page.locator("main")).to_contain_text("1 of")


def turn(page: Page) -> None:
    with page.expect_response(lambda answer: "/screen/" in answer.url):
        page.clock.fast_forward(20_000)


def test_it_turns_by_itself(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    hung_up(page, motion=True)
    first = page.locator("h2").all_inner_texts()
    turn(page)
    expect(page.locator("main")).to_contain_text("2 of")
    assert page.locator("h2").all_inner_texts() != first
    assert page.context.cookies() == []


def test_the_last_picture_stays_while_nobody_answers(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    hung_up(page, motion=True)
    shown = page.locator("h2").all_inner_texts()
    page.route("**/screen/**", lambda route: route.abort())
    for _ in range(3):
        with page.expect_event("requestfailed"):
            page.clock.fast_forward(20_000)
        assert page.locator("h2").all_inner_texts() == shown
    page.unroute("**/screen/**")
    turn(page)
    expect(page.locator("main")).to_contain_text("2 of")


def test_an_error_is_no_picture(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    hung_up(page, motion=True)
    shown = page.locator("h2").all_inner_texts()
    page.route("**/screen/**", lambda route: route.fulfill(status=500, body="<h1>Broken</h1>"))
    turn(page)
    page.unroute("**/screen/**")
    assert page.locator("h2").all_inner_texts() == shown


def test_whoever_asked_for_calm_sees_one_picture(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    hung_up(page, motion=False)
    turn(page)
    expect(page.locator("main")).to_contain_text("1 of")


def test_without_a_script_the_page_calls_the_next_one(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, script=False)
    page.goto(SCREEN)
    told = page.locator("noscript meta").or_(page.locator("head meta[http-equiv=refresh]")).first
    assert "20; url=/screen/" in (told.get_attribute("content") or "")
    page.get_by_role("link", name="Stop here").click()
    expect(page.get_by_role("link", name="Turn by itself again")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (1080, 1920)])
def test_a_picture_fits_its_screen_and_is_read_across_a_room(
    open_page: Callable[..., Page], width: int, height: int
) -> None:
    page = open_page(width=width)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(SCREEN)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    tall = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h2')).fontSize)")
    assert tall >= min(width, height) / 25
