"""A phone-sized browser lists a group from nothing to found in search. Taps, screens and seconds are told.

Once with scripts and once without; the pages are sound on the way.
"""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finger import Finger, a_connector_approves, finds, list_a_group

pytestmark = pytest.mark.browser
MOST_SCREENS = 6


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_from_nothing_to_found(
    open_page: Callable[..., Page], script: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "Pike Lane Rug Makers" if script else "Bank Top Basket Weavers"
    page = open_page(width=360, script=script)
    finger = Finger(page, sound=script)
    began = time.monotonic()
    list_a_group(finger, name, scripts=script)
    seconds = time.monotonic() - began
    with capsys.disabled():
        told = f"{finger.taps} taps, {finger.letters} letters, {len(finger.screens) - 1} screens, {seconds:.0f} s"
        print(f"\nlisting a group {'with' if script else 'without'} scripts: {told}")
    assert len(finger.screens) - 1 <= MOST_SCREENS

    a_connector_approves(open_page, name)
    expect(finds(page, name)).to_be_visible()
