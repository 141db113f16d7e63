"""`make pictures`: every page as people see it, into `docs/pictures`: phone, tablet and desk, light and dark. With
`groups` after the module's name, those of groups alone.

Invariant: pictures are taken of a server over the demonstration borough that this starts and ends itself.
"""

import sys
import tempfile
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, GROUP_ACTS, sign_in
from tests.browser.group_pictures import GROUP_WIDTHS, as_groups
from tests.processes.installation import ROOT, Installation

FOLDER = ROOT / "docs" / "pictures"
NOTE = "Embroidery all around the room. Home after a broken hip. Her husband needs a break in the day."
WIDTHS, SCHEMES = (360, 768, 1280), ("light", "dark")
PLAIN = (
    ("/", "home"),
    ("/account/login/", "sign-in"),
    ("/search/?q=zzzz&near=ZM1+2SA", "nothing"),
    ("/topics/", "topics"),
    ("/stories/how-edith-found-the-circle/", "story"),
    ("/warm-winter/", "collection"),
    ("/your-library/", "place-this-week"),
    ("/whats-on/", "whats-on"),
    ("/weekly/", "weekly"),
    ("/start-something/?q=whippets&near=ZM1+2SA", "start-something"),
    ("/search/?q=domestic+abuse", "leave"),
    ("/about/leaving/", "leaving"),
    ("/about/accessibility/", "easier-to-read"),
    ("/put-this-on-your-website/", "on-your-website"),
    ("/screen/?near=ZM1+2SA", "screen"),
    ("/about/order/", "how-ordered"),
    ("/about/data/", "data"),
    ("/demonstration/", "demonstration"),
)
# Enough for flat cloth and letters, and a third of the size. By octree, which leaves a small knot its yellow.
COLOURS = 256


def main(*, groups_alone: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        installation = Installation(Path(folder))
        try:
            address = installation.serve()
            under_way = installation.act("a_groups_pages", address, of=GROUP_ACTS)
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for width, scheme in product(WIDTHS, SCHEMES):
                page, name = _page(browser, address, width, scheme)
                if not groups_alone:
                    _everybody(page, name)
                if width in GROUP_WIDTHS:
                    as_groups(page, name, under_way, _take)
                page.context.close()
            browser.close()
        finally:
            installation.end()


def _page(browser: Browser, address: str, width: int, scheme: str) -> tuple[Page, str]:
    """A page of that size and colours, and what pictures of it are called after."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    return context.new_page(), f"{width}" if scheme == "light" else f"{width}-dark"


def _everybody(page: Page, name: str) -> None:
    _as_resident(page, name)
    _as_group_editor(page, name)
    page.context.clear_cookies()
    sign_in(page, "manager")
    page.goto("/at-a-glance/")
    _take(page, f"at-a-glance-{name}")
    page.context.clear_cookies()
    _as_worker(page, name)
    page.context.clear_cookies()


def _as_resident(page: Page, name: str) -> None:
    for path, title in PLAIN:
        page.goto(path)
        _take(page, f"{title}-{name}")
    page.goto("/topics/making/")
    _with_map(page)
    _take(page, f"topic-{name}")
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    _with_map(page)
    _take(page, f"search-{name}")
    page.get_by_role("link", name="Weavers Fold Sewing Circle").first.click()
    _with_map(page)
    _take(page, f"listing-{name}")
    page.get_by_role("link", name="Let them know you are coming").click()
    _take(page, f"coming-{name}")
    page.go_back()
    page.get_by_role("link", name="Carder Street Community Centre").click()
    _with_map(page)
    _take(page, f"place-{name}")
    page.get_by_role("link", name="Carder Street Bingo").first.click()
    page.get_by_role("link", name="Carder Street Community Association").first.click()
    _take(page, f"organisation-{name}")


def _as_group_editor(page: Page, name: str) -> None:
    sign_in(page, "maureen")
    _take(page, f"my-listings-{name}")
    page.get_by_role("link", name="Something has changed").click()
    _take(page, f"my-listing-{name}")


def _as_worker(page: Page, name: str) -> None:
    sign_in(page, "worker")
    page.goto("/account/safety/")
    _take(page, f"account-{name}")
    page.goto("/match/")
    page.locator("#id_note").fill(NOTE)
    page.locator("#near-words").click()
    page.locator("#id_near").fill("ZM1 2SA")
    page.locator("#near-words").click()
    page.get_by_role("button", name="Show what fits").click()
    page.locator("#answers li.card").first.wait_for()
    _take(page, f"match-{name}")
    for number in ("1 kept", "2 kept"):
        page.locator("#answers button[name=keep]").first.click()
        page.locator("#bar", has_text=number).wait_for()
    for path, title in (("/match/compare/", "side-by-side"), ("/match/take-home/", "take-home")):
        page.goto(path)
        _take(page, f"{title}-{name}")
    page.goto("/match/hand-over/")
    page.locator("#id_pin").fill("2580")
    page.get_by_role("button", name="Hand it over").click()
    _take(page, f"handed-over-{name}")


def _with_map(page: Page) -> None:
    """Come near the map, which waits for that, and go back to the top."""
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.locator("[data-map] .map-seam").first.wait_for(state="attached")
    page.evaluate("scrollTo(0, 0)")


def _take(page: Page, name: str) -> None:
    taken = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    taken.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(FOLDER / f"{name}.png", optimize=True)
    print(f"{name}.png", file=sys.stderr)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    main(groups_alone="groups" in sys.argv[1:])
