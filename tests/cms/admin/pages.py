"""An edit page of the admin as its browser would send it back: every field as it was shown, and what was changed."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client


class _Fields(HTMLParser):
    """Names and values of the fields of a page, outside of its templates for rows that nobody has added."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self.skipping = 0
        self.select = self.area = ""
        self.buffer = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        name, value = held.get("name") or "", held.get("value")
        if tag == "template":
            self.skipping += 1
        elif self.skipping:
            return
        elif tag == "input" and name and held.get("type") not in {"submit", "button"}:
            ticked = held.get("type") in {"checkbox", "radio"}
            if not ticked or "checked" in held:
                self.found.setdefault(name, []).append(value if value is not None else "on" if ticked else "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in held:
            self.found.setdefault(self.select, []).append(value or "")
        elif tag == "textarea":
            self.area, self.buffer = name, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.skipping -= 1
        elif tag == "select":
            self.select = ""
        elif tag == "textarea" and self.area:
            self.found[self.area] = [self.buffer.removeprefix("\n")]
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.buffer += data


def fields_of(page: str) -> dict[str, Any]:
    """What a browser would send if nothing were changed."""
    parser = _Fields()
    parser.feed(page)
    return dict(parser.found)


def row(prefix: str, number: int, **values: Any) -> dict[str, Any]:
    """The fields of one added row."""
    return {f"{prefix}-{number}-{name}": value for name, value in values.items()} | {
        f"{prefix}-TOTAL_FORMS": number + 1
    }


def send(browser: Client, url: str, press: str = "", **changes: Any) -> Any:
    """Open the page, change what is given, press a button ("publish", "submit"; none saves a draft)."""
    data = fields_of(browser.get(url).content.decode()) | changes
    return browser.post(url, data | ({f"action-{press}": "1"} if press else {}))
