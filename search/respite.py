"""How long a carer is free while the person is somewhere: the session less the way there and back.

Invariant: pure arithmetic from what is known; nothing where the carer has to stay, where the length of the session or
the way is not known, or where it is open all day and nobody looks after anybody.
"""

from dataclasses import dataclass

from cms.geo.effort import Way, effort
from cms.tongue import gettext, gettext_noop, ngettext
from search.types import DAYS, PARTS, CandidateFeatures

STAY = "stay_without_carer"
# Nobody stays longer than this in one go, in minutes: it is how long a door is open.
LONGEST = 6 * 60
LEAST, GOOD_BREAK = 30, 45
STEP = 5
_HALF = 30
# So many half hours, up to `LONGEST`.
_HALVES = (
    gettext_noop("no time"),
    gettext_noop("half an hour"),
    gettext_noop("an hour"),
    gettext_noop("an hour and a half"),
    gettext_noop("two hours"),
    gettext_noop("two and a half hours"),
    gettext_noop("three hours"),
    gettext_noop("three and a half hours"),
    gettext_noop("four hours"),
    gettext_noop("four and a half hours"),
    gettext_noop("five hours"),
    gettext_noop("five and a half hours"),
    gettext_noop("six hours"),
)
# What reads otherwise after "a good".
_GOOD = {2: gettext_noop("a good hour"), 3: gettext_noop("a good hour and a half")}
_QUARTERS = {
    1: gettext_noop("three quarters of an hour"),
    2: gettext_noop("an hour and a quarter"),
    3: gettext_noop("an hour and three quarters"),
}
_KINDS = frozenset({"group", "activity", "service", "volunteer_role"})


@dataclass(frozen=True, slots=True)
class Respite:
    """`minutes` free: `session` less twice the `way`, in steps of five; no way where they are fetched."""

    slot: str
    minutes: int
    session: int
    way: int

    def facts(self) -> dict[str, object]:
        """What it stands on, to be worked out again."""
        return {"slot": self.slot, "minutes": self.minutes, "session_minutes": self.session, "way_minutes": self.way}


def days_of(respite: Respite, candidate: CandidateFeatures, slots: frozenset[str]) -> tuple[str, ...]:
    """The days of the week on which it gives as long a break, in their order."""
    held = [slot for slot, long in _held(candidate, slots).items() if long == respite.session]
    return tuple(dict.fromkeys(slot.split("-")[0] for slot in sorted(held, key=_place)))


def respite_of(candidate: CandidateFeatures, metres: float | None, slots: frozenset[str], way: Way) -> Respite | None:
    """The longest break that it gives when they are free. `slots`: when that is; empty: any time. The carer takes the
    person there, goes home, and comes again, unless somebody fetches and brings."""
    held = _held(candidate, slots)
    if candidate.kind not in _KINDS or candidate.access.get(STAY) == "no" or not held:
        return None
    fetched = candidate.access.get("fetched_or_brought") == "yes"
    one_way = 0 if fetched else _way(metres, way)
    if one_way is None:
        return None
    slot = min(held, key=lambda each: (-held[each], _place(each)))
    minutes = (held[slot] - 2 * one_way) // STEP * STEP
    return Respite(slot, minutes, held[slot], one_way) if minutes >= LEAST else None


def in_words(minutes: int) -> str:
    """As people say it, to the half hour: "about an hour and a half", "a good hour", "nearly two hours". Never more
    than it is by so much as a quarter of an hour."""
    halves, over = divmod(minutes, _HALF)
    if over >= _HALF - 2 * STEP:
        return gettext("nearly %(time)s") % {"time": gettext(_HALVES[halves + 1])}
    if over == _HALF // 2 and halves in _QUARTERS:
        return gettext("about %(time)s") % {"time": gettext(_QUARTERS[halves])}
    if not over:
        return gettext("about %(time)s") % {"time": gettext(_HALVES[halves])}
    if not halves:
        return ngettext("about %(count)d minute", "about %(count)d minutes", minutes) % {"count": minutes}
    return (
        gettext(_GOOD[halves]) if halves in _GOOD else gettext("a good %(time)s") % {"time": gettext(_HALVES[halves])}
    )


def _held(candidate: CandidateFeatures, slots: frozenset[str]) -> dict[str, int]:
    """How long it is in each slot in which they are free, all-day doors left out."""
    return {slot: long for slot, long in candidate.minutes.items() if long <= LONGEST and (not slots or slot in slots)}


def _way(metres: float | None, way: Way) -> int | None:
    return None if metres is None else effort(metres, way).minutes


def _place(slot: str) -> tuple[int, int]:
    day, part = slot.split("-")
    return DAYS.index(day), PARTS.index(part)
