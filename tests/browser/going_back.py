"""The browser's own button for the page before."""

from playwright.sync_api import Page


def back(page: Page) -> None:
    """Go back, and wait until the page before is there.

    Pressed by the page itself: a browser that has just given the page another process refuses to be asked for its
    history from outside ("Not attached to an active page").
    """
    with page.expect_navigation():
        page.evaluate("() => { setTimeout(() => history.back(), 0) }")
