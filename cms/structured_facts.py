"""What a listing tells programs, as plain values: where it is, when it runs, what it costs.

Invariant: pure; whatever may not be told to everybody has been left out before one of these is made.
"""

from dataclasses import dataclass
from datetime import date, datetime

from cms.costs import Price
from cms.schedule.rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Where:
    """A place. `about`: all that is said of one known to its postcode sector alone, and then no street, postcode or
    point is. `amenities`: a name, and True, False or the words of what is partly there; what nobody knows is not in it.
    """

    name: str = ""
    street: str = ""
    postcode: str = ""
    about: str = ""
    point: tuple[float, float] | None = None
    url: str = ""
    amenities: tuple[tuple[str, bool | str], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A rhythm that goes on. `begins`: the first day it falls on. `not_on`: days of the rhythm, as far as one can see
    ahead, on which it is not on, called off ones among them."""

    rhythm: Rhythm
    begins: date
    not_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """One date by the clock of the site. `where`: the place of this date alone, if it is said to have one."""

    start: datetime
    end: datetime | None
    off: bool = False
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it for one listing. `free`: None where nobody knows. `zone`: the name of the time zone of every time."""

    zone: str
    where: tuple[Where, ...] = ()
    series: tuple[Series, ...] = ()
    dates: tuple[Held, ...] = ()
    prices: tuple[Price, ...] = ()
    free: bool | None = None
    ages: tuple[int | None, int | None] = (None, None)
    opening: tuple[Rhythm, ...] = ()
