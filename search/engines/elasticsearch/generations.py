"""Generations on the server: an index each, and two aliases that name the live one.

Invariant: an index is called prefix, hash of its mapping, and when it was made. Both aliases are swapped
in one step of the server: a search finds the old generation or the new one. Writes go through aliases that must be
there, so that nothing springs up again that was dropped.
"""

import re
import secrets
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from search.engines.base import EngineUnavailable
from search.engines.elasticsearch.listing import analysis, mapping, mapping_hash
from search.engines.elasticsearch.options import Options
from search.engines.elasticsearch.trouble import NO_INDEX, said_plainly

# Longer than the longest pattern that `slips` makes.
LONGEST_PATTERN = 20_000
_FILLING, _READ = "-filling", "-read"


class Generations:
    """The generations below one prefix, as far as this code's mapping goes."""

    def __init__(self, client: Elasticsearch, options: Options) -> None:
        self._client = client.options(request_timeout=options.write_seconds)
        self._quick = client
        self._options = options
        self._stem = f"{options.prefix}-{mapping_hash()}"
        self._name = re.compile(rf"{re.escape(self._stem)}-[0-9]{{14}}-[0-9a-f]{{6}}")

    @property
    def read(self) -> str:
        """The alias that searches ask."""
        return self._stem + _READ

    @property
    def write(self) -> str:
        """The alias that changes go to."""
        return f"{self._stem}-write"

    def filling(self, name: str | None) -> str:
        """The alias through which a generation is written; None is the live one. Raises for a name that is none."""
        return self.write if name is None else self._ours(name) + _FILLING

    def index(self, name: str | None) -> str:
        """What a generation is read by."""
        return self.read if name is None else self._ours(name)

    def live(self) -> str | None:
        """The generation that the aliases name."""
        with said_plainly():
            try:
                found = sorted(self._quick.indices.get_alias(name=self.read))
            except NotFoundError:
                return None
        return found[0] if found and self._name.fullmatch(found[0]) else None

    def start(self) -> str:
        """Make a new, empty generation. What was begun and never promoted goes, of whatever mapping."""
        name = f"{self._stem}-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
        with said_plainly():
            for other, aliases in self._aliases().items():
                if not any(alias.endswith(_READ) for alias in aliases):
                    self._client.indices.delete(index=other, ignore_unavailable=True)
            self._client.indices.create(
                index=name, settings=self._settings(), mappings=mapping(), aliases={name + _FILLING: {}}
            )
        return name

    def has(self, name: str) -> bool:
        """Whether there is such a generation, of this mapping, that can be written."""
        if not self._name.fullmatch(name):
            return False
        with said_plainly():
            return bool(self._client.indices.exists_alias(index=name, name=name + _FILLING))

    def promote(self, name: str) -> None:
        """Searches and changes go to this generation from now on; all others of the prefix are dropped, once the
        searches that had begun in them are done."""
        with said_plainly():
            found = self._aliases()
            others = {other: aliases for other, aliases in found.items() if other != name}
            if name + _FILLING not in found.get(self._ours(name), ()):
                raise EngineUnavailable(NO_INDEX)
            self._client.indices.refresh(index=name)
            # A word is looked up in every segment, so that one answers soonest. The server sees to it after this.
            self._client.indices.forcemerge(index=name, max_num_segments=1, wait_for_completion=False)
            self._client.indices.update_aliases(actions=[*self._named(name), *_unnamed(others)])
            if any(others.values()):
                time.sleep(self._options.linger_seconds)
            for other in others:
                self._client.indices.delete(index=other, ignore_unavailable=True)

    def _aliases(self) -> dict[str, Mapping[str, Any]]:
        """Every generation of the prefix with its aliases, also those of another mapping."""
        found = self._client.indices.get(index=f"{self._options.prefix}-*", features="aliases").body
        return {name: told["aliases"] for name, told in found.items() if self._is_one(name)}

    def _named(self, name: str) -> list[dict[str, Any]]:
        return [
            {"add": {"index": name, "alias": self.read}},
            {"add": {"index": name, "alias": self.write, "is_write_index": True}},
        ]

    def _settings(self) -> dict[str, Any]:
        return {
            "number_of_shards": self._options.shards,
            **self._options.replica_settings(),
            # Writes are shown when they are done; this only tidies up behind one that was broken off.
            "refresh_interval": "30s",
            "max_regex_length": LONGEST_PATTERN,
            "analysis": analysis(),
        }

    def _ours(self, name: str) -> str:
        if not self._name.fullmatch(name):
            raise EngineUnavailable(NO_INDEX)
        return name

    def _is_one(self, name: str) -> bool:
        """Also one of another mapping; never an index of somebody whose prefix begins like ours."""
        return bool(re.fullmatch(rf"{re.escape(self._options.prefix)}-[0-9a-f]{{8}}-[0-9]{{14}}-[0-9a-f]{{6}}", name))


def _unnamed(others: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for other, aliases in others.items():
        yield from ({"remove": {"index": other, "alias": alias}} for alias in aliases)
