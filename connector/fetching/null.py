"""Fetches nothing, and says so: for a council that lets its server reach no other website."""

from connector.fetching.base import Asked, Fetched, Refused, Why


class NullFetcher:
    def fetch(self, asked: Asked) -> Fetched | Refused:
        return Refused(Why.OFF)
