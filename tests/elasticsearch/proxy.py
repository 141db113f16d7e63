"""A proxy on loopback between the real client and the real server, which can be told to go wrong.

Invariant: it counts every request that reaches it, so that a test can say who asked and who did not; it waits no
longer than until it is put right again.
"""

import gzip
import http.client
import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

# What comes between: nothing, no answer at all, an answer too late, a status, something else, part of an answer.
FAULTS = ("none", "hanging", "slow", "401", "403", "429", "503", "garbage", "half the shards", "out of time", "cut off")
# What happens to writing alone: the server has no time for a batch, or for any document of it.
WRITING_FAULTS = ("no time for a batch", "no time for a document")
SLOW_SECONDS = 5.0
LONGEST_SECONDS = 30.0


class Proxy(ThreadingHTTPServer):
    """`fault`: what goes wrong; `asked`: requests that came while it did. `tls`: how it is encrypted, if it is."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, server: str, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.encrypted = tls is not None
        if tls is not None:
            # Shaken hands with in the thread of the request: who turns away at the door holds nobody else up.
            self.socket = tls.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.server_url = urlsplit(server)
        self.fault = "none"
        self.asked = 0
        self.right = Event()

    @property
    def url(self) -> str:
        return f"http{'s' * self.encrypted}://127.0.0.1:{self.server_address[1]}"

    def go_wrong(self, fault: str) -> None:
        assert fault in (*FAULTS, *WRITING_FAULTS)
        self.asked, self.fault = 0, fault
        self.right.clear()

    def put_right(self) -> None:
        self.fault = "none"
        self.right.set()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gave up is what these tests are about."""


@contextmanager
def proxy(server: str, tls: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    with Proxy(server, tls) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            running.put_right()
            running.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = self.server.fault
        if fault in WRITING_FAULTS:
            if not self.path.split("?")[0].endswith("/_bulk"):
                fault = "none"
            elif fault == "no time for a batch":
                fault = "429"
        if fault != "none":
            self.server.asked += 1
        if fault in ("hanging", "slow"):
            self.server.right.wait(SLOW_SECONDS if fault == "slow" else LONGEST_SECONDS)
        if fault == "cut off":
            self.close_connection = True
            self.connection.close()
        elif fault.isdigit():
            self._answer(int(fault), json.dumps({"error": {"type": "made_up"}, "status": int(fault)}).encode())
        elif fault == "garbage":
            self._answer(200, b"<html><title>Please sign in</title>", "text/html", product=False)
        elif fault == "no time for a document":
            self._answer(200, json.dumps(_refused(body)).encode())
        else:
            self._answer(*self._partly(*self._real(body), fault=fault))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _handle  # noqa: N815  (names that http.server looks for)

    def _real(self, body: bytes) -> tuple[int, bytes]:
        to = self.server.server_url
        connection = http.client.HTTPConnection(str(to.hostname), to.port, timeout=LONGEST_SECONDS)
        kept = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "accept-encoding")}
        connection.request(self.command, self.path, body, kept)
        answer = connection.getresponse()
        told = answer.status, answer.read()
        connection.close()
        return told

    def _partly(self, status: int, told: bytes, *, fault: str) -> tuple[int, bytes]:
        """The real answer as it would be had some shards, or the time, not been enough."""
        if fault not in ("half the shards", "out of time") or b'"_shards"' not in told:
            return status, told
        answer = json.loads(told)
        if fault == "out of time":
            answer["timed_out"] = True
        else:
            answer["_shards"] |= {"total": 2, "successful": 1, "failed": 1}
        return status, json.dumps(answer).encode()

    def _answer(self, status: int, told: bytes, kind: str = "application/json", product: bool = True) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(told)))
        if product:
            self.send_header("X-Elastic-Product", "Elasticsearch")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(told)

    def log_message(self, *_: Any) -> None:
        """Nothing is said of it."""


def _refused(body: bytes) -> dict[str, Any]:
    """What a server says of a batch when it has no time for any document of it."""
    told = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
    acts = [json.loads(line) for line in told.splitlines() if b'"_id"' in line]
    error = {"type": "es_rejected_execution_exception", "reason": "rejected execution of coordinating operation"}
    items = [
        {verb: {"_id": given["_id"], "status": 429, "error": error}} for act in acts for verb, given in act.items()
    ]
    return {"took": 1, "errors": True, "items": items}
