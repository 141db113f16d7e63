"""How an Elasticsearch is reached and laid out, as settings say it.

Invariant: certificates are checked unless nothing is encrypted; what is secret is shown by no `repr`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from elasticsearch import Elasticsearch

# A dead node is tried again after so many seconds at most, so that its recovery is noticed.
NODE_BACK_SECONDS = 5.0


@dataclass(frozen=True)
class Options:
    """`urls`: where the nodes are; `prefix`: what the names of our indexes begin with (councils may share a cluster);
    `search_seconds`: how long one search may take; `write_seconds`: how long a write or a change of an index may;
    `linger_seconds`: how long an index that was replaced stays for searches that had begun in it."""

    urls: tuple[str, ...] = ("http://127.0.0.1:9200",)
    prefix: str = "connector"
    api_key: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    ca_certs: str = ""
    shards: int = 1
    replicas: str = "0-1"
    search_seconds: float = 0.5
    write_seconds: float = 60.0
    linger_seconds: float = 1.0

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        given: Mapping[str, Any] = settings.CONNECTOR_ELASTICSEARCH
        return cls(**given)

    def client(self) -> Elasticsearch:
        """The official client. It asks another node once where one refuses, and never waits for one twice. Nothing is
        packed on the way: between two machines of one house that takes longer than it saves."""
        given: dict[str, Any] = {}
        if self.api_key:
            given["api_key"] = self.api_key
        elif self.user:
            given["basic_auth"] = (self.user, self.password)
        if self.ca_certs:
            given["ca_certs"] = self.ca_certs
        return Elasticsearch(
            list(self.urls),
            request_timeout=self.search_seconds,
            max_retries=1 if len(self.urls) > 1 else 0,
            retry_on_timeout=False,
            max_dead_node_backoff=NODE_BACK_SECONDS,
            **given,
        )

    def replica_settings(self) -> dict[str, Any]:
        """A number, or a range of it that follows the number of nodes ("0-1")."""
        if self.replicas.isdigit():
            return {"number_of_replicas": int(self.replicas)}
        return {"auto_expand_replicas": self.replicas}
