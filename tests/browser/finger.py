"""Somebody with a phone in one hand who lists a group: taps, letters and screens counted, each page looked at."""

import re
from collections.abc import Callable
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_every_page import RULES
from tests.waiting import until


class Finger:
    """Taps and types as somebody does, and counts. `screens`: questions seen, each once."""

    def __init__(self, page: Page, *, sound: bool) -> None:
        """`sound`: whether each page is looked at with axe, which takes a script."""
        self.page, self.sound, self.taps, self.letters = page, sound, 0, 0
        self.screens: list[str] = []

    def type(self, label: str | re.Pattern[str], words: str) -> None:
        self.page.get_by_label(label).fill(words)
        self.taps += 1
        self.letters += len(words)

    def choose(self, label: str | re.Pattern[str]) -> None:
        self.page.get_by_label(label).check()
        self.taps += 1

    def press(self, name: str | re.Pattern[str]) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).click()
        self.taps += 1
        self.look()

    def follow(self, name: str | re.Pattern[str]) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()
        self.taps += 1
        self.look()

    def look(self) -> None:
        heading = self.page.locator("h1").inner_text()
        if heading not in self.screens:
            self.screens.append(heading)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 360, self.page.url
        if self.sound:
            found = Axe().run(self.page, options=RULES)
            assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"


def list_a_group(
    finger: Finger, name: str, *, scripts: bool, email: str = "", at_the_check: Callable[[], None] = lambda: None
) -> None:
    """From the front page to its number. `email`: where the sender can be reached, or nothing. `at_the_check`: what is
    done on the last page before it is sent."""
    page = finger.page
    page.goto("/")
    finger.follow("List your group")
    finger.type("Its name", name)
    finger.type(re.compile("What happens there"), "We make things by hand and drink tea. Beginners are welcome.")
    finger.press("Carry on")
    finger.type(re.compile("Say it as you would"), "every Tuesday 1.30pm to 3.30pm")
    if scripts:
        expect(page.locator("#dates .label")).to_have_count(4)
    else:
        finger.press("Carry on")
        expect(page.locator("#dates .label")).to_have_count(4)
    finger.press(re.compile("Carry on|Yes, that is right"))
    finger.choose(re.compile("At a hall"))
    finger.type(re.compile("The place, or its postcode"), "Weavers Hall, ZM1 2SA")
    finger.press("Carry on")
    finger.choose("Nothing")
    finger.press("Carry on")
    finger.type("A first name", "Maureen")
    finger.type("Telephone", "01632 960 014")
    finger.choose(re.compile("to everybody"))
    finger.press("Carry on")
    expect(page.locator("main")).to_contain_text("Weavers Hall")
    at_the_check()
    if email:
        finger.type(re.compile("Your e-mail"), email)
    finger.press("Yes, send it")
    expect(page.locator("h1")).to_have_text("Thank you. We have it")


def a_connector_approves(open_page: Callable[..., Page], name: str) -> None:
    """What waits stands on the admin's first page."""
    page = open_page(width=1280, role="connector")
    page.goto("/admin/")
    page.get_by_role("link", name=name).first.click()
    page.locator(
        "footer [data-drop-down-toggle], footer [aria-label='Actions'], footer .w-dropdown__toggle"
    ).first.click()
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.locator(".messages")).to_contain_text(name)


def finds(page: Page, name: str) -> Locator:
    """The link to it among what a search for its name finds. The index follows the database, a moment behind."""
    link = page.get_by_role("link", name=name, exact=True).first

    def found() -> bool:
        page.goto(f"/search/?{urlencode({'q': name})}")
        return link.count() > 0

    until(found)
    return link
