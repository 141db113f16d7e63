"""Whether a name is that of a town or village of Great Britain. Invariant: asks no network, remembers its answers."""

from functools import lru_cache

from cms.geo.names import fold
from cms.geo.sources import national_gazetteer

# Quarters of towns that OS Open Names does not list, called after what was there once.
_QUARTERS = frozenset("covent garden|hatton garden|spring gardens|vauxhall gardens|piccadilly gardens".split("|"))


@lru_cache(maxsize=50_000)
def is_place(name: str) -> bool:
    """Whether OS Open Names knows a place of exactly this name, or it is a quarter that everybody knows."""
    if name.casefold() in _QUARTERS:
        return True
    folded = fold(name)
    return bool(folded and national_gazetteer().named(folded))
