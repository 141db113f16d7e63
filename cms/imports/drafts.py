"""What a row of somebody's file becomes before it touches the database, and the digest that both sides share.

Invariant: pure and frozen; a draft holds exactly what an import writes, so the digest of a draft and of the asset that
was made from it are equal for as long as nobody edits the asset.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from cms.costs import Price

# A source that says on which days something runs seldom says since when. Long ago, and the same at every reading.
SINCE_EVER = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be used, in a sentence that also says what to do."""

    reason: str

    def __str__(self) -> str:
        return self.reason


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """Where it is. `lat` and `lon` are WGS 84 degrees, both or neither; `precision` is one of `Place.Precision`."""

    address: str = ""
    postcode: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = "postcode"


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """One regular time, in the terms of `cms.models.Session`. `place_at`: number of its place, from 1; 0 for none.

    `changed`: what people did to it here (closed, extra and cancelled dates), as text; a file never says that.
    """

    rhythm: str
    days: tuple[str, ...]
    start: time
    end: time | None = None
    weeks_of_month: tuple[int, ...] = ()
    first: date = SINCE_EVER
    until: date | None = None
    term_time: bool = False
    on_bank_holidays: bool = False
    place_at: int = 0
    changed: str = ""


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """Whom to ask; values are those of the fields of `cms.models.Contact`."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    visibility: str = "public"


@dataclass(frozen=True, slots=True)
class AccessDraft:
    """One fact about getting in; values are those of the fields of `cms.models.AssetAccess`."""

    subject: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What people read of an asset, as an import writes it. Values are those of the fields of `cms.models.Asset`."""

    kind: str
    name: str
    summary: str = ""
    description: str = ""
    organisation: str = ""
    url: str = ""
    opening_words: str = ""
    cost: str = "unknown"
    cost_pence: int | None = None
    cost_words: str = ""
    tags: tuple[str, ...] = ()
    place: PlaceDraft | None = None
    more_places: tuple[PlaceDraft, ...] = ()
    who_for: str = ""
    min_age: int | None = None
    max_age: int | None = None
    sessions: tuple[SessionDraft, ...] = ()
    contacts: tuple[ContactDraft, ...] = ()
    access: tuple[AccessDraft, ...] = ()
    prices: tuple[Price, ...] = ()
    first_happens: str = ""
    first_bring: str = ""

    @property
    def places(self) -> tuple[PlaceDraft, ...]:
        """All of them, in order."""
        return (self.place, *self.more_places) if self.place is not None else self.more_places

    @property
    def digest(self) -> str:
        """A name for this content: two with one digest are the same.

        What a field says by saying nothing is no part of it, so that the digests kept before a field was there hold.
        """
        values = [getattr(self, name) for name in _ALWAYS]
        more: list[Any] = [
            [name, _plain(value)] for name in _SINCE if (value := getattr(self, name)) not in ((), "", None)
        ]
        text = json.dumps(
            [*values, _plain(self.place), *([more] if more else [])], ensure_ascii=False, separators=(",", ":")
        )
        return hashlib.sha256(text.encode()).hexdigest()[:40]


_ALWAYS = ("kind", "name", "summary", "description", "organisation", "url", "opening_words", "cost", "cost_pence",
           "cost_words", "tags")  # fmt: skip
_SINCE = (
    "more_places",
    "who_for",
    "min_age",
    "max_age",
    "sessions",
    "contacts",
    "access",
    "prices",
    "first_happens",
    "first_bring",
)


def _plain(value: Any) -> Any:
    """A value as JSON can hold it. What has no order of its own (places, sessions, contacts, facts) is put in one."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        plain = [_plain(each) for each in value]
        drafts = value and hasattr(value[0], "__dataclass_fields__")
        return sorted(plain, key=lambda each: json.dumps(each, ensure_ascii=False)) if drafts else plain
    return [_plain(each) for each in _values(value)] if hasattr(value, "__dataclass_fields__") else value


def _values(of: Any) -> list[Any]:
    """The values of the fields, in order. (`dataclasses.astuple` copies them deeply, which takes ten times as long.)"""
    return [getattr(of, name) for name in of.__dataclass_fields__]


@dataclass(frozen=True, slots=True)
class AssetDraft:
    """One usable row: what it says, and which record of which source it is.

    `shared_ref`: the id names one thing whatever file it stands in (a charity's number). `cut_to_sector`: the source's
    addresses may be homes. `place_name`: what the place is called, where the row is a place. `ward_code`: of the point.
    `more_wards` and `more_place_names`: of the other places, in their order. `words`: what the row says that no field
    takes, by its heading. `notes`: what was put right on the way, in words. None from `place_name` on is in the digest.
    """

    source: str
    ref: str
    content: Content
    licence: str = ""
    active: bool = True
    shared_ref: bool = False
    cut_to_sector: bool = False
    place_name: str = ""
    ward_code: str = ""
    more_wards: tuple[str, ...] = ()
    more_place_names: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = field(default=())
