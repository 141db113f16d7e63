"""What the real fetcher reaches and what it does not; what it tells of itself."""

import socket
import ssl
from collections.abc import Iterator
from threading import Thread

import pytest

from connector.fetching import Asked, Fetched, Refused, Why
from connector.fetching.addresses import is_public, target
from connector.fetching.over_http import HttpFetcher
from tests.elasticsearch.certificate import self_signed
from tests.fetching.pages import Page, moved
from tests.fetching.server import Site, website

NAME = "Connector (Tenterclough; +https://connector.example/)"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with website() as found:
        yield found


@pytest.mark.parametrize(
    "number",
    """0.0.0.0 127.0.0.1 127.8.8.8 10.1.2.3 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 100.100.100.200
    192.0.0.192 192.0.2.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 168.63.129.16 :: ::1 fe80::1 fe80::1%lo fc00::1
    fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 2002:7f00:1::1 2002:a00:1::
    64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 2001:0:102:304::80ff:fffe fec0::1 nothing""".split(),
)
def test_numbers_that_are_not_of_the_public_internet(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", "93.184.215.14 8.8.8.8 2606:4700::1111 64:ff9b::808:808 ::ffff:8.8.8.8".split())
def test_numbers_that_are(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        *("", "sewing", "ftp://a.example/", "file:///etc/passwd", "gopher://a.example/", "javascript:alert(1)", "//a"),
        *("http://", "http://:80/", "http://a.example:99999/", "https://maureen@a.example/", "https://:x@a.example/"),
        *("http://a.example/\r\nHost: b", "http://a b/", "http://[::1", f"http://a.example/{'x' * 2_000}"),
        *("http://" + "a" * 70 + ".example/", "http://a..example/"),
    ],
)
def test_what_is_no_web_address(url: str) -> None:
    assert target(url) is None


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("HTTPS://A.Example", "https://a.example/"),
        ("http://a.example:80/x?y=1#z", "http://a.example/x?y=1"),
        ("http://a.example.:8080/tea time", None),
        ("https://café.example/thé?q=é", "https://xn--caf-dma.example/th%C3%A9?q=%C3%A9"),
        ("https://[2606:4700::1111]:8443/", "https://[2606:4700::1111]:8443/"),
    ],
)
def test_a_web_address_is_read_one_way(url: str, read: str | None) -> None:
    found = target(url)
    assert (found.url if found else None) == read


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "127.1", "[::1]"])
def test_this_machine_is_not_reached_by_whatever_name(host: str) -> None:
    assert HttpFetcher(NAME).fetch(Asked(f"http://{host}/")) == Refused(Why.INSIDE)


@pytest.mark.parametrize("port", [22, 25, 6379, 9200])
def test_other_services_are_not_spoken_to(port: int) -> None:
    assert HttpFetcher(NAME).fetch(Asked(f"http://93.184.215.14:{port}/")) == Refused(Why.ADDRESS)


def test_one_number_within_is_enough_to_refuse_a_name() -> None:
    both = HttpFetcher(NAME, resolve=lambda *_: ["93.184.215.14", "10.0.0.1"])
    assert both.fetch(Asked("http://a.example/")) == Refused(Why.INSIDE)


def test_a_name_is_asked_for_once_and_the_number_that_was_looked_at_is_reached(site: Site) -> None:
    """A name that means this server first, and anything else a moment later."""
    site.pages = {"/": Page(b"tea")}
    answers = [["127.0.0.1"]]
    port = int(site.url.rsplit(":", 1)[1])
    found = HttpFetcher(
        NAME, allowed=lambda number: number == "127.0.0.1", ports=None, resolve=lambda *_: answers.pop()
    ).fetch(Asked(f"http://a.example:{port}/"))
    assert isinstance(found, Fetched)
    assert found.body == b"tea"
    assert site.seen[-1][2]["host"] == f"a.example:{port}"


def test_each_redirect_is_looked_at_again(site: Site) -> None:
    """The same name, which leads elsewhere when it is asked for a second time."""
    site.pages = {"/": moved("/b"), "/b": Page(b"secret")}
    port = int(site.url.rsplit(":", 1)[1])
    answers = [["10.0.0.1"], ["127.0.0.1"]]
    fetcher = HttpFetcher(
        NAME, allowed=lambda number: number == "127.0.0.1", ports=None, resolve=lambda *_: answers.pop()
    )
    assert fetcher.fetch(Asked(f"http://a.example:{port}/")) == Refused(Why.INSIDE)


def test_a_name_that_nobody_has() -> None:
    def nobody(*_: object) -> list[str]:
        raise OSError

    assert HttpFetcher(NAME, resolve=nobody).fetch(Asked("http://a.example/")) == Refused(Why.NOWHERE)


def test_a_server_that_is_away() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # nobody listens there
        port = held.getsockname()[1]
        fetcher = HttpFetcher(NAME, allowed=lambda _: True, ports=None)
        assert fetcher.fetch(Asked(f"http://127.0.0.1:{port}/")) == Refused(Why.AWAY)


def test_we_say_who_we_are_and_nothing_else(site: Site) -> None:
    site.pages = {"/": Page(headers={"Set-Cookie": "a=1", "Location": "/b"}, status=302), "/b": Page(b"")}
    HttpFetcher(NAME, allowed=lambda _: True, ports=None).fetch(Asked(f"{site.url}/"))
    for _, _, headers in site.seen[-2:]:
        assert headers["user-agent"] == NAME
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, ssl.SSLContext]]:
    """A server with a certificate for 127.0.0.1, and what trusts it."""
    certificate, secret = self_signed(tmp_path_factory.mktemp("sealed"))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, secret)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=_serve, args=(listening, serving), daemon=True)
        thread.start()
        yield listening.getsockname()[1], ssl.create_default_context(cafile=str(certificate))
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve(listening: socket.socket, serving: ssl.SSLContext) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:
            return
        with plain:
            try:
                with serving.wrap_socket(plain, server_side=True) as asking:
                    asking.recv(4096)
                    asking.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntea")
            except OSError:
                continue


@pytest.mark.parametrize(
    ("host", "trusted", "comes"),
    [("127.0.0.1", True, b"tea"), ("127.0.0.1", False, Why.UNSAFE), ("a.example", True, Why.UNSAFE)],
    ids=["its own name", "nobody vouches for it", "another's name"],
)
def test_a_certificate_has_to_be_of_the_name_that_was_asked_for(sealed, host: str, trusted: bool, comes) -> None:
    port, trust = sealed
    fetcher = HttpFetcher(
        NAME,
        allowed=lambda _: True,
        ports=None,
        resolve=lambda *_: ["127.0.0.1"],
        trust=trust if trusted else ssl.create_default_context(),
    )
    found = fetcher.fetch(Asked(f"https://{host}:{port}/"))
    assert (found.body if isinstance(found, Fetched) else found.why) == comes
