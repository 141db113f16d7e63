"""What robots.txt allows us."""

import pytest

from connector.fetching.base import Refused, Why
from connector.fetching.robots import Robots, parse
from tests.fetching.pages import FakeFetcher, Page

OURS = """User-agent: *
Disallow: /

User-Agent: Connector/2 # us
user-agent: other
Disallow: /private
Allow: /private/tea
"""


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: another\nDisallow: /", "/a", True),
        (OURS, "/", True),
        (OURS, "/private/x", False),
        (OURS, "/private/tea/x", True),
        ("User-agent: *\nDisallow: /\nAllow: /", "/a", True),
        ("User-agent: *\nDisallow: /*?", "/a?b=1", False),
        ("User-agent: *\nDisallow: /*?", "/a", True),
        ("User-agent: *\nDisallow: /*.ics$", "/a.ics", False),
        ("User-agent: *\nDisallow: /*.ics$", "/a.ics?b", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café/x", False),
        ("\ufeffUSER-AGENT : *\r\ndisallow : /x", "/x", False),
        ("Disallow: /", "/", True),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", False),
        ("nonsense\x00\nUser-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", False),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert parse(text, "Connector").allow(path) is allowed


def test_stars_without_end_are_quick() -> None:
    assert parse("User-agent: *\nDisallow: /" + "*a" * 200 + "b$", "Connector").allow("/" + "a" * 1_900)


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        (Page(b"User-agent: *\nDisallow: /"), False),
        (Page(status=404), True),
        (Page(status=403), True),
        (Page(status=503), False),
        (Page(status=429), False),
        (Why.NOWHERE, Refused(Why.NOWHERE)),
        (Why.LOST, True),
    ],
)
def test_a_website_is_asked_once(page: Page | Why, answer: bool | Refused) -> None:
    fetcher = FakeFetcher({"https://a.example/robots.txt": page})
    robots = Robots(fetcher, "Connector")
    assert [robots.allow("https://a.example/x?y=1"), robots.allow("https://a.example/z")] == [answer, answer]
    assert [each.url for each in fetcher.asked] == ["https://a.example/robots.txt"]
