"""A phone-sized browser offers something, from the foot of a page to the last press, with scripts and without.

Each page is sound on the way. Taps and screens are told.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_listing_a_group import Finger

pytestmark = pytest.mark.browser
MOST_SCREENS = 6


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_six_screens_in_one_hand(
    open_page: Callable[..., Page], script: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_page(width=360, script=script)
    page.goto("/")
    page.get_by_role("link", name="Something I could share").click()
    finger = Finger(page, sound=script)
    finger.look()
    finger.press("Carry on")
    expect(page.get_by_text("Write what you could share")).to_be_visible()
    finger.type("In your own words", "I could teach somebody embroidery, and I sing.")
    finger.press("Carry on")
    finger.press("Take off: Embroidery")
    finger.press("Add: Embroidery")
    finger.press("Carry on")
    finger.type("Your postcode", "ZM1 2SA")
    finger.press("Carry on")
    finger.type("When could you?", "weekday mornings")
    finger.choose("Now and then")
    finger.press("Carry on")
    finger.type("Your first name", "Stan")
    finger.type("Your e-mail address", f"stan-{int(script)}@tenterclough.example")
    finger.press("Carry on")
    expect(page.get_by_text("What only a connector sees")).to_be_visible()
    page.get_by_label("I agree").check()
    finger.press("Yes, send it")
    while page.get_by_text("sent very fast").count():  # faster than anybody reads: all of it in three seconds
        finger.press("Yes, send it")
    expect(page.get_by_text("Look in your e-mail")).to_be_visible()
    screens = [each for each in finger.screens if each != "Thank you"]
    with capsys.disabled():
        print(f"\n  {len(screens)} screens, {finger.taps} taps, {finger.letters} letters")
    assert len(screens) <= MOST_SCREENS
