"""Icons, inlined: Lucide's from its package, and our own marks (eye, knot, needle, how one gets in).

Invariant: an icon never speaks; it is hidden from screen readers, and words always stand beside it.
"""

from functools import lru_cache
from typing import Any, Final

from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide

ACCESS_MARKS: Final = {
    "yes": '<circle cx="10" cy="10" r="7.5"/><path d="m6.4 10.2 2.6 2.6 4.8-5.2"/>',
    "partly": '<circle cx="10" cy="10" r="6.5"/><path class="half" d="M10 3.5a6.5 6.5 0 0 0 0 13z"/>',
    "no": '<path d="m4.5 4.5 11 11m0-11-11 11"/>',
    "unknown": '<circle cx="10" cy="10" r="6.5"/>',
}
OWN: Final = {
    "eye": '<circle class="eye" cx="10" cy="10" r="5"/>',
    "knot": '<circle class="knot" cx="10" cy="10" r="5.6"/>',
    "needle": '<path class="needle" d="M1 16.5c4-4 5-5 9-6.600l9-7.900-7.900 9c-1.600 4-2.600 5-6.600 9z"/>',
}
_LUCIDE: Final[dict[str, Any]] = {"class": "i", "aria-hidden": "true", "focusable": "false"}
_QUIET: Final = 'aria-hidden="true" focusable="false"'


@lru_cache(maxsize=256)
def draw(name: str) -> str:
    """The SVG of an icon as text that is safe in HTML. A name that nobody drew gives the knot: names are data too."""
    if name in OWN:
        return f'<svg class="i" viewBox="0 0 20 20" {_QUIET}>{OWN[name]}</svg>'
    try:
        return str(lucide(name, size=24, **_LUCIDE))
    except IconDoesNotExist:
        return draw("knot")


@lru_cache(maxsize=8)
def mark(state: str) -> str:
    """The mark of an access fact: yes, partly, no; anything else is not known, never a yes."""
    known = state if state in ACCESS_MARKS else "unknown"
    return f'<svg class="mark mark-{known}" viewBox="0 0 20 20" {_QUIET}>{ACCESS_MARKS[known]}</svg>'
