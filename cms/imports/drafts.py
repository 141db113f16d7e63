"""What a row of somebody's file becomes before it touches the database, and the digest that both sides share.

Invariant: pure and frozen; a draft holds exactly what an import writes, so the digest of a draft and of the asset that
was made from it are equal for as long as nobody edits the asset.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any


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

    @property
    def digest(self) -> str:
        """A name for this content: two with one digest are the same."""
        place = self.place and _values(self.place)
        text = json.dumps([*_values(self)[:-1], place], ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:40]


def _values(of: Content | PlaceDraft) -> list[Any]:
    """The values of the fields, in order. (`dataclasses.astuple` copies them deeply, which takes ten times as long.)"""
    return [getattr(of, name) for name in of.__dataclass_fields__]


@dataclass(frozen=True, slots=True)
class AssetDraft:
    """One usable row: what it says, and which record of which source it is.

    `shared_ref`: the id names one thing whatever file it stands in (a charity's number). `cut_to_sector`: the source's
    addresses may be homes. `place_name`: what the place is called, where the row is a place. `ward_code`: of the point.
    `notes`: what was put right on the way, in words. The last four are not part of the digest.
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
    notes: tuple[str, ...] = field(default=())
