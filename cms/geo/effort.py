"""What it takes to get somewhere: minutes on foot, by bus or by car from a straight line, and the words for them.

Invariant: pure; further never takes less. Cards, reasons, comparisons and scores all ask here, so that no two of them
tell different minutes. There are no timetables in it: a bus and a car are guesses, and `reckoning` says so.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from cms.geo.walking import DETOUR, METRES_A_MILE, PACES, Pace, miles_in_words
from cms.tongue import gettext, gettext_noop, ngettext

Travel = Literal["foot", "bus", "car"]

# Metres to the stop and from it, together: our own, well inside the 400 m to a stop that guidance for towns asks for
# (CIHT, Buses in urban developments, 2018).
TO_STOPS: Final = 400
# Half the time between two buses where three run an hour: our own.
WAIT_MINUTES: Final = 10
# 15 km/h with its stops, about what buses in London do (Transport for London, bus speeds, 9 miles an hour).
BUS_METRES_A_MINUTE: Final = 250
# To get in, to park and to walk from there: our own.
PARKING_MINUTES: Final = 5
# 24 km/h: our own, a little below the mean of local A roads in towns (Department for Transport, table CGN0501).
CAR_METRES_A_MINUTE: Final = 400
# Beyond this many minutes it is told in miles.
LONGEST: Final[Mapping[Travel, int]] = {"foot": 30, "bus": 90, "car": 60}
# Guesses are told in steps, rounded up: a bus is not known to the minute.
STEPS: Final[Mapping[Travel, int]] = {"foot": 1, "bus": 5, "car": 5}
_WALKED_AT: Final[Mapping[Pace, str]] = {
    "brisk": gettext_noop("Then we walk it at a brisk pace, 3 and a half miles an hour."),
    "usual": gettext_noop("Then we walk it at an ordinary pace, 3 miles an hour."),
    "slow": gettext_noop("Then we walk it at a slow pace, 2 miles an hour."),
    "with_frame": gettext_noop("Then we walk it at the pace of a frame, a mile an hour."),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody gets about. `pace`: on foot, and to the stop where they go by bus."""

    travel: Travel = "foot"
    pace: Pace = "usual"

    def exactly(self, metres: float) -> float:
        """Minutes for a straight line of `metres`, not rounded. Never longer by bus than on foot: they would walk."""
        on_foot = metres * DETOUR / PACES[self.pace]
        if self.travel == "car":
            return PARKING_MINUTES + metres * DETOUR / CAR_METRES_A_MINUTE
        return min(on_foot, self._by_bus(metres)) if self.travel == "bus" else on_foot

    def walks(self, metres: float) -> bool:
        """Whether this far is walked: on foot always, by bus where walking is as quick."""
        on_foot = metres * DETOUR / PACES[self.pace]
        return self.travel == "foot" or (self.travel == "bus" and on_foot <= self._by_bus(metres))

    def _by_bus(self, metres: float) -> float:
        return TO_STOPS / PACES[self.pace] + WAIT_MINUTES + metres * DETOUR / BUS_METRES_A_MINUTE


ON_FOOT: Final = Way()


@dataclass(frozen=True, slots=True)
class Effort:
    """`minutes` as they are told, None where it is too far to tell in minutes; `travel`: how this far is gone."""

    metres: int
    minutes: int | None
    words: str
    travel: Travel = "foot"


def effort(metres: float, way: Way = ON_FOOT) -> Effort:
    """ "4 minutes' walk", "about 25 minutes by bus", "about 10 minutes by car"; in miles where it is far."""
    travel: Travel = "foot" if way.walks(metres) else way.travel
    step = STEPS[travel]
    minutes = max(1, math.ceil(way.exactly(metres) / step)) * step
    if minutes > LONGEST[travel]:
        return Effort(round(metres), None, far_away(metres), travel)
    return Effort(round(metres), minutes, _told(minutes, travel), travel)


def far_away(metres: float) -> str:
    """How far in a straight line, where minutes would say too much: "about 2 miles"."""
    return gettext("about %(miles)s") % {"miles": miles_in_words(metres / METRES_A_MILE)}


def reckoning(way: Way) -> tuple[str, ...]:
    """How the minutes were reckoned, in sentences for whoever asks."""
    if way.travel == "bus":
        return (
            gettext("This is a guess: we have no timetables."),
            gettext(
                "We count a short walk to the stop and from it, %(minutes)d minutes’ wait, and a bus that does 9 miles "
                "an hour. Where walking is as quick, we say how long the walk is."
            )
            % {"minutes": WAIT_MINUTES},
            gettext(
                "We take the straight line and add nearly a third, because streets bend. Look the bus up before you go."
            ),
        )
    if way.travel == "car":
        return (
            gettext("This is a guess: %(minutes)d minutes to get in, park and walk from there, then 15 miles an hour.")
            % {"minutes": PARKING_MINUTES},
            gettext(
                "We take the straight line and add nearly a third, because streets bend. "
                "Waiting for whoever gives the lift is not counted."
            ),
        )
    return (
        gettext("We take the straight line and add nearly a third, because streets bend."),
        gettext(_WALKED_AT[way.pace]),
        gettext("Hills, crossings and rests are not counted: we do not know them."),
    )


def _told(minutes: int, travel: Travel) -> str:
    if travel == "bus":
        words = ngettext("about %(minutes)d minutes by bus", "about %(minutes)d minutes by bus", minutes)
    elif travel == "car":
        words = ngettext("about %(minutes)d minutes by car", "about %(minutes)d minutes by car", minutes)
    else:
        words = ngettext("%(minutes)d minute's walk", "%(minutes)d minutes' walk", minutes)
    return words % {"minutes": minutes}
