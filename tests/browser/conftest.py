"""A real server over the demonstration borough, and Debian's Chromium to look at it.

Invariant: one server a session, on a free port of loopback, with data of its own that goes with it; a test signs in for
itself and leaves no page open.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.processes.installation import Installation

CHROMIUM = "/usr/bin/chromium"
PASSWORD = "two-streets-away"
GROUP_ACTS = "tests.browser.group_acts"


@pytest.fixture(scope="session")
def borough(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """As `make run` would have it, but that messages go at night too."""
    installation = Installation(tmp_path_factory.mktemp("borough"), environment={"CONNECTOR_QUIET_HOURS": ""})
    try:
        yield installation
    finally:
        installation.end()


@pytest.fixture(scope="session")
def address(borough: Installation) -> str:
    """Where it is served."""
    return borough.serve()


@pytest.fixture(scope="session")
def under_way(borough: Installation, address: str) -> dict[str, str]:
    """A group of which everything is under way: the paths of its pages, by name (`group_acts.a_groups_pages`)."""
    found: dict[str, str] = borough.act("a_groups_pages", address, of=GROUP_ACTS)
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Call it with `width`, `scheme` ("light", "dark"), `script` and `role` to get a page; a role is signed in."""
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 360, scheme: str = "light", script: bool = True, role: str = "") -> Page:
        context = chromium.new_context(
            base_url=address,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            # Colours that are on their way from one to another are nobody's to read, or to measure.
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        if role:
            sign_in(page, role)
        return page

    yield opened
    for context in contexts:
        context.close()


def sign_in(page: Page, role: str) -> None:
    """Through the front door, as one of the demonstration's people."""
    page.goto("/account/login/")
    form = page.locator("form", has=page.locator("input[name=password]"))
    form.locator("input[name=login]").fill(f"{role}@tenterclough.example")
    form.locator("input[name=password]").fill(PASSWORD)
    form.locator("button[type=submit]").click()
    page.wait_for_url(lambda url: "/account/login" not in url)
