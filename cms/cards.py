"""What a card or a listing page shows, as plain values. Templates get these and nothing else.

Invariant: pure; everything a person may not see has been left out before one of these is made.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateLabel:
    """One real date: "Wed 25 Nov", "1.30 to 3.30pm", "Tomorrow". `off`: called off, and `why`."""

    day: str
    time: str
    relative: str = ""
    off: bool = False
    why: str = ""
    iso: str = ""


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One access fact: state yes, no, partly or unknown, and the words beside its mark."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence. `said`: these words came from what somebody told us, and carry the stitched underline."""

    text: str
    said: bool = False


@dataclass(frozen=True, slots=True)
class ContactLine:
    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Distance:
    """How far: minutes on foot where that is sensible, words always ("4 minutes' walk", "about 2 miles")."""

    metres: int
    minutes: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """One listing, in the order it is read. `because` is empty where nothing was asked for."""

    uuid: str
    url: str
    name: str
    kind: str
    what: str
    dates: tuple[DateLabel, ...] = ()
    when: str = ""
    distance: Distance | None = None
    place: str = ""
    place_note: str = ""
    greeter_name: str = ""
    greeter_words: str = ""
    ask_for: ContactLine | None = None
    cost: str = ""
    because: tuple[Segment, ...] = ()
    access: tuple[AccessLine, ...] = ()
    freshness: str = ""
    stale: bool = False
    room: str = ""
    kept: bool = False
