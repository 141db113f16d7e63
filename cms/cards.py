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
    """Whom to ask. `role_after`: the role as it stands after the name, " at the desk" or ", volunteer librarian"."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    role_after: str = ""


@dataclass(frozen=True, slots=True)
class Distance:
    """How far: minutes where that is sensible, words always ("4 minutes' walk", "about 25 minutes by bus", "about 2
    miles"). `travel`: foot, bus or car, as this far is gone."""

    metres: int
    minutes: int | None
    words: str
    travel: str = "foot"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a map shows something. `at`: "53.73390,-2.04240"; `ward`: its code. `sector`: the postcode sector, where no
    more is known than that; it is drawn as an area."""

    at: str
    place: str
    ward: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True)
class StopLine:
    """One sentence of what would stop somebody; `elsewhere`: one of where it would not. `unknown`: the access subject
    that it hangs on and nobody knows, which can be asked; `told`: what becomes of that question, once it was asked."""

    words: str
    elsewhere: str = ""
    unknown: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class PictureLine:
    """A picture: its address and measures, `larger`: a set of addresses to choose from; `words`: what it shows."""

    url: str
    width: int
    height: int
    words: str
    larger: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One listing, in the order it is read.

    `when`: its next dates in one line. `because`: the words after "Because", empty where nothing was asked for.
    `greeter_lead`: "Look for" where the greeter's words stand beside the name and do not go on from it. `met`: False
    where nobody of ours has met them. `matters`: the way in, and what was asked about getting in; `access`: the rest.
    `freshness`: the whole sentence; `ran`: only when it last ran ("Ran last Tuesday.").
    `stops`: what would stop somebody, or what nobody knows that matters to them.
    `hello`: for workers, what the group says of introductions, and whether saying hello is offered; `hello_verb`: what
    that is called instead, of a person's offer.
    `told`: the words of `what`, or a sentence of the listing's own words where only they hold what was searched for,
    with that apart; empty where it stands in neither. `told_beside`: it is such a sentence, to be read after `what`.
    `picture`: of the group or its table, where a page with a few cards has room for it.
    """

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
    greeter_lead: str = ""
    ask_for: ContactLine | None = None
    cost: str = ""
    because: tuple[Segment, ...] = ()
    matters: tuple[AccessLine, ...] = ()
    access: tuple[AccessLine, ...] = ()
    freshness: str = ""
    stale: bool = False
    ran: str = ""
    room: str = ""
    met: bool = True
    kept: bool = False
    spot: Spot | None = None
    told: tuple[Segment, ...] = ()
    told_beside: bool = False
    stops: tuple[StopLine, ...] = ()
    hello: str = ""
    can_say_hello: bool = False
    hello_verb: str = ""
    picture: PictureLine | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A name that leads to a page of ours; `url` is empty where there is none."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place of a listing: its name and page, where it is, how to find the door, how far it is."""

    name: str
    address: str = ""
    directions: str = ""
    phone: str = ""
    distance: Distance | None = None
    spot: Spot | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class FirstTime:
    """What happens the first time: steps, what to bring, where the door is and a picture of it; `told`: what else is
    said (of what, a sentence)."""

    steps: tuple[str, ...] = ()
    bring: str = ""
    door: str = ""
    picture: PictureLine | None = None
    told: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.steps or self.bring or self.door or self.picture or self.told)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The register that a listing was read from, its licence, and the words that it asks for."""

    name: str
    licence: str = ""
    attribution: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the page of one listing says, beyond its card. Texts are plain; `begins` and `paragraphs` are its own
    words: how they begin, told at the head of the page, and how they go on.

    `greeting`: who meets you, as a sentence. `priced`: False of what has no price, giving a hand. `room`:
    whether somebody new can come, with the way onto a list. `areas`: what it serves as a whole. `access`:
    getting in; `staying`: what people there do. `prices`: one a line. `like`: what it is like there. `coming`: how they
    like people to come. `safeguarding`: for workers alone, where children or adults at risk come. `changed`: when
    what stands here last changed.
    """

    card: Card
    greeting: str = ""
    priced: bool = True
    begins: str = ""
    paragraphs: tuple[str, ...] = ()
    rhythms: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    places: tuple[PlaceLine, ...] = ()
    reach: str = ""
    areas: tuple[str, ...] = ()
    access: tuple[AccessLine, ...] = ()
    staying: tuple[AccessLine, ...] = ()
    room: str = ""
    cost: str = ""
    prices: tuple[str, ...] = ()
    who_for: tuple[str, ...] = ()
    like: str = ""
    coming: tuple[str, ...] = ()
    safeguarding: tuple[str, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    first_time: FirstTime = FirstTime()
    picture: PictureLine | None = None
    help_wanted: str = ""
    lends: tuple[str, ...] = ()
    organisation: Linked | None = None
    website: str = ""
    sources: tuple[SourceLine, ...] = ()
    changed: str = ""
