"""A server on this machine that has pages. Invariant: each is sent as it is told, whatever comes of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from tests.fetching.pages import Page


class Site:
    """`pages` by path. `seen`: (method, path, headers by lower-case name) of what was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.url = ""
        self.over = Event()


@contextmanager
def website() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.seen.append((self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path.partition("?")[0], Page(status=404))
            if page.etag and self.headers.get("If-None-Match") == page.etag:
                page = Page(status=304, etag=page.etag)
            self.send_response(page.status)
            for name, value in page.told().items():
                self.send_header(name, value)
            if not page.drips:
                self.send_header("Content-Length", str(len(page.body) + page.stops))
            self.end_headers()
            if page.drips:
                self._drip()
            elif self.command != "HEAD":
                self.wfile.write(page.body)

        do_HEAD = do_GET  # noqa: N815  as the standard library calls it

        def _drip(self) -> None:
            try:
                while not site.over.wait(0.01):
                    self.wfile.write(b".")
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            """In silence."""

    return Handler
