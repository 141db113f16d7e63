"""Other people's web addresses, asked for safely: one door, behind one protocol."""

from connector.fetching.base import Asked, Fetched, Fetcher, Refused, Why
from connector.fetching.choosing import fetcher

__all__ = ["Asked", "Fetched", "Fetcher", "Refused", "Why", "fetcher"]
