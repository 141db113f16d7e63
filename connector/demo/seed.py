"""The demonstration borough into an empty catalogue: wards, places, organisations, listings, terms.

Invariant: all or nothing, in one transaction; listings are published through Wagtail, so that they have a history and
the index hears of them. It never touches a catalogue that has listings already.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.imports.geojson import read_outlines
from cms.imports.outlining import load_outlines
from cms.models import (
    Area,
    Asset,
    AssetAccess,
    AssetArea,
    AssetInterest,
    AssetPlace,
    Contact,
    CostOption,
    EducationAuthority,
    Interest,
    Introductions,
    Lend,
    Organisation,
    OrganisationContact,
    Place,
    PlaceAccess,
    Session,
    Term,
)
from connector.demo.borough import OUTLINES, Record, assets, records
from connector.demo.fields import (
    asset_fields,
    contact_fields,
    organisation_fields,
    place_fields,
    price_fields,
    session_fields,
)
from connector.demo.pictures import Pictures

TERMS = (
    ("Autumn, first half", date(2026, 9, 2), date(2026, 10, 23)),
    ("Autumn, second half", date(2026, 11, 2), date(2026, 12, 18)),
    ("Spring, first half", date(2027, 1, 4), date(2027, 2, 12)),
    ("Spring, second half", date(2027, 2, 22), date(2027, 3, 25)),
    ("Summer, first half", date(2027, 4, 12), date(2027, 5, 28)),
    ("Summer, second half", date(2027, 6, 7), date(2027, 7, 23)),
    ("Autumn, first half", date(2027, 9, 2), date(2027, 10, 22)),
    ("Autumn, second half", date(2027, 11, 1), date(2027, 12, 17)),
)


@dataclass
class _Shared:
    """What listings of the borough have in common, by the files' own names."""

    wards: dict[str, Area] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    runners: dict[str, Organisation] = field(default_factory=dict)
    interests: dict[str, Interest] = field(default_factory=dict)
    shown: Pictures = field(default_factory=Pictures)


def seed_borough(*, today: date, say: Callable[[str], object]) -> int:
    """Fill an empty catalogue; how many listings there are now of it. 0 when it was not empty."""
    if Asset.objects.exists():
        return 0
    with transaction.atomic():
        shared, authority = _shared(), _terms()
        load_outlines(read_outlines(OUTLINES)[0])
        numbers = f"{len(shared.wards)} wards, {len(shared.places)} places and {len(shared.runners)} organisations"
        say(f"{numbers} are in.")
        for record in assets():
            # Wagtail would note what refers to what at every row of a listing; once, when it is whole, is enough.
            with disable_reference_index_auto_update():
                asset = _asset(record, shared, authority, today)
            ReferenceIndex.create_or_update_for_object(asset)
    return len(assets())


def _shared() -> _Shared:
    made = _Shared(interests=_interests())
    for each in records("wards"):
        made.wards[each["code"]] = Area.objects.create(code=each["code"], name=each["name"])
    for each in records("places"):
        made.places[each["key"]] = _place(each, made)
    for each in records("organisations"):
        made.runners[each["key"]] = _organisation(each, made)
    return made


def _place(record: Record, shared: _Shared) -> Place:
    place = Place.objects.create(
        **place_fields(record),
        precision=Place.Precision.EXACT,
        ward=shared.wards[record["ward"]],
        picture=shared.shown(record.get("picture")),
    )
    PlaceAccess.objects.bulk_create(
        PlaceAccess(place=place, subject=subject, state=state, note=note)
        for subject, (state, note) in record.get("access", {}).items()
    )
    return place


def _organisation(record: Record, shared: _Shared) -> Organisation:
    made = Organisation.objects.create(**organisation_fields(record), picture=shared.shown(record.get("picture")))
    OrganisationContact.objects.bulk_create(
        OrganisationContact(organisation=made, **contact_fields(each)) for each in record.get("contacts", [])
    )
    return made


def _terms() -> EducationAuthority:
    authority = EducationAuthority.objects.create(name="Tenterclough")
    Term.objects.bulk_create(Term(authority=authority, name=name, starts=a, ends=b) for name, a, b in TERMS)
    return authority


def _interests() -> dict[str, Interest]:
    """Every label and alternative of the vocabulary, in small letters -> its interest. A label outranks other names."""
    found: dict[str, Interest] = {}
    rows = list(Interest.objects.all())
    for interest in rows:
        found.update({name.casefold(): interest for name in interest.alternatives})
    return found | {interest.label.casefold(): interest for interest in rows}


def _asset(record: Record, shared: _Shared, authority: EducationAuthority, today: date) -> Asset:
    asset = Asset(live=False, **asset_fields(record, today))
    asset.organisation = shared.runners.get(record.get("organisation") or "")
    asset.picture = shared.shown(record.get("picture"))
    asset.first_picture = shared.shown(record.get("first", {}).get("picture"))
    asset.save()
    _put_parts(asset, record, shared)
    for each in record["sessions"]:
        place = shared.places[each["place"]] if each.get("place") else None
        terms = authority if each.get("term_time") else None
        Session.objects.create(asset=asset, place=place, authority=terms, **session_fields(each))
    asset.refresh_from_db()
    asset.save_revision().publish()
    if asset.confirmed_on:  # in the made-up town nobody has changed it since somebody said that it is right
        then = timezone.make_aware(datetime.combine(asset.confirmed_on, time(12)))
        Asset.objects.filter(pk=asset.pk).update(last_published_at=then)
    return asset


def _put_parts(asset: Asset, record: Record, shared: _Shared) -> None:
    AssetPlace.objects.bulk_create(AssetPlace(asset=asset, place=shared.places[key]) for key in record["places"])
    AssetArea.objects.bulk_create(AssetArea(asset=asset, area=shared.wards[code]) for code in record.get("areas", []))
    met = {shared.interests[label.casefold()].pk for label in record["interests"]}
    AssetInterest.objects.bulk_create(AssetInterest(asset=asset, interest_id=pk) for pk in sorted(met))
    AssetAccess.objects.bulk_create(
        AssetAccess(asset=asset, subject=subject, state=state, note=note)
        for subject, (state, note) in record.get("access", {}).items()
    )
    Lend.objects.bulk_create(Lend(asset=asset, what=each["kind"], words=each["words"]) for each in record["lends"])
    CostOption.objects.bulk_create(
        CostOption(asset=asset, **price_fields(each)) for each in record["cost"].get("options", [])
    )
    if contact := record.get("ask_for"):
        Contact.objects.create(asset=asset, **contact_fields(contact))
    if asset.greeter_name and asset.confirmed_on:  # who meets new people was asked about introductions at the same time
        Introductions.objects.create(
            asset=asset,
            state=Introductions.State.AGREED,
            said_by=asset.confirmed_by,
            said_on=asset.confirmed_on,
        )
