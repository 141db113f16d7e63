"""Wagtail's admin under its own content policy: no page breaks it, and nothing comes from another host."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
ASSET = "/admin/snippets/cms/asset/"
PAGES = (
    "/admin/",
    ASSET,
    f"{ASSET}add/",
    "/admin/snippets/cms/organisation/",
    "/admin/snippets/cms/place/",
    "/admin/snippets/cms/interest/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/reports/site-history/",
    "/admin/account/",
    "/admin/pages/",
)


def watched(page: Page) -> tuple[list[str], set[str]]:
    """What a page's console says of its policy, and the hosts that it asks."""
    broken: list[str] = []
    hosts: set[str] = set()
    page.on(
        "console", lambda told: broken.append(f"{page.url}: {told.text}") if "Content Security" in told.text else None
    )
    page.on("pageerror", lambda error: broken.append(f"{page.url}: {error}"))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    return broken, hosts


def test_the_main_pages_of_the_admin(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280, role="admin")
    broken, hosts = watched(page)
    for path in PAGES:
        answer = page.goto(path)
        assert answer, path
        assert answer.status == 200, path
        page.wait_for_load_state("networkidle")
    page.goto(ASSET)
    page.locator("main table a[href*='/edit/']").first.click()
    page.wait_for_load_state("networkidle")
    assert broken == []
    assert hosts - {""} == {urlsplit(page.url).netloc}


def test_a_file_has_the_headers_of_a_page(open_page: Callable[..., Page]) -> None:
    page = open_page()
    for path in ("/static/connector/css/connector.css", "/static/mfa/js/webauthn.js"):
        found = page.request.get(path).headers
        assert "default-src 'none'" in found["content-security-policy"], path
        assert found["x-content-type-options"] == "nosniff"
        assert found["cross-origin-resource-policy"] == found["cross-origin-opener-policy"] == "same-origin"
        assert "no-store" not in found.get("cache-control", "")
