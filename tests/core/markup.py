"""Rules that every page of ours keeps, checked on its HTML as text."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

POINTERS = ("for", "aria-labelledby", "aria-describedby", "form")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """A page's tags, ids, what points at them, its headings, and tags that were not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)
        self.ids = Counter(str(given["id"]) for _, given in self.tags if given.get("id"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unbalanced.append(tag)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def faults(html: str, *, whole: bool = True) -> list[str]:
    """What is wrong with a page (or, not `whole`, with a piece of one); nothing where all is well."""
    page = Page(html)
    found = [f"the id {name} stands {count} times" for name, count in page.ids.items() if count > 1]
    found += [f"<{tag}> is not closed in order" for tag in (*page.unbalanced, *page.open)]
    for tag, given in page.tags:
        found += _faults_of_a_tag(tag, given)
        if whole:
            for name in POINTERS:
                found += [
                    f"{name}={to} points at nothing" for to in (given.get(name) or "").split() if to not in page.ids
                ]
    if re.search(r"\{[%#{]|[%#}]\}", html):
        found.append("a template's tag stands in the page")
    if whole:
        found += _faults_of_the_whole(page)
    return found


def _faults_of_a_tag(tag: str, given: dict[str, str | None]) -> list[str]:
    found = []
    if "style" in given or tag == "style":
        found.append(f"<{tag}> has a style of its own, which the content policy forbids")
    if tag == "script" and not given.get("src") and given.get("type") != "application/ld+json":
        found.append("a script stands in the page")
    if any(name.startswith("on") and name != "on" for name in given):
        found.append(f"<{tag}> has a handler of its own")
    if tag == "button" and not given.get("type"):
        found.append("a button has no type")
    for name in ("src", "action", "formaction"):
        if (given.get(name) or "").startswith(("http:", "https:", "//")):
            found.append(f"{name} leads to another host")
    if (
        tag == "link"
        and given.get("rel") != "canonical"
        and (given.get("href") or "").startswith(("http:", "https:", "//"))
    ):
        found.append("a file comes from another host")
    if tag == "svg" and given.get("aria-hidden") != "true" and given.get("role") != "img":
        found.append("a drawing is neither hidden nor named")
    return found


def _faults_of_the_whole(page: Page) -> list[str]:
    found = []
    if page.count("h1") != 1:
        found.append(f"there are {page.count('h1')} first headings")
    if page.count("main") != 1:
        found.append("there is not one main part")
    language = next((given.get("lang") for tag, given in page.tags if tag == "html"), None)
    if language != "en-GB":
        found.append("the page does not say its language")
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    if any(later > before + 1 for before, later in pairwise(levels)):
        found.append(f"headings leave out a level: {levels}")
    return found
