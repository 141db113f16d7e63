"""How fast people walk, how streets run, and how to say miles. What a way takes is reckoned in `effort`.

Invariant: pure.
"""

from typing import Final, Literal

from cms.tongue import gettext, gettext_noop, ngettext

Pace = Literal["brisk", "usual", "slow", "with_frame"]

# Metres a minute. usual: 4.8 km/h, as in Transport for London, Assessing transport connectivity in London (2015).
# brisk: a fifth more, our own.
# slow: the mean of people over 65 in England is 0.8 to 0.9 m/s (Asher and others, Age and Ageing 41, 2012). with_frame:
# our own estimate, below the mean of 0.6 m/s four months after a broken hip (Thingstad and others, BMC Geriatrics 15,
# 2015).
PACES: Final[dict[Pace, int]] = {"brisk": 96, "usual": 80, "slow": 50, "with_frame": 30}

# How much longer the way on foot is than the straight line: our own estimate; roads alone are about 1.2 (Newell, 1980).
DETOUR: Final = 1.3

METRES_A_MILE: Final = 1609.344

_WORDS_BELOW_A_MILE = (
    (0.375, gettext_noop("a quarter of a mile")),
    (0.625, gettext_noop("half a mile")),
    (0.875, gettext_noop("three quarters of a mile")),
)
_HALVES_BELOW_MILES = 5


def miles_in_words(miles: float) -> str:
    """ "half a mile", "2 and a half miles", "7 miles"."""
    for below, words in _WORDS_BELOW_A_MILE:
        if miles < below:
            return gettext(words)
    whole, half = divmod(round(miles * 2), 2)
    if miles >= _HALVES_BELOW_MILES or not half:
        count = max(1, round(miles))
        return ngettext("%(count)d mile", "%(count)d miles", count) % {"count": count}
    return ngettext("%(count)d and a half miles", "%(count)d and a half miles", whole) % {"count": whole}
