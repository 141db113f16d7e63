"""One suite for the real fetcher, against a server on this machine, and for the fake."""

import gzip
from collections.abc import Callable, Iterator

import pytest

from connector.fetching import Asked, Fetched, Fetcher, Refused, Why
from connector.fetching.null import NullFetcher
from connector.fetching.over_http import HttpFetcher
from tests.fetching.pages import FakeFetcher, Page, moved, packed
from tests.fetching.server import Site, website

NAME = "Connector (Tenterclough; +https://connector.example/)"
LARGE = b"x" * 300_000


def of_this_machine(number: str) -> bool:
    return number == "127.0.0.1"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with website() as found:
        yield found


@pytest.fixture(params=["real", "fake"])
def has(request: pytest.FixtureRequest, site: Site) -> Callable[[dict[str, Page]], Fetcher]:
    """A fetcher that finds these pages."""

    def make(pages: dict[str, Page]) -> Fetcher:
        site.pages, site.seen[:] = pages, []
        real = HttpFetcher(NAME, allowed=of_this_machine, ports=None)
        return real if request.param == "real" else FakeFetcher(pages)

    return make


def asked(site: Site, path: str = "/", **fields) -> Asked:
    return Asked(site.url + path, **{"seconds": 5.0, **fields})


def test_a_page_is_fetched(has, site: Site) -> None:
    found = has({"/a": Page(b"tea", headers={"Content-Type": "text/plain"})}).fetch(asked(site, "/a"))
    assert isinstance(found, Fetched)
    assert (found.status, found.body, found.url) == (200, b"tea", f"{site.url}/a")
    assert found.headers["content-type"] == "text/plain"


def test_a_page_that_is_not_there_is_an_answer(has, site: Site) -> None:
    found = has({}).fetch(asked(site, "/gone"))
    assert isinstance(found, Fetched)
    assert found.status == 404


def test_only_what_is_wanted_is_asked_for(has, site: Site) -> None:
    found = has({"/a": Page(b"tea")}).fetch(asked(site, "/a", method="HEAD"))
    assert isinstance(found, Fetched)
    assert (found.status, found.body) == (200, b"")


def test_what_has_not_changed_is_not_sent_again(has, site: Site) -> None:
    fetch = has({"/a": Page(b"tea", etag='"1"')}).fetch
    first = fetch(asked(site, "/a"))
    assert isinstance(first, Fetched)
    again = fetch(asked(site, "/a", etag=first.headers["etag"]))
    assert isinstance(again, Fetched)
    assert again.unchanged
    assert again.body == b""
    changed = fetch(asked(site, "/a", etag='"0"'))
    assert isinstance(changed, Fetched)
    assert (changed.unchanged, changed.body) == (False, b"tea")


def test_a_redirect_is_followed_to_where_it_leads(has, site: Site) -> None:
    found = has({"/a": moved("/b", 301), "/b": moved("c", 308), "/c": Page(b"tea")}).fetch(asked(site, "/a"))
    assert isinstance(found, Fetched)
    assert (found.body, found.url) == (b"tea", f"{site.url}/c")


@pytest.mark.parametrize(
    ("pages", "fields", "why"),
    [
        ({"/": moved("/")}, {}, Why.LOST),
        ({"/": moved("http://192.168.1.1/admin")}, {}, Why.INSIDE),
        ({"/": moved("http://169.254.169.254/latest/meta-data/")}, {}, Why.INSIDE),
        ({"/": moved("file:///etc/passwd")}, {}, Why.ADDRESS),
        ({"/": moved("http://maureen:secret@127.0.0.1/")}, {}, Why.ADDRESS),
        ({"/": Page(LARGE)}, {"most_bytes": 1_000}, Why.LARGE),
        ({"/": packed(LARGE)}, {"most_bytes": 100_000}, Why.LARGE),
        ({"/": Page(b"no gzip", headers={"Content-Encoding": "gzip"})}, {}, Why.GARBLED),
        ({"/": Page(gzip.compress(LARGE)[:-20], headers={"Content-Encoding": "gzip"})}, {}, Why.GARBLED),
        ({"/": Page(b"br", headers={"Content-Encoding": "br"})}, {}, Why.GARBLED),
        ({"/": Page(b"cut off", stops=100)}, {}, Why.GARBLED),
        ({"/": Page(drips=True)}, {"seconds": 0.1}, Why.SLOW),
    ],
)
def test_what_is_refused_says_why(has, site: Site, pages, fields, why: Why) -> None:
    assert has(pages).fetch(asked(site, **fields)) == Refused(why)


def test_small_files_that_unpack_to_large_ones_are_unpacked(has, site: Site) -> None:
    found = has({"/": packed(LARGE)}).fetch(asked(site))
    assert isinstance(found, Fetched)
    assert found.body == LARGE


@pytest.mark.parametrize("page", [Page(LARGE), packed(LARGE)], ids=["plain", "packed"])
def test_the_first_bytes_are_enough_where_no_more_are_wanted(has, site: Site, page: Page) -> None:
    found = has({"/": page}).fetch(asked(site, most_bytes=10, cut=True))
    assert isinstance(found, Fetched)
    assert found.body == b"x" * 10


def test_the_null_fetcher_says_that_it_is_off() -> None:
    assert NullFetcher().fetch(Asked("https://a.example/")) == Refused(Why.OFF)
