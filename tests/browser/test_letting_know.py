"""A daughter finds the sewing circle for her mother, lets them know, and has the week sent: by thumb, no account."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from connector.core.open_forms import SOONEST
from tests.browser.finger import Finger
from tests.waiting import until

pytestmark = pytest.mark.browser
CIRCLE = "Weavers Fold Sewing Circle"


def read(since: float) -> None:
    """As long as anybody takes to read a form: what is sent sooner is a machine's."""
    until(lambda: time.monotonic() - since > SOONEST + 1)


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_let_them_know(open_page: Callable[..., Page], script: bool) -> None:
    page = open_page(width=360, script=script)
    finger = Finger(page, sound=script)
    page.goto("/search/?q=embroidery&near=ZM1+2SA")
    finger.follow(CIRCLE)
    finger.follow("Let them know you are coming")
    read(time.monotonic())
    finger.press("Read it first")
    expect(page.locator("main")).to_contain_text("Choose a day, or say that you do not know yet.")
    page.get_by_role("radio").first.check()
    finger.choose("It is my first time")
    finger.choose("I am bringing somebody")
    finger.type("What should they call you?", "Irene" if script else "Joan")
    finger.press("Read it first")
    expect(page.locator("main")).to_contain_text("It is their first time.")
    finger.press("Change something")
    expect(page.get_by_label("It is my first time")).to_be_checked()
    finger.press("Read it first")
    finger.press("Send it")
    expect(page.locator("h1")).to_have_text("They know you are coming")
    assert {each["name"] for each in page.context.cookies()} <= {"csrftoken"}  # type: ignore[typeddict-item]


def test_the_week_is_sent(open_page: Callable[..., Page]) -> None:
    page = open_page(width=360)
    finger = Finger(page, sound=True)
    page.goto("/search/?q=sewing&near=ZM1+2SA")
    finger.press("Send me this each week")
    expect(page.get_by_label("Near")).to_have_value("ZM1 2SA")
    read(time.monotonic())
    finger.press("Send me the first one")
    expect(page.locator("main")).to_contain_text("Write your e-mail address")
    finger.type("Your e-mail address", "irene@home.example")
    read(time.monotonic())
    finger.press("Send me the first one")
    expect(page.locator("h1")).to_have_text("Look in your e-mail")
    expect(page.locator("main")).to_contain_text(re.compile("“sewing” near ZM1 2[^S]"))
