"""Pictures of the pages on which a group is listed and looked after, for `make pictures`.

Invariant: of a group made for them (`group_acts.a_groups_pages`); a narrow phone and a desk, since nobody does this on
anything between.
"""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import sign_in
from tests.browser.finger import Finger, list_a_group
from tests.browser.group_pages import MINE

GROUP_WIDTHS = (360, 1280)
Take = Callable[[Page, str], None]
# Who is signed in, where, and what the picture is called.
TITLES = (
    ("", "{still_right}", "still-right"),
    ("", "{did_it_run}", "did-it-run"),
    ("", "{claim}", "claim-answer"),
    ("", "/listings/{ringers}/look-after/", "claim"),
    ("", "/listings/{ringers}/wrong/", "something-wrong"),
    ("", "{standing}", "correction"),
    ("vera", MINE, "my-group"),
    ("vera", f"{MINE}calendar/", "calendar"),
    ("vera", f"{MINE}people/", "people"),
    ("vera", f"{MINE}poster/", "poster"),
    ("connector", "/admin/ring-round/", "ring-round"),
    ("connector", "/admin/ring-round/paper/", "ring-round-paper"),
    ("connector", "/admin/go-and-say-hello/{hello}/", "say-hello"),
    ("connector", "/admin/listings-to-see-to/{task}/", "see-to"),
)


class Photographer(Finger):
    """Takes a picture of each question on the way."""

    def __init__(self, page: Page, take: Take, name: str) -> None:
        super().__init__(page, sound=False)
        self._take, self._name = take, name

    def look(self) -> None:
        heading = self.page.locator("h1").inner_text()
        if heading not in self.screens:
            self.screens.append(heading)
            self._take(self.page, f"list-{len(self.screens)}-{self._name}")


def as_groups(page: Page, name: str, under_way: dict[str, str], take: Take) -> None:
    """`name`: of the width and the colours. The page comes signed out, and goes so."""
    list_a_group(Photographer(page, take, name), f"Weir Mill Whittlers {name}", scripts=True)
    signed_in = ""
    for role, path, title in TITLES:
        if role != signed_in:
            page.context.clear_cookies()
            sign_in(page, role)
            signed_in = role
        page.goto(path.format(**under_way))
        page.wait_for_load_state("networkidle")
        take(page, f"{title}-{name}")
    page.context.clear_cookies()
