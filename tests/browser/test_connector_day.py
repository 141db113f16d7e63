"""A connector's day in Wagtail: a file comes in, interests are put right and tried, duplicates are settled both ways, a
group's change gets its yes, a topic page goes out. And a manager's look at how all of it is doing."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
FILE = """Group,Description,Tel
The Weavers Fold Sewing Circle,Embroidery and patchwork for whoever likes it.,01632 960 014
Low Moor Quilters,Patchwork and a brew on a Monday.,01632 960 016
"""
ASSETS = "/admin/snippets/cms/asset/"
PAIRS = "/admin/snippets/cms/possibleduplicate/"
SUGGESTED = "/admin/snippets/cms/assetinterest/"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def test_a_connectors_day(open_page: Callable[..., Page]) -> None:
    desk = open_page(width=1280, role="connector")
    import_a_file(desk)
    fix_interests(desk)
    settle_both_ways(desk)
    try_an_interest(desk)
    maureen_says_anew_what_it_is(open_page(role="maureen"))
    say_yes(desk)
    publish_a_topic(desk)
    somebody = open_page()
    somebody.goto("/search/?q=Weavers+Fold+Sewing+Circle")
    somebody.get_by_role("link", name="Weavers Fold Sewing Circle").first.click()
    expect(somebody.locator("main")).to_contain_text("with a brew and a natter")
    somebody.goto("/topics/feathers/")
    expect(somebody.locator("h1")).to_have_text("Feathers")
    expect(somebody.locator("main")).to_contain_text("From one hen to a loft of pigeons.")


def import_a_file(page: Page) -> None:
    page.goto("/admin/imports/")
    page.set_input_files("input[type=file]", {"name": "ours.csv", "mimeType": "text/csv", "buffer": FILE.encode()})
    page.fill("#id_source", "The volunteer centre's list")
    page.check("#id_publish")
    page.get_by_role("button", name="Read the files").click()
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("button", name="Put the listings in").click()
    expect(page.locator("main")).to_contain_text("The listings are in", timeout=20_000)


def fix_interests(page: Page) -> None:
    page.goto(f"{SUGGESTED}?q=The+Weavers+Fold")
    expect(page.locator("main tbody tr", has_text="The Weavers Fold").first).to_contain_text("Sewing")
    page.locator("main thead [data-bulk-action-select-all-checkbox]").check()
    page.locator("a[href*='/assetinterest/confirm/']").click()
    page.get_by_role("button", name="Yes, confirm them").click()
    expect(page.locator(".messages")).to_contain_text("confirmed.")


def settle_both_ways(page: Page) -> None:
    page.goto(f"{PAIRS}?q=Weavers+Fold+Sewing")
    page.locator("main tbody a").first.click()
    expect(page.locator("main")).to_contain_text("the same telephone")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("button", name="The same: keep “Weavers Fold Sewing Circle”").click()
    expect(page.locator(".messages")).to_contain_text("is withdrawn, and its address leads to “Weavers Fold")
    page.goto(f"{PAIRS}?q=Quilters")
    page.locator("main tbody a").first.click()
    page.get_by_role("button", name="Not the same").click()
    expect(page.locator(".messages")).to_contain_text("are two things")
    page.goto(f"{PAIRS}?q=Quilters")
    expect(page.locator("main tbody a")).to_have_count(0)


def try_an_interest(page: Page) -> None:
    """Tried with Enter, which would save the form around the box: what is typed there goes to its own address alone."""
    sent: list[tuple[str, str]] = []
    page.goto("/admin/snippets/cms/interest/?q=embroidery")
    page.locator("main tbody a", has_text="Embroidery").first.click()
    page.on("request", lambda told: sent.append((told.url, told.post_data or "")))
    page.locator("#id_everyday_words").fill("pigeons")
    page.locator("#id_try-words").fill("pigeons")
    page.locator("#id_try-near").fill("ZM1 2SA")
    page.locator("#id_try-near").press("Enter")
    box = page.locator("try-it")
    expect(box).to_contain_text("As it would be")
    expect(box).to_contain_text("Understood as: Pigeons, Embroidery.")
    expect(box).to_contain_text("Comes in: Weavers Fold Sewing Circle")
    assert {url.rsplit("/", 2)[1] for url, data in sent if "try-words" in data} == {"try-it"}
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def maureen_says_anew_what_it_is(page: Page) -> None:
    page.goto("/my-listings/")
    page.get_by_role("link", name="Something has changed").click()
    page.locator('a[href$="/what/"]').click()
    page.locator("main textarea, main input[type=text]").first.fill("Sewing and mending, with a brew and a natter.")
    page.locator("main form button[type=submit]").first.click()
    page.get_by_role("button", name="Yes, send it").click()
    expect(page.locator("main")).to_contain_text("You sent it today")


def say_yes(page: Page) -> None:
    """What waits stands on the admin's first page."""
    page.goto("/admin/")
    page.get_by_role("link", name="Weavers Fold Sewing Circle").first.click()
    page.locator(
        "footer [data-drop-down-toggle], footer [aria-label='Actions'], footer .w-dropdown__toggle"
    ).first.click()
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.locator(".messages")).to_contain_text("Weavers Fold Sewing Circle")


def publish_a_topic(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("button", name="Pages").click()
    page.get_by_role("link", name="Things people love").first.click()
    page.get_by_role("link", name="Add child page").first.click()
    page.locator("#id_title").fill("Feathers")
    page.locator("#id_lead").fill("From one hen to a loft of pigeons.")
    page.locator("footer .w-dropdown__toggle").first.click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("Feathers")


ADMIN_PAGES = (
    "/admin/",
    ASSETS,
    f"{ASSETS}add/",
    SUGGESTED,
    PAIRS,
    "/admin/snippets/cms/organisation/",
    "/admin/snippets/cms/place/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_main_pages_of_the_admin_have_no_fault(open_page: Callable[..., Page], scheme: str) -> None:
    """Wagtail's own theme follows the machine's until somebody chooses one."""
    page = open_page(width=1280, role="connector", scheme=scheme)
    for path in ADMIN_PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


@pytest.mark.parametrize("script", [True, False])
def test_a_manager_sees_at_a_glance_and_changes_nothing(open_page: Callable[..., Page], script: bool) -> None:
    """Where a manager comes out: how fresh, what waits, when nothing is on; from there to what people find."""
    page = open_page(width=360, role="manager", script=script)
    expect(page.locator("h1")).to_have_text("The directory at a glance")
    main = page.locator("main")
    for words in ("confirmed or ran in the last 90 days", "wait", "When nothing is on", "Step-free", "Search works."):
        expect(main).to_contain_text(words)
    expect(main).not_to_contain_text("Sewing Circle")
    expect(main.locator("a[href^='/admin/']")).to_have_count(0)
    main.get_by_role("row", name="Weavers Fold").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("Weavers Fold")
    page.goto("/search/?q=sewing")
    page.get_by_role("link", name="Weavers Fold Sewing Circle").first.click()
    expect(page.locator("h1")).to_have_text("Weavers Fold Sewing Circle")
    for path in ("/admin/", ASSETS, f"{ASSETS}?export=csv", PAIRS, "/match/", "/my-listings/"):
        answer = page.goto(path)
        assert answer
        assert answer.status == 403, path
        expect(page.locator("h1")).to_be_visible()


def test_a_connector_goes_from_a_number_to_what_it_counts(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, role="connector")
    page.goto("/at-a-glance/")
    number = page.locator("main li", has_text="stale").get_by_role("link")
    counted = number.inner_text().split()[0]
    number.click()
    expect(page.locator("main")).to_contain_text(f"{counted} match")
