"""Whether a name is that of a town or village of Great Britain. Invariant: asks no network, remembers its answers."""

from functools import lru_cache

from cms.geo.names import fold
from cms.geo.sources import national_gazetteer


@lru_cache(maxsize=50_000)
def is_place(name: str) -> bool:
    """Whether OS Open Names knows a place of exactly this name."""
    folded = fold(name)
    return bool(folded and national_gazetteer().named(folded))
