"""All peers with our listings in them. Invariant: listings are those that a resident finds, read once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from search.documents import documents
from search.eligibility import eligible
from search.interests import vocabulary
from tests.bench.peers.documents import peer_document
from tests.bench.peers.peer import Peer
from tests.bench.peers.postgres import PeerDatabase
from tests.bench.peers.server import PeerServer


@contextmanager
def all_peers() -> Iterator[list[Peer]]:
    """Every peer, ready to be asked."""
    with PeerServer() as server, PeerDatabase() as database:
        given = list(_listings())
        server.fill(given)
        database.fill(given)
        given.clear()
        yield [*server.peers(), *database.peers()]


def _listings() -> Iterator[dict[str, Any]]:
    labels = {code: concept.label for code, concept in vocabulary().concepts.items()}
    for document, _ in documents(eligible(), today=timezone.localdate()):
        if not document.for_workers:
            yield peer_document(document, labels)
