"""What somebody looked for is kept in their browser alone, shown on the front page, and forgotten with one press."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_it_is_shown_again_and_forgotten(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360)
    page.goto("/")
    expect(page.locator("[data-likes]")).to_be_hidden()
    for words in ("sewing", "tea", "Sewing"):
        page.goto(f"/search/?q={words}")
    page.goto("/search/?q=domestic+abuse")
    page.goto("/search/?q=zzzzzz")
    page.goto("/")
    expect(page.locator("[data-likes] a")).to_have_text(["Sewing", "tea"])
    assert page.context.cookies() == []
    page.get_by_role("button", name="Forget these").click()
    expect(page.locator("[data-likes]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-likes]")).to_be_hidden()


def test_what_a_worker_looks_for_is_not_kept(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    page.goto("/search/?q=sewing")
    expect(page.locator("ol.ress > li").first).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_surprise_me(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360, script=False)
    page.goto("/")
    page.get_by_role("link", name="Surprise me").click()
    expect(page.locator("#when")).to_be_visible()
    assert "/listings/" in page.url
