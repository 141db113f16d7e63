"""The pages on which groups are looked after: axe at zero by day and at night, nothing wider than the screen at four
times its size, every control reached by Tab and seen when it is; then their forms without a script."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.finger import Finger, list_a_group
from tests.browser.group_pages import ADMIN_GROUP_PAGES, GROUP_PAGES
from tests.browser.test_every_page import RULES

pytestmark = pytest.mark.browser
FOUR_TIMES = {"width": 320, "height": 256}
BY_DAY_AND_AT_NIGHT = ((360, "light"), (1280, "dark"))
STOPS_OF_A_MAP = 60
# What Tab should come to. A group of radio buttons is one stop; a map has its own test.
STOPS = """() => [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex="0"]')]
  .filter(each => each.checkVisibility() && !each.disabled && each.tabIndex >= 0 && !each.closest('.map-in'))
  .filter(each => each.type !== 'radio' || !window.stepped?.has(each.name))"""
WATCH = """() => {
  window.stepped = new Set(); window.unseen = [];
  document.addEventListener('focusin', ({target}) => {
    window.stepped.add(target); if (target.type === 'radio') window.stepped.add(target.name);
    const {outlineStyle, boxShadow} = getComputedStyle(target);
    if (outlineStyle === 'none' && boxShadow === 'none') window.unseen.push(target.outerHTML.slice(0, 90));
  });
}"""
MISSED = f"""() => ({STOPS})().filter(each => !window.stepped.has(each)).map(each => each.outerHTML.slice(0, 90))
  .concat(window.unseen)"""


@pytest.mark.parametrize("role", sorted({role for role, _path in GROUP_PAGES}))
def test_pages(open_page: Callable[..., Page], under_way: dict[str, str], role: str) -> None:
    page = open_page(role=role)
    faults = []
    for path in [path.format(**under_way) for who, path in GROUP_PAGES if who == role]:
        page.set_viewport_size({"width": 360, "height": 800})
        answer = page.goto(path)
        assert answer
        assert answer.status == (404 if "nobody" in path else 200), path
        faults += [f"{path}: {each}" for each in [*by_keyboard(page), *by_axe(page), *wider(page)]]
    assert faults == []


def test_pages_of_the_admin(open_page: Callable[..., Page], under_way: dict[str, str]) -> None:
    page = open_page(width=1280, role="connector")
    faults = []
    for path in [path.format(**under_way) for path in ADMIN_GROUP_PAGES]:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(path)
            page.wait_for_load_state("networkidle")
            found = Axe().run(page, options={"runOnly": RULES["runOnly"][:-1]})
            faults += [f"{path} {scheme}: {found.generate_report()}"] if found.violations_count else []
    assert faults == []


def test_pages_on_the_way_to_a_listing(open_page: Callable[..., Page]) -> None:
    """Those beside the six questions, before it was sent and after."""
    phone = Finger(open_page(width=360), sound=False)
    list_a_group(phone, "Weir Mill Whittlers", scripts=True, at_the_check=lambda: beside(phone.page, ("pin", "later")))
    more = ("coming", "first", "access", "picture", "safeguarding")
    beside(phone.page, ("sent", *(f"more/{question}" for question in more)))


def beside(page: Page, names: tuple[str, ...]) -> None:
    here = page.url
    for name in names:
        page.goto(re.sub("(check|sent)/$", f"{name}/", here))
        faults = [*by_keyboard(page), *by_axe(page), *wider(page)]
        page.set_viewport_size({"width": 360, "height": 800})
        assert faults == [], page.url
    page.goto(here)


def by_keyboard(page: Page) -> list[str]:
    """What Tab does not come to, or does not show."""
    page.evaluate(WATCH)
    stops = page.evaluate(f"() => ({STOPS})().length")
    for pressed in range(stops + STOPS_OF_A_MAP):
        page.keyboard.press("Tab")
        if pressed >= stops and not page.evaluate(MISSED):
            return []
    return [f"not by keyboard: {each}" for each in page.evaluate(MISSED)]


def by_axe(page: Page) -> list[str]:
    faults = []
    for width, scheme in BY_DAY_AND_AT_NIGHT:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=RULES)
        faults += [f"{width} {scheme} {found.generate_report()}"] if found.violations_count else []
    page.emulate_media(color_scheme="light")
    return faults


def wider(page: Page) -> list[str]:
    page.set_viewport_size(FOUR_TIMES)  # type: ignore[arg-type]
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} wide at four times its size"] if width > FOUR_TIMES["width"] else []


def test_forms_without_a_script(open_page: Callable[..., Page], under_way: dict[str, str]) -> None:
    anybody = open_page(script=False)
    anybody.goto("/listings/{ringers}/wrong/".format(**under_way))
    anybody.get_by_label("When it is on").check()
    anybody.get_by_role("button", name="Send it").click()
    expect(anybody.locator("main")).to_contain_text("Write a few words.")
    expect(anybody.get_by_label("When it is on")).to_be_checked()

    vera = open_page(script=False, role="vera")
    vera.goto("/my-listings/{ringers}/calendar/".format(**under_way))
    vera.get_by_label("The address of your calendar").fill("ftp://calendars.example/")
    vera.get_by_role("button", name="Look what is in it").click()
    expect(vera.locator("main")).to_contain_text("This is no web address that we can follow.")
    expect(vera.get_by_label("The address of your calendar")).to_have_value("ftp://calendars.example/")
    vera.goto("/list-your-group/kept/{ringers}/coming/".format(**under_way))
    vera.get_by_label("How many new people a month").fill("many")
    vera.get_by_role("button", name="Carry on").click()
    expect(vera.locator(".wrong").first).to_be_visible()

    by_link = open_page(script=False)
    by_link.goto(under_way["still_right"])
    by_link.get_by_label("Another month is better?").select_option("May")
    by_link.get_by_role("button", name="Ask me then").click()
    expect(by_link.locator("main")).to_contain_text("We ask in May and November.")


@pytest.mark.parametrize("words", [0, 250], ids=["as it is", "as long as it may be"])
def test_a_poster_fills_one_sheet(open_page: Callable[..., Page], under_way: dict[str, str], words: int) -> None:
    page = open_page(role="vera", scheme="dark")
    page.goto("/my-listings/{ringers}/poster/".format(**under_way))
    if words:
        page.evaluate(
            """words => {
              const [name, what] = document.querySelectorAll('main h1, main h1 + p');
              name.textContent = 'Over Sixties and Anybody Else Who Likes To, of Bank Top';
              what.textContent = 'We ring, and we drink tea. '.repeat(9).slice(0, words);
            }""",
            words,
        )
    sheet = page.pdf(prefer_css_page_size=True, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => [...document.querySelectorAll('main h1, main p')].map(e => getComputedStyle(e).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}
    for part in (".band", ".foot", "main .btn"):
        assert not page.locator(part).first.is_visible()
