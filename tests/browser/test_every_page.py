"""Every page of ours in a browser: axe (WCAG 2.2 AA) at zero, nothing wider than the screen, no other host."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = (
    ("", "/"),
    ("", "/topics/"),
    ("", "/topics/making/"),
    ("", "/first-time/"),
    ("", "/stories/"),
    ("", "/stories/how-edith-found-the-circle/"),
    ("", "/warm-winter/"),
    ("", "/your-library/"),
    ("", "/search/"),
    ("", "/whats-on/"),
    ("", "/whats-on/?when=week&time=morning&step_free=on"),
    ("", "/search/?q=embroidery&near=ZM1+2SA"),
    ("", "/search/?q=whippets&near=QT44"),
    ("", "/search/?q=embroidary+near+ZM1+on+tuesdays&access=step_free&cost=free"),
    ("", "/search/?q=zzzzzz"),
    ("", "/about/order/"),
    ("", "/about/data/"),
    ("", "/about/accessibility/"),
    ("", "/about/cookies/"),
    ("", "/about/leaving/"),
    ("", "/weekly/"),
    ("", "/start-something/?q=whippets&near=ZM1+2SA"),
    ("", "/search/?q=domestic+abuse"),
    ("", "/list-your-group/"),
    ("", "/list-your-group/?whose=theirs"),
    ("", "/share-something/"),
    ("", "/share-something/sent/"),
    ("", "/embed/near/?near=ZM1+2SA"),
    ("", "/embed/near/?near=QT44&look=dark&accent=24427c"),
    ("", "/screen/"),
    ("", "/screen/?near=ZM1+2SA&still"),
    ("", "/put-this-on-your-website/"),
    ("", "/put-this-on-your-website/?near=ZM1+2SA&most=3&look=dark&accent=%23ffff00"),
    ("", "/put-this-on-your-website/?near=ZM1+2SA&most=3&look=dark&accent=%2324427C"),
    ("", "/account/login/"),
    ("", "/demonstration/"),
    ("", "/demonstration/mailbox/"),
    ("", "/gallery/"),
    ("", "/no-such-page/"),
    ("worker", "/account/safety/"),
    ("worker", "/account/token/"),
    ("worker", "/account/logout/"),
    ("worker", "/account/password/"),
    ("worker", "/match/"),
    ("worker", "/match/kept/"),
    ("worker", "/match/take-home/"),
    ("worker", "/match/compare/"),
    ("worker", "/match/hand-over/"),
    ("", "/list/x/"),
    ("", "/search/?area=bank-top"),
    ("", "/posters/ward/weavers-fold/"),
    ("", "/posters/ward/low-moor/?from=2027-01-04"),
    ("maureen", "/my-listings/"),
    ("manager", "/at-a-glance/"),
    ("connector", "/at-a-glance/"),
)
SIZES = ((360, "light"), (360, "dark"), (768, "light"), (1280, "light"), (1280, "dark"))


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_page(open_page: Callable[..., Page], role: str, path: str) -> None:
    page = open_page(role=role)
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(path)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{path} {width} {scheme}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than {width}"
    assert len(hosts) == 1


def test_a_listing_and_an_answered_match(open_page: Callable[..., Page]) -> None:
    page = open_page(role="worker")
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto("/search/?q=embroidery&near=ZM1+2SA")
        _follow(page, "Weavers Fold Sewing Circle")
        _sound(page, width)
        _follow(page, "Carder Street Community Centre")
        _sound(page, width)
        page.goto("/search/?q=stitch+and+story")
        _follow(page, "Stitch and Story")
        _follow(page, "Tenterclough Libraries")
        _sound(page, width)
        page.goto("/match/")
        page.locator("#id_note").fill("embroidery in the day")
        page.get_by_role("button", name="Show what fits").click()
        page.locator("#answers li.card").first.wait_for()
        _sound(page, width)


def _follow(page: Page, link: str) -> None:
    """To where the first link of this name leads, and not a moment before it is there."""
    with page.expect_navigation():
        page.get_by_role("link", name=link).first.click()


def _sound(page: Page, width: int) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, f"{page.url} {width}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
