"""Text goes out packed to whoever can unpack it; pictures and fonts as they are."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from connector.core.packing import PackingMiddleware

pytestmark = pytest.mark.django_db

TAKES = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}


def test_a_page_goes_out_packed_and_says_the_same(client: Client) -> None:
    plain = client.get("/about/cookies/")
    packed = client.get("/about/cookies/", **TAKES)  # type: ignore[arg-type]
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert gzip.decompress(packed.content).startswith(plain.content[:200])
    assert len(packed.content) * 2 < len(plain.content)
    assert "Accept-Encoding" in packed["Vary"]


def test_two_packed_pages_differ_in_size_so_that_it_tells_nothing(client: Client) -> None:
    sizes = {len(client.get("/about/cookies/", **TAKES).content) for _ in range(40)}  # type: ignore[arg-type]
    assert len(sizes) > 1


@pytest.mark.parametrize(
    ("kind", "packed"),
    [
        ("text/css; charset=utf-8", True),
        ("text/calendar", True),
        ("image/svg+xml", True),
        ("application/problem+json", True),
        ("font/woff2", False),
        ("image/webp", False),
        ("application/zip", False),
    ],
)
def test_text_is_packed_and_what_is_packed_already_is_not(rf: RequestFactory, kind: str, packed: bool) -> None:
    answer = PackingMiddleware(lambda _: HttpResponse(b"a line of it " * 99, content_type=kind))(rf.get("/", **TAKES))
    assert (answer.get("Content-Encoding") == "gzip") == packed
