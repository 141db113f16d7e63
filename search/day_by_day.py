"""The same question as a calendar has it: from what was found to what is on this week, narrowed as far as both can say.

Invariant: nothing is narrowed that was not asked; what the other page cannot narrow by is left out, never guessed.
"""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode

from search.addresses import Address
from search.interests import vocabulary

STEP_FREE = "step_free"
FREE = "free"


def day_by_day(address: Address) -> str:
    """The address of what is on."""
    widest = {top.code for top in vocabulary().tops}
    topics = [code for code in address.values("interest") if code in widest]
    wards = address.values("area")
    pairs = [
        ("when", "week"),
        ("ward", wards[0] if len(wards) == 1 else ""),
        ("topic", topics[0] if len(topics) == 1 else ""),
    ]
    pairs += [("time", part) for part in address.values("time")]
    pairs += [("free", "on" if FREE in address.values("cost") else "")]
    pairs += [("step_free", "on" if STEP_FREE in address.values("access") else "")]
    return f"{reverse('whats_on')}?{urlencode([(name, value) for name, value in pairs if value])}"


def _only(codes: Sequence[str]) -> str:
    return codes[0] if len(codes) == 1 else ""
