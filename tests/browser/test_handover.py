"""Match, keep, side by side, the paper with its square, and the phone across the table, shut till it is taken back."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.going_back import back
from tests.browser.test_every_page import RULES, SIZES
from tests.browser.test_story import NOTE, ask

pytestmark = pytest.mark.browser
PIN = "2580"
SHUT = ("/", "/match/", "/match/kept/", "/match/take-home/", "/search/?q=tea", "/account/logout/", "/admin/")


def sound(page: Page, width: int) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, f"{page.url} {width}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} is wider than {width}"


def keep(page: Page, count: int) -> None:
    for number in range(1, count + 1):
        page.locator("#answers button[name=keep]").first.click()
        expect(page.locator("#bar")).to_contain_text(f"{number} kept")


def test_the_whole_way_on_a_phone(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page(width=360, role="worker")
    ask(page, NOTE)
    page.get_by_role("button", name="Put the three side by side").click()
    table = page.locator("table.cmp")
    expect(table.get_by_role("rowheader", name="Who meets you")).to_be_visible()
    expect(table).to_contain_text("minutes’ walk")
    expect(page.locator("#id_note")).to_have_value(NOTE)
    keep(page, 2)
    page.get_by_role("link", name="Take-home").click()

    square = page.locator("svg.qr")
    address = read(square.screenshot(), tmp_path)
    assert re.fullmatch(rf"{re.escape(origin(page))}/list/[\w-]{{22}}\.[\w-]{{22}}/", address)
    anybody = open_page(width=360)
    anybody.goto(address)
    expect(anybody.get_by_role("link", name="Weavers Fold Sewing Circle", exact=True)).to_be_visible()

    page.get_by_role("link", name="Hand it over").click()
    page.get_by_label("Digits to open it again").fill(PIN)
    page.get_by_role("button", name="Hand it over").click()
    expect(page.locator("h1")).to_have_text("For you to look at")
    expect(page.locator("main")).to_contain_text("Maureen will call round first, or wait at the door.")
    assert page.locator("main p").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 20
    here = page.url
    assert page.locator("main a").count() == 1

    for path in SHUT:
        page.goto(path)
        assert page.url == here, path
    back(page)
    expect(page.locator("h1")).to_have_text("For you to look at")
    other_tab = page.context.new_page()
    other_tab.goto("/match/")
    assert other_tab.url == here
    assert other_tab.request.post("/match/", form={"note": "embroidery"}).status == 403
    assert other_tab.request.get("/api/search?q=tea").status == 403
    other_tab.close()

    page.goto(here)
    page.get_by_role("link", name="Give it back").click()
    page.get_by_label("Your digits, or your password").fill("0000")
    page.get_by_role("button", name="Open it").click()
    expect(page.locator(".wrong")).to_contain_text("4 more tries")
    page.get_by_label("Your digits, or your password").fill(PIN)
    page.get_by_role("button", name="Open it").click()
    assert page.url.endswith("/match/take-home/")
    page.goto("/match/")
    expect(page.locator("#id_note")).to_have_value("")


def test_the_back_button_shows_nothing_that_was_typed(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360, role="worker")
    ask(page, "Embroidery and Mrs Ogden-Pargeter")
    keep(page, 1)
    page.goto("/match/hand-over/")
    page.get_by_label("Digits to open it again").fill(PIN)
    page.get_by_role("button", name="Hand it over").click()
    for _ in range(3):
        back(page)
        expect(page.locator("h1")).to_have_text("For you to look at")
        assert "Pargeter" not in page.content()


def test_each_new_page_at_every_size(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, role="worker")
    ask(page, "embroidery in the day")
    page.locator("#answers li.card").first.wait_for()
    keep(page, 3)
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for path in ("/match/compare/", "/match/take-home/", "/match/hand-over/"):
            page.goto(path)
            sound(page, width)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/match/compare/")
    sound(page, 320)
    page.goto("/match/hand-over/")
    page.get_by_label("Digits to open it again").fill(PIN)
    page.get_by_role("button", name="Hand it over").click()
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for path in ("/match/handed-over/", "/match/handed-over/back/"):
            page.goto(path)
            sound(page, width)


def test_without_javascript_and_with_the_keyboard_only(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360, script=False, role="worker")
    page.goto("/match/")
    page.locator("#id_note").fill(NOTE)
    page.locator("#id_note").press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="See them all").press("Enter")
    for number in (0, 1):
        box = page.locator("#answers input[name=compare][type=checkbox]").nth(number)
        box.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Compare what is ticked").focus()
    page.keyboard.press("Enter")
    expect(page.locator("table.cmp")).to_contain_text("Weavers Fold Sewing Circle")
    expect(page.locator("#id_note")).to_have_value(NOTE)
    page.locator("button[name=keep]").first.press("Enter")
    expect(page.locator("table.cmp button[name=drop]")).to_have_count(1)
    page.get_by_role("button", name="Back to the list").press("Enter")
    expect(page.locator("#answers li.card").first).to_contain_text("Weavers Fold Sewing Circle")


def test_side_by_side_on_paper(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360, role="worker", scheme="dark")
    ask(page, "embroidery in the day")
    page.locator("#answers li.card").first.wait_for()
    keep(page, 3)
    page.goto("/match/compare/")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= 3
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator("table.cmp thead th").first).to_be_visible()
    assert not page.get_by_role("button", name="Kept").first.is_visible()


def read(picture: bytes, folder: Path) -> str:
    """What a phone would read, by zbar."""
    path = folder / "square.png"
    path.write_bytes(picture)
    done = subprocess.run(["zbarimg", "--quiet", "--raw", str(path)], capture_output=True, check=True, timeout=60)
    return done.stdout.decode().strip()


def origin(page: Page) -> str:
    return "/".join(page.url.split("/")[:3])
