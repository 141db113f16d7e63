"""How fresh a listing is: last changed, last confirmed and last ran are three facts; here they become one state and one
sentence, which rank, show and remind.

Invariant: pure; nothing is claimed that nobody said. A run is a sign of life as a confirmation is, and never taken for
one: who says that a group met has not read what we tell of it. A change by itself is neither. What gave no sign of life
for `STALE_DAYS` is stale, and a sentence about something stale says what to do.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cms.schedule.named import day_name, month_name
from cms.tongue import gettext, gettext_noop

STALE_DAYS: Final = 200
LATELY_DAYS: Final = 90
ASK_AGAIN_DAYS: Final = 60
"""What was confirmed so shortly before somebody's day is not asked about; what ran so shortly before may wait too."""
YEAR: Final = 365
_WEEK: Final = 7
_MONTHS_WITHOUT_YEAR: Final = 10
NOT_MET: Final = gettext_noop("We have not met them yet.")
UNASKED: Final = gettext_noop("A colleague told us of it. Nobody has asked the group yet: ring before you go.")
NEVER_CONFIRMED: Final = gettext_noop("Nobody has told us lately that this is right. Ring before you go.")
NO_DETAILS: Final = gettext_noop("Nobody has said yet that the rest is right.")


class Age(StrEnum):
    """How long ago a listing gave a sign of life, in steps that whoever answers for all of them can act on.

    `LATELY`: within `LATELY_DAYS`; `OLDER`: before that, and not stale; `STALE`: not for `STALE_DAYS`; `NEVER`: none,
    though we know them; `NOT_MET`: none, and nobody of ours has met them.
    """

    LATELY = "lately"
    OLDER = "older"
    STALE = "stale"
    NEVER = "never"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one listing. `confirmed_by`: a first name ("Maureen") or a part played ("the librarian").

    `ran_on`: the last day on which somebody says that it took place; `changed_on`: when what people see last changed;
    `met`: whether anybody of ours has; `unasked`: a worker told of it and the group has not been asked.
    """

    confirmed_on: date | None = None
    confirmed_by: str = ""
    ran_on: date | None = None
    changed_on: date | None = None
    met: bool = True
    unasked: bool = False

    @property
    def seen_alive(self) -> date | None:
        """The last sign of life: confirmed, or ran."""
        return max(filter(None, (self.confirmed_on, self.ran_on)), default=None)


@dataclass(frozen=True, slots=True)
class Freshness:
    """`words`: the sentence; `stale`: whether somebody should ring before they go; `ran`, `changed`: when it last ran
    and was last changed, each a sentence by itself, empty where nobody knows or it is long ago."""

    age: Age
    words: str
    stale: bool
    ran: str = ""
    changed: str = ""


def freshness(facts: Facts, today: date) -> Freshness:
    """What to say of a listing, and on which step it is.

    One that nobody of ours has met (read from a register) says just that until it gives a sign of life; one that a
    worker told of says so until the group has been asked.
    """
    alive = facts.seen_alive
    age = age_after((today - alive).days if alive else None, met=facts.met)
    ran = _ran(facts.ran_on, today)
    changed = gettext("Last changed %(when)s.") % {"when": _day(facts.changed_on, today)} if facts.changed_on else ""
    if facts.unasked:
        return Freshness(age, gettext(UNASKED), True, ran, changed)
    return Freshness(age, _sentence(facts, age, ran, today), age in (Age.STALE, Age.NEVER), ran, changed)


def age_after(days: int | None, *, met: bool) -> Age:
    """Which step a listing is on, so many days after its last sign of life; None where there never was one."""
    if days is None:
        return Age.NEVER if met else Age.NOT_MET
    if days > STALE_DAYS:
        return Age.STALE
    return Age.LATELY if days <= LATELY_DAYS else Age.OLDER


def lately_since(today: date) -> date:
    """The first day on which a sign of life counts as of late. Twin of `age_after`."""
    return today - timedelta(days=LATELY_DAYS)


def stale_before(today: date) -> date:
    """What gave its last sign of life before this day is stale. Twin of `age_after`."""
    return today - timedelta(days=STALE_DAYS)


def wants_asking(facts: Facts, day: date) -> bool:
    """Whether its people are asked on this day if all of it is still right. One that just ran is left in peace, as long
    as somebody said within a year that it is right."""
    if facts.confirmed_on is None:
        return True
    if facts.confirmed_on >= day - timedelta(days=ASK_AGAIN_DAYS):
        return False
    just_ran = facts.ran_on is not None and facts.ran_on >= day - timedelta(days=ASK_AGAIN_DAYS)
    return not just_ran or facts.confirmed_on < day - timedelta(days=YEAR)


def _sentence(facts: Facts, age: Age, ran: str, today: date) -> str:
    if age is Age.NEVER:
        return gettext(NEVER_CONFIRMED)
    if age is Age.NOT_MET:
        return gettext(NOT_MET)
    on = facts.confirmed_on
    if facts.ran_on is not None and not ran and (on is None or facts.ran_on > on):
        words = gettext("Last ran in %(month)s, as far as we know. Ring before you go.")
        return words % {"month": _month(facts.ran_on, today)}
    if on is None:
        return f"{ran} {gettext(NO_DETAILS)}"
    if (today - on).days > STALE_DAYS:
        return f"{ran} {_rest_not_since(on, today)}" if ran else _not_since(on, today)
    return f"{ran} {_said_right(facts.confirmed_by, _day(on, today))}".lstrip()


def _said_right(by: str, when: str) -> str:
    if not by:
        return gettext("They said this was right %(when)s.") % {"when": when}
    who = f"{by[:1].upper()}{by[1:]}"
    return gettext("%(who)s said this was right %(when)s.") % {"who": who, "when": when}


def _rest_not_since(on: date, today: date) -> str:
    return gettext("The rest was not confirmed since %(month)s.") % {"month": _month(on, today)}


def _not_since(on: date, today: date) -> str:
    words = gettext("Not confirmed since %(month)s. Ring before you go.")
    return words % {"month": _month(on, today)}


def _ran(on: date | None, today: date) -> str:
    """ "Ran last Tuesday." Nothing where it is longer ago than of late."""
    if on is None or (days := (today - on).days) > LATELY_DAYS:
        return ""
    if 2 <= days <= _WEEK:
        return gettext("Ran last %(day)s.") % {"day": day_name(on.weekday())}
    return gettext("Ran %(when)s.") % {"when": _day(on, today)}


def _day(day: date, today: date) -> str:
    nearby = {0: gettext("today"), 1: gettext("yesterday")}.get((today - day).days)
    return nearby or gettext("on %(day)d %(month)s") % {"day": day.day, "month": _month(day, today)}


def _month(day: date, today: date) -> str:
    """ "March", or "March 2025" where the month alone could be taken for a nearer one."""
    name = month_name(day.month)
    apart = abs((today.year - day.year) * 12 + today.month - day.month)
    return f"{name} {day.year}" if apart > _MONTHS_WITHOUT_YEAR else name
