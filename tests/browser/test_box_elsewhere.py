"""The box on a page of another origin, both ways: it shows what is on, opens our pages in the window, and tells nobody
anything. A worker is signed in on the same browser, which on one host brings their cookie along: the worst that can be.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import FrameLocator, Page, Request

from tests.browser.another_site import another_site

pytestmark = pytest.mark.browser
WAYS = ("frame", "script")


def piece(page: Page, address: str, way: str) -> str:
    """What our page hands out, copied as somebody would; the settings' address becomes where the test is served."""
    page.goto("/put-this-on-your-website/?near=ZM1+2SA&most=3")
    text = page.locator(f"#{way}").input_value()
    return re.sub(r"https?://[^/\"]+(?=/)", address, text)


@contextmanager
def embedded(page: Page, address: str, way: str) -> Iterator[tuple[FrameLocator, list[Request]]]:
    """The box on the other page, and every request that was made for it."""
    with another_site(piece(page, address, way)) as elsewhere:
        asked: list[Request] = []
        page.on("request", lambda request: asked.append(request))
        page.goto(elsewhere)
        box = page.frame_locator("iframe")
        box.get_by_role("heading", level=1).wait_for()
        yield box, asked


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("role", ["", "worker"])
def test_it_shows_what_is_on_and_asks_nobody_else(
    open_page: Callable[..., Page], address: str, way: str, role: str
) -> None:
    page = open_page(role=role, width=1280)
    with embedded(page, address, way) as (box, asked):
        assert box.locator("h2").count() == 3
        assert "ZM1 2" in box.get_by_role("heading", level=1).inner_text()
        title = page.locator("iframe").get_attribute("title") or ""
        assert title.startswith("What’s on near")
        hosts = {request.url.split("/")[2] for request in asked}
        assert hosts == {address.split("/")[2], page.url.split("/")[2]}
        ours = [request for request in asked if request.url.startswith(f"{address}/embed/near/")]
        assert ours
        assert [request for request in ours if "referer" in request.all_headers()] == []
        for request in ours:
            answer = request.response()
            assert answer is not None
            assert "set-cookie" not in answer.all_headers()


@pytest.mark.parametrize("way", WAYS)
def test_neither_page_reads_the_other(open_page: Callable[..., Page], address: str, way: str) -> None:
    page = open_page(width=1280)
    page.add_init_script(
        "window.told = []; addEventListener('message', event => told.push(JSON.stringify(event.data)))"
    )
    with embedded(page, address, way) as (_box, _):
        frame = next(frame for frame in page.frames if "/embed/near/" in frame.url)
        assert frame.evaluate(
            "(() => { try { return parent.document.title } catch (error) { return error.name } })()"
        ) == ("SecurityError")
        assert frame.evaluate("document.cookie") == ""
        told = {re.sub(r"\d+", "N", each) for each in page.evaluate("told")}
        assert told <= {'{"connectorNear":N}'}
        assert page.evaluate("Object.keys(window).filter(name => /connector/i.test(name))") == []


def test_the_script_makes_the_frame_as_tall_as_the_box(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(width=360)
    with embedded(page, address, "script") as (_box, _):
        frame = next(frame for frame in page.frames if "/embed/near/" in frame.url)
        page.wait_for_function("document.querySelector('connector-near').offsetHeight !== 640")
        inner = frame.evaluate("document.body.getBoundingClientRect().height")
        outer = page.evaluate("document.querySelector('connector-near').getBoundingClientRect().height")
        assert abs(outer - inner) <= 2
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_of_theirs_the_words_that_were_copied_lead_to_us(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(script=False)
    with another_site(piece(open_page(), address, "script")) as elsewhere:
        page.goto(elsewhere)
        link = page.get_by_role("link", name="What’s on near")
        assert (link.get_attribute("href") or "").startswith(f"{address}/search/")


@pytest.mark.parametrize("way", WAYS)
def test_a_link_opens_the_listing_in_the_window(open_page: Callable[..., Page], address: str, way: str) -> None:
    page = open_page(width=1280)
    with embedded(page, address, way) as (box, _):
        box.locator("h2 a").first.click()
        page.wait_for_url(f"{address}/listings/**")
        assert page.get_by_role("heading", level=1).is_visible()


def test_no_other_page_of_ours_can_be_framed(open_page: Callable[..., Page], address: str) -> None:
    page = open_page()
    frame = f'<iframe src="{address}/about/order/" title="x"></iframe>'
    with another_site(frame) as elsewhere:
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text))
        page.goto(elsewhere)
        page.wait_for_load_state("networkidle")
        assert page.frame_locator("iframe").get_by_text("How results are ordered").count() == 0
        assert [said for said in refused if "frame-ancestors" in said or "X-Frame-Options" in said]
