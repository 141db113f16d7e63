"""What hangs on an asset and an import writes: sessions, contacts, facts about getting in, places; read and written.

Invariant: what `said` reads of an asset that was just written with some content is that content's again, so that both
have one digest for as long as nobody edits a part.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from cms.costs import Price
from cms.imports.asked_how import Before, kept, said_before
from cms.imports.drafts import AccessDraft, AssetDraft, ContactDraft, Content, PlaceDraft, SessionDraft
from cms.imports.placing import Spot, spot
from cms.models import Asset, AssetAccess, AssetPlace, Contact, CostOption, Session

UNKNOWN = AssetAccess.State.UNKNOWN


@dataclass(frozen=True, slots=True)
class Said:
    """What an asset says through its parts, as a draft would say it."""

    places: tuple[PlaceDraft, ...] = ()
    sessions: tuple[SessionDraft, ...] = ()
    contacts: tuple[ContactDraft, ...] = ()
    access: tuple[AccessDraft, ...] = ()
    prices: tuple[Price, ...] = ()


def said(assets: Collection[int]) -> Mapping[int, Said]:
    """The parts of these assets, in a fixed number of queries."""
    places: defaultdict[int, list[tuple[int, PlaceDraft]]] = defaultdict(list)
    for at in AssetPlace.objects.filter(asset__in=assets).select_related("place").order_by("pk"):
        place = at.place
        draft = PlaceDraft(place.address, place.postcode, place.lat, place.lon, place.precision)
        places[at.asset_id].append((place.pk, draft))
    sessions: defaultdict[int, list[SessionDraft]] = defaultdict(list)
    for row in Session.objects.filter(asset__in=assets).order_by("pk"):
        sessions[row.asset_id].append(_session(row, [pk for pk, _ in places[row.asset_id]]))
    contacts: defaultdict[int, list[ContactDraft]] = defaultdict(list)
    for person in Contact.objects.filter(asset__in=assets).order_by("pk"):
        contacts[person.asset_id].append(
            ContactDraft(person.name, person.role, person.phone, person.email, person.visibility)
        )
    facts: defaultdict[int, list[AccessDraft]] = defaultdict(list)
    for fact in AssetAccess.objects.filter(asset__in=assets).exclude(state=UNKNOWN, note="").order_by("subject"):
        facts[fact.asset_id].append(AccessDraft(fact.subject, fact.state, fact.note))
    options: defaultdict[int, list[Price]] = defaultdict(list)
    for option in CostOption.objects.filter(asset__in=assets).order_by("pk"):
        options[option.asset_id].append(option.price)
    return {
        pk: Said(
            tuple(draft for _, draft in places[pk]),
            tuple(sessions[pk]),
            tuple(contacts[pk]),
            tuple(facts[pk]),
            tuple(options[pk]),
        )
        for pk in assets
    }


def write_parts(written: Sequence[tuple[AssetDraft, Asset]], places: Mapping[Spot, int], *, new: bool) -> None:
    """Give assets the parts of their drafts, in place of those they have."""
    before: Before = {}
    numbers: Mapping[int, list[int]] = {}
    if not new:
        before = said_before([asset.pk for _, asset in written])
        numbers = _numbers([asset.pk for _, asset in written])
        for model in (AssetPlace, Session, Contact, AssetAccess, CostOption):
            model.objects.filter(asset__in=[asset.pk for _, asset in written]).delete()  # type: ignore[attr-defined]
    at = [_places(draft, places) for draft, _ in written]
    assets = [(asset, draft.content, spots) for (draft, asset), spots in zip(written, at, strict=True)]
    _rows(AssetPlace, (AssetPlace(asset=a, place_id=pk) for a, _, spots in assets for pk in dict.fromkeys(spots)))
    times = (
        row
        for asset, content, spots in assets
        for row in _numbered(_sessions(asset, content, spots), numbers.get(asset.pk, []))
    )
    _rows(Session, times)
    people = (_filled(Contact, asset, each) for asset, content, _ in assets for each in content.contacts)
    _rows(Contact, kept(people, before))
    _rows(AssetAccess, (_filled(AssetAccess, asset, each) for asset, content, _ in assets for each in content.access))
    _rows(CostOption, (_filled(CostOption, asset, each) for asset, content, _ in assets for each in content.prices))


def _numbers(assets: Collection[int]) -> Mapping[int, list[int]]:
    """The keys of their sessions, in order."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for asset_id, pk in Session.objects.filter(asset__in=assets).order_by("pk").values_list("asset_id", "pk"):
        found[asset_id].append(pk)
    return found


def _numbered(rows: Iterable[Session], numbers: Sequence[int]) -> Iterable[Session]:
    """The first, second, third time of a listing keep the keys that these had, by which calendars know them."""
    for row, number in zip_longest(rows, numbers):
        if row is not None:
            row.pk = number
            yield row


def _filled(model: Any, asset: Asset, draft: ContactDraft | AccessDraft | Price) -> Any:
    """A part with every field that its draft names."""
    return model(asset=asset, **{name: getattr(draft, name) for name in draft.__dataclass_fields__})


def _rows(model: Any, rows: Iterable[Any]) -> None:
    if found := list(rows):
        model.objects.bulk_create(found, batch_size=500)


def _places(draft: AssetDraft, places: Mapping[Spot, int]) -> list[int]:
    """The keys of a draft's places, in order."""
    names = (draft.place_name, *draft.more_place_names)
    pairs = zip_longest(draft.content.places, names[: len(draft.content.places)], fillvalue="")
    return [places[spot(place, name)] for place, name in pairs if isinstance(place, PlaceDraft)]


def _sessions(asset: Asset, content: Content, places: Sequence[int]) -> Iterable[Session]:
    for each in content.sessions:
        yield Session(
            asset=asset,
            place_id=places[each.place_at - 1] if 0 < each.place_at <= len(places) else None,
            rhythm=each.rhythm,
            days=list(each.days),
            weeks_of_month=list(each.weeks_of_month),
            first=each.first,
            until=each.until,
            start=each.start,
            end=each.end,
            term_time=each.term_time,
            on_bank_holidays=each.on_bank_holidays,
        )


def _session(row: Session, places: Sequence[int]) -> SessionDraft:
    """A session as a draft. One at a place that the asset does not have is somebody's edit, and so is a date off."""
    place_at, changed = 0, [row.closed, row.extra, row.cancelled, row.authority_id]
    if row.place_id in places:
        place_at = places.index(row.place_id) + 1
    elif row.place_id is not None:
        changed.append(row.place_id)
    return SessionDraft(
        rhythm=row.rhythm,
        days=tuple(row.days),
        start=row.start,
        end=row.end,
        weeks_of_month=tuple(row.weeks_of_month),
        first=row.first,
        until=row.until,
        term_time=row.term_time,
        on_bank_holidays=row.on_bank_holidays,
        place_at=place_at,
        changed=json.dumps(changed) if any(changed) else "",
    )
