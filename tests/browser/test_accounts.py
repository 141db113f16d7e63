"""Second steps and passkeys as a person meets them: an app that reads the square, a passkey that the browser keeps.

The browser's authenticator is Chromium's own, made of software and without a finger to put on it.
"""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.accounts.authenticator import code_at
from tests.browser.conftest import PASSWORD, sign_in
from tests.browser.test_every_page import RULES, SIZES

pytestmark = pytest.mark.browser
SAFETY = "/account/safety/"


@pytest.fixture
def by_name(chromium: Browser, address: str) -> Iterator[Callable[[], Page]]:
    """A page of the server by its name: no browser makes a passkey for an address of numbers."""
    contexts: list[BrowserContext] = []

    def opened() -> Page:
        context = chromium.new_context(
            base_url=address.replace("127.0.0.1", "localhost"),
            viewport={"width": 360, "height": 800},
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda told: _fine(told.text))
        return page

    yield opened
    for context in contexts:
        context.close()


def test_an_app_from_setting_up_to_taking_off(open_page: Callable[..., Page]) -> None:
    page = open_page(role="manager")
    page.goto(SAFETY)
    page.get_by_role("link", name="Set up an app").click()
    expect(page.locator(".square svg")).to_be_visible()
    _sound(page)
    page.get_by_text("It cannot read the square").click()
    secret = page.locator("details .num").inner_text().replace(" ", "")
    page.get_by_label("The code that your app shows now").fill(code_at(secret, time.time() - 30))
    page.get_by_role("button", name="It works, keep it").click()
    expect(page.locator("h1")).to_have_text("Your spare codes")
    spare = page.locator("main li.num").all_inner_texts()
    assert len(spare) == 10
    _sound(page)
    page.get_by_role("link", name="I have kept them").click()
    expect(page.locator("main")).to_contain_text("Your account has a second step")
    _sound(page)

    _sign_out(page)
    _password(page, "manager")
    expect(page.locator("h1")).to_have_text("Your second step")
    _sound(page)
    page.get_by_label("The code", exact=True).fill(code_at(secret, time.time()))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"/$"))

    _sign_out(page)
    _password(page, "manager")
    page.get_by_label("The code", exact=True).fill(spare[0])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"/$"))
    page.goto(SAFETY)
    expect(page.locator("main")).to_contain_text("You have 9 left")
    page.get_by_role("link", name="Take the app off").click()
    page.get_by_role("button", name="Take it off").click()
    expect(page.get_by_role("link", name="Set up an app")).to_be_visible()


def test_a_passkey_from_setting_up_to_signing_in(by_name: Callable[[], Page]) -> None:
    page = by_name()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    kept = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device = devices.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": kept | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    sign_in(page, "maureen")
    page.goto(SAFETY)
    page.get_by_role("link", name="Add a passkey").click()
    _sound(page)
    page.get_by_label("What shall we call it?").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.locator("h1")).to_have_text("Your spare codes")
    credentials = devices.send("WebAuthn.getCredentials", {"authenticatorId": device["authenticatorId"]})
    assert [each["isResidentCredential"] for each in credentials["credentials"]] == [True]

    _sign_out(page)
    page.goto("/account/login/?next=/account/where/")
    _sound(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(re.compile("/account/where/"))
    expect(page.locator("main")).to_contain_text("this one")

    _sign_out(page)
    _password(page, "maureen")
    expect(page.locator("h1")).to_have_text("Your second step")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(re.compile("/my-listings/"))

    page.goto(SAFETY)
    page.get_by_role("link", name="Take off My phone").click()
    page.get_by_role("button", name="Take it off").click()
    expect(page.locator("main")).not_to_contain_text("My phone")


def test_a_passkey_that_does_not_come_is_said_in_words(by_name: Callable[[], Page]) -> None:
    page = by_name()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator("main")).to_contain_text("No passkey came")
    _sound(page)


def test_where_one_is_signed_in_and_ending_another(open_page: Callable[..., Page]) -> None:
    here, there = open_page(role="connector"), open_page(role="connector")
    here.goto("/account/where/")
    _sound(here)
    here.get_by_role("button", name="End it").last.click()
    there.goto("/match/")
    expect(there.locator("h1")).to_have_text("Sign in")
    here.goto("/match/")
    expect(here.locator("h1")).not_to_have_text("Sign in")


def _password(page: Page, who: str) -> None:
    page.goto("/account/login/")
    form = page.locator("form", has=page.locator("input[name=password]"))
    form.locator("input[name=login]").fill(f"{who}@tenterclough.example")
    form.locator("input[name=password]").fill(PASSWORD)
    form.locator("button[type=submit]").click()


def _sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("button", name="Sign out").click()


def _sound(page: Page) -> None:
    """Accessible, and no wider than the screen, in each size and colour."""
    before = page.viewport_size
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{page.url} {width} {scheme}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} is wider than {width}"
    page.set_viewport_size(before or {"width": 360, "height": 800})


def _fine(told: str) -> None:
    assert "Content Security" not in told
