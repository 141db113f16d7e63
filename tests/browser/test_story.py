"""The story, from sign-in to the printed page: embroidery around the room, the sewing circle two streets away."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
NOTE = "Embroidery all around the room, home after a broken hip, her husband needs a break in the day"
# In one breath; settled when what was typed would have asked too.
TYPED_AND_PRESSED = """words => new Promise((done) => {
  const form = document.getElementById("match");
  form.addEventListener("htmx:confirm", ({ detail }) => detail.triggeringEvent.type === "input" && setTimeout(done));
  form.elements.note.value = words;
  form.elements.note.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("show").click();
})"""


def ask(page: Page, note: str, near: str = "ZM1 2SA") -> None:
    page.goto("/match/")
    page.locator("#id_note").fill(note)
    page.locator("#near-words").click()
    page.locator("#id_near").fill(near)
    page.get_by_role("button", name="Show what fits").click()


def test_the_story_on_a_phone(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360, role="worker")
    ask(page, NOTE)
    first = page.locator("#answers li.card").first
    expect(first.get_by_role("link", name="Weavers Fold Sewing Circle", exact=True)).to_be_visible()
    expect(first.locator(".because")).to_contain_text("embroidery is what they do")
    expect(first.locator(".label")).to_have_count(2)
    expect(first).to_contain_text("minutes’ walk")
    expect(first).to_contain_text("Maureen will call round first, or wait at the door.")
    expect(first).to_contain_text("Step-free")
    expect(first.get_by_text("No hearing loop")).to_be_hidden()
    first.get_by_text("Getting in and around").press("Enter")
    expect(first.get_by_text("No hearing loop")).to_be_visible()
    expect(first).to_contain_text("Toilet with rails: not known")
    assert page.url.endswith("/match/")

    first.get_by_role("button", name="Keep").click()
    expect(page.locator("#bar")).to_contain_text("1 kept")
    page.get_by_role("link", name="Take-home").click()
    paper = page.locator("main")
    for words in (
        "Weavers Fold Sewing Circle",
        "Carder Street Community Centre",
        "Maureen",
        "01632 960 014",
        "£2, tea",
        "5 minutes’ walk",
        "Because you love embroidery.",
        "Step-free, toilet.",
    ):
        expect(paper).to_contain_text(words)
    expect(paper).to_contain_text(re.compile(r"(Mon|Wednes|Fri)day \d+"))
    page.emulate_media(media="print")
    assert page.locator("main h2").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 26


def test_nothing_typed_is_left_behind(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "Embroidery and Mrs Ogden-Pargeter")
    expect(page.locator("#answers li.card").first).to_be_visible()
    kept = page.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, location.href, document.cookie])"
    )
    assert "Pargeter" not in kept
    assert "Pargeter" not in "".join(asked)
    assert all(url.startswith(page.url.split("/match")[0]) for url in asked)


def test_the_line_is_cut_while_typing(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    page.goto("/match/")
    note = page.locator("#id_note")
    note.press_sequentially("Embroidery all ")
    page.context.set_offline(True)
    note.press_sequentially("around the room")
    told = page.locator("#offline")
    expect(told).to_be_visible()
    expect(told).to_contain_text("No signal just now")
    page.get_by_role("button", name="Show what fits").click()
    expect(note).to_have_value("Embroidery all around the room")
    page.context.set_offline(False)
    expect(page.locator("#answers li.card").first).to_be_visible()
    expect(told).to_be_hidden()
    expect(note).to_have_value("Embroidery all around the room")


def test_no_answer_though_the_browser_says_that_the_line_is_back(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, role="worker")
    ask(page, "Embroidery all around the room")
    expect(page.locator("#answers li.card").first).to_be_visible()
    page.route("**/match/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="Show what fits").click()
    expect(page.locator("#offline")).to_be_visible()
    page.unroute("**/match/")
    expect(page.locator("#offline")).to_be_hidden()


def test_a_press_that_failed_is_made_though_typing_got_through_first(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, role="worker")
    ask(page, "Embroidery all around the room")
    card = page.locator("#answers li.card").first
    expect(card).to_be_visible()
    page.route("**/match/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    card.get_by_role("button", name="Keep").click()
    expect(page.locator("#offline")).to_be_visible()
    page.unroute("**/match/")
    page.locator("#id_note").press_sequentially(", and tea")
    expect(page.locator("#bar")).to_contain_text("1 kept")
    expect(page.locator("#offline")).to_be_hidden()


def test_a_press_on_the_heels_of_typing_is_the_one_that_counts(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    page.goto("/match/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or "") if request.method == "POST" else None)
    page.evaluate(TYPED_AND_PRESSED, "Embroidery")
    expect(page.locator("#answers li.card").first).to_be_visible()
    page.locator("#noticed > summary").click()
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.locator("#id_note").press_sequentially(", and the chapel choir")
    assert [("press=show" in words, "choir" in words) for words in asked] == [(True, False), (False, True)]


def test_a_chip_comes_off_with_one_press(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    ask(page, "embroidery, and she used to sing in the chapel choir")
    expect(page.locator("#answers")).to_contain_text("Weavers Fold Sewing Circle")
    page.locator("#noticed > summary").click()
    page.get_by_role("button", name="Take off: Embroidery").click()
    expect(page.locator("#answers")).not_to_contain_text("Weavers Fold Sewing Circle")
    expect(page.get_by_role("button", name="Add: Embroidery")).to_be_visible()


def test_without_javascript_a_worker_gets_the_same_answer(open_page: Callable[..., Page]) -> None:
    page = open_page(script=False, role="worker")
    page.goto("/match/")
    page.locator("#id_note").fill(NOTE)
    page.get_by_role("button", name="Show what fits").click()
    expect(page.locator("#answers li.card").first).to_contain_text("Weavers Fold Sewing Circle")


def test_a_worker_keeps_from_a_listings_own_page_without_javascript(open_page: Callable[..., Page]) -> None:
    page = open_page(script=False, role="worker")
    page.goto("/search/?q=sewing")
    page.get_by_role("link", name="Weavers Fold Sewing Circle").first.click()
    page.get_by_role("button", name="Keep Weavers Fold Sewing Circle").click()
    expect(page.locator("h1")).to_have_text("Weavers Fold Sewing Circle")
    expect(page.get_by_role("button", name="Kept Weavers Fold Sewing Circle")).to_be_visible()
    expect(page.locator("#bar")).to_contain_text("1 kept")
    page.get_by_role("link", name="Take-home").click()
    expect(page.locator("main")).to_contain_text("Weavers Fold Sewing Circle")


def test_a_resident_finds_it_without_javascript(open_page: Callable[..., Page]) -> None:
    page = open_page(script=False)
    page.goto("/")
    page.get_by_label("I like, or I used to").fill("embroidery")
    page.get_by_label("Near").fill("ZM1 2SA")
    page.get_by_role("button", name="Find it").click()
    page.get_by_role("link", name="Weavers Fold Sewing Circle").first.click()
    expect(page.locator("h1")).to_have_text("Weavers Fold Sewing Circle")
    expect(page.locator("main")).to_contain_text("Carder Street Community Centre")


def test_with_the_keyboard_only(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, role="worker")
    page.goto("/match/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    page.locator("#id_note").focus()
    page.keyboard.type("embroidery")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Show what fits")
    page.keyboard.press("Enter")
    card = page.locator("#answers li.card").first
    expect(card).to_be_visible()
    # The answer to what was typed may still be on its way, and takes the place of the one that is there.
    page.wait_for_load_state("networkidle")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("name") == "keep":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#bar")).to_contain_text("1 kept")


@pytest.mark.parametrize("script", [True, False])
def test_a_group_is_asked_what_nobody_knows(open_page: Callable[..., Page], script: bool) -> None:
    page = open_page(width=360, script=script, role="worker")
    ask(page, "Embroidery all round the room. Needs hoisting.")
    line = page.locator("#answers li.card").first.locator("li", has_text="Changing place with hoist: not known.").first
    line.get_by_role("button", name="Ask them").press("Enter")
    expect(line).to_contain_text("We will ask them.")
    expect(page.locator("#id_note")).to_have_value("Embroidery all round the room. Needs hoisting.")
    if script:
        expect(line.locator("b")).to_be_focused()  # whoever listens to the page hears what became of it
