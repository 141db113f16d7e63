"""The boxes of a search with a keyboard, and where somebody is by a press."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_suggestions_by_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page(role="")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/suggest" in request.url else None)
    page.goto("/search/")
    box = page.get_by_role("combobox", name="I like, or I used to")
    box.press_sequentially("embr", delay=20)
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Embroidery")
    assert all("q=e&" not in f"{url}&" for url in asked)
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "q_list_0")
    box.press("Enter")
    expect(box).to_have_value("Embroidery")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("")
    box.press_sequentially("knit", delay=20)
    expect(options.first).to_contain_text("Knitting")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("knit")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("knit")


def test_where_somebody_is_is_made_coarse_before_it_is_sent(open_page: Callable[..., Page]) -> None:
    page = open_page(role="")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 53.424611, "longitude": -2.322238})
    page.goto("/search/?q=choir+near+me")
    page.get_by_role("button", name="Use where I am").click()
    page.wait_for_url("**near=53.42%2C-2.32*")
    expect(page.get_by_label("Near", exact=True)).to_have_value("M33 3")
