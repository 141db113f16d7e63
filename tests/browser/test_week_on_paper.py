"""The week for the wall, as Chromium prints it: one sheet, however much is on, and nothing of it cut off."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
# From a ward where much is on to one where little is.
WARDS = ("weavers-fold", "bank-top", "carding-hill", "low-moor")
WHOLE = "all => all.every(each => each.scrollWidth <= each.clientWidth + 1)"


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("ward", WARDS)
def test_a_week_is_one_sheet(open_page: Callable[..., Page], ward: str) -> None:
    page = open_page(width=1280, scheme="dark")
    page.goto(f"/posters/ward/{ward}/")
    assert page.locator(".wk-row").count() > 3
    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert page.locator(".wk-foot .qr").is_visible()
    assert page.locator(".wk-foot, .wk-row").evaluate_all(WHOLE)


def test_a_week_with_more_than_fits_is_one_full_sheet(open_page: Callable[..., Page]) -> None:
    """As much as the reckoning lets through, in the longest words that it takes for so many lines."""
    page = open_page(width=1280)
    page.goto("/posters/ward/weavers-fold/")
    page.evaluate(
        """() => {
          document.querySelector('.wk').className = 'wrap page wk wk-small';
          const row = `<li class="wk-row"><span class="num">10.30am</span><div>
            <p class="wk-name">Knit, natter and mend it</p>
            <p class="wk-words">Carder Street, Hall. Free now.</p></div></li>`;
          const day = count => `<section class="wk-day"><h2>Wednesday 23 September</h2>
            <ul>${row.repeat(count)}</ul></section>`;
          document.querySelector('.wk-days').innerHTML = [4, 3, 3, 3, 3, 3, 3].map(day).join('');
        }"""
    )
    assert sheets(page) == 1


def test_few_dates_are_set_large_and_fill_no_second_sheet(open_page: Callable[..., Page]) -> None:
    page = open_page(width=1280)
    page.goto("/search/?q=stitch+and+story")
    page.get_by_role("link", name="Stitch and Story").first.click()
    page.locator("a[href^='/places/']").first.click()
    page.get_by_role("link", name="This week on one page, for the wall").click()
    page.wait_for_url("**/posters/place/**")
    assert sheets(page) == 1
