"""A server on this machine that speaks GOV.UK Notify's HTTP, as far as its client asks.

Invariant: it takes a request only with a token that the key signed, and answers with Notify's own statuses and shapes.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt

SERVICE, SECRET = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
KEY = f"tests-{SERVICE}-{SECRET}"


@dataclass
class Desk:
    """`taken`: the bodies of what was sent. `status`: what the next requests are answered with instead; `breaks`: the
    connection is cut after the request was taken; `became`: the status that is told of every message."""

    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    status: int = 0
    breaks: bool = False
    became: str = "delivered"


@contextmanager
def notify_server() -> Iterator[Desk]:
    desk = Desk()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(desk))
    desk.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield desk
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(desk: Desk) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if not self._let_in():
                return
            if desk.status:
                self._answer(desk.status, {"errors": [{"error": "BadRequestError", "message": "no"}]})
                return
            desk.taken.append({"path": self.path, **body})
            if desk.breaks:
                self.close_connection = True
                self.connection.close()
                return
            self._answer(201, {"id": "1", "reference": body.get("reference")})

        def do_GET(self) -> None:
            if not self._let_in():
                return
            wanted = parse_qs(urlsplit(self.path).query).get("reference", [""])[0]
            found = [{"status": desk.became} for each in desk.taken if each.get("reference") == wanted]
            self._answer(200, {"notifications": found, "links": {}})

        def _let_in(self) -> bool:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            try:
                good = jwt.decode(token, SECRET, algorithms=["HS256"])["iss"] == SERVICE
            except jwt.InvalidTokenError:
                good = False
            if not good:
                self._answer(403, {"errors": [{"error": "AuthError", "message": "Invalid token"}]})
            return good

        def _answer(self, status: int, told: dict[str, Any]) -> None:
            said = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *args: object) -> None:
            """Nothing of it is written anywhere."""

    return Handler
