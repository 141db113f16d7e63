"""A resident's day: from the front page over a topic, a listing, who runs it and where, to a search with its map.

Once by keyboard alone, and once without JavaScript.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CIRCLE = "Weavers Fold Sewing Circle"
MOST_STOPS = 120
FOCUSED = "() => document.activeElement?.ariaLabel || document.activeElement?.innerText || ''"


def follow(page: Page, name: str | re.Pattern[str]) -> None:
    """Tab on until the link or button of that name has the focus, and press Enter."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        words = page.evaluate(FOCUSED).strip()
        if re.search(name, words) if isinstance(name, re.Pattern) else words.startswith(name):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"No stop is called {name!r}.")


def test_by_keyboard_alone(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    page.goto("/")
    follow(page, "Making and mending")
    expect(page.locator("h1")).to_have_text("Making and mending")
    expect(page.locator("ol.ress > li").first.locator(".when")).to_be_visible()
    expect(page.locator("#giving")).to_be_visible()

    first = page.locator("ol.ress h3 a").first.inner_text()
    follow(page, first)
    expect(page.locator("h1")).to_have_text(first)

    page.goto("/search/?q=stitch+and+story")
    follow(page, "Stitch and Story")
    expect(page.locator("h1")).to_have_text("Stitch and Story")
    follow(page, "Tenterclough Libraries")
    expect(page.locator("h1")).to_have_text("Tenterclough Libraries")
    expect(page.locator(".today").first).to_be_visible()
    follow(page, "Bobbins and Pins")
    expect(page.locator("h1")).to_have_text("Bobbins and Pins")
    follow(page, "Bank Top Library")
    expect(page.locator("h1")).to_have_text("Bank Top Library")
    expect(page.locator("main")).to_contain_text("Step-free")
    follow(page, re.compile("What else is near here"))
    expect(page).to_have_url(re.compile(r"/search/\?near=ZM"))
    expect(page.locator("#map .map-pin").first).to_be_visible()
    follow(page, re.compile(r"^1 "))
    expect(page.locator("ol.ress > li").first.locator("h2 a")).to_be_focused()
    expect(page.locator("ol.ress > li").first).to_have_class(re.compile("is-here"))


def test_a_pin_and_its_card_light_up_together(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    pins = page.locator("#map .map-pin")
    expect(pins.first).to_have_attribute("aria-label", re.compile(rf"^1 {CIRCLE}"))
    card = page.locator("ol.ress > li").first
    card.hover()
    expect(pins.first).to_have_class(re.compile("is-here"))
    page.mouse.move(5, 5)
    pins.first.focus()
    expect(card).to_have_class(re.compile("is-here"))
    numbers = set(re.findall(r"\d+(?= [A-Z])", " ".join(pins.evaluate_all("all => all.map(e => e.ariaLabel)"))))
    listed = page.locator("ol.ress > li[data-at] .pin").all_inner_texts()
    assert numbers >= set(listed)


def test_the_map_asks_nobody_else_and_keeps_the_content_policy(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    hosts: set[str] = set()
    told: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: told.append(message.text))
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    expect(page.locator("#map .map-ward").first).to_be_attached()
    assert len(hosts) == 1
    assert told == []


def test_on_a_phone_the_list_comes_first_and_leads_to_the_map(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360)
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    expect(page.locator("#map .map-pin")).to_have_count(0)
    page.get_by_role("link", name="See these on the map").click()
    expect(page.locator("#map .map-pin").first).to_be_in_viewport()


def test_without_javascript(open_page: Callable[..., Page]) -> None:
    page = open_page(script=False)
    page.goto("/")
    page.get_by_role("link", name="Making and mending").click()
    page.locator("ol.ress h3 a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    expect(page.locator("ol.ress > li")).to_have_count(10)
    expect(page.locator("#map")).to_be_hidden()
    page.get_by_role("link", name=CIRCLE).first.click()
    page.get_by_role("link", name="Carder Street Community Centre").click()
    expect(page.locator("main")).to_contain_text("Use the blue door at the side")
    page.goto("/topics/")
    # One for each topic of the borough; on another day a connector may have published more.
    expect(page.locator(".patch").nth(7)).to_be_visible()
    page.goto("/first-time/")
    page.get_by_text("I would rather not go alone").click()
    expect(page.get_by_text("will call round first")).to_be_visible()
