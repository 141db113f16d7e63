"""The demonstration borough into an empty catalogue: wards, places, organisations, listings, terms.

Invariant: all or nothing, in one transaction; listings are published through Wagtail, so that they have a history and
the index hears of them. It never touches a catalogue that has listings already.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
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
    EducationAuthority,
    Interest,
    Lend,
    Organisation,
    Place,
    PlaceAccess,
    Session,
    Term,
)
from connector.demo.borough import OUTLINES, Record, assets, records

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


def seed_borough(*, today: date, say: Callable[[str], object]) -> int:
    """Fill an empty catalogue; how many listings there are now of it. 0 when it was not empty."""
    if Asset.objects.exists():
        return 0
    with transaction.atomic():
        wards = {each["code"]: Area.objects.create(code=each["code"], name=each["name"]) for each in records("wards")}
        load_outlines(read_outlines(OUTLINES)[0])
        places = {each["key"]: _place(each, wards) for each in records("places")}
        runners = {each["key"]: _organisation(each) for each in records("organisations")}
        authority = _terms()
        say(f"{len(wards)} wards, {len(places)} places and {len(runners)} organisations are in.")
        interests = _interests()
        for record in assets():
            # Wagtail would note what refers to what at every row of a listing; once, when it is whole, is enough.
            with disable_reference_index_auto_update():
                asset = _asset(record, places, runners, wards, interests, authority, today)
            ReferenceIndex.create_or_update_for_object(asset)
    return len(assets())


def _place(record: Record, wards: Mapping[str, Area]) -> Place:
    place = Place.objects.create(
        name=record["name"],
        address=record["street"],
        postcode=record["postcode"],
        lat=record["lat"],
        lon=record["lon"],
        precision=Place.Precision.EXACT,
        ward=wards[record["ward"]],
        directions=record.get("directions") or "",
        phone=record.get("phone") or "",
    )
    PlaceAccess.objects.bulk_create(
        PlaceAccess(place=place, subject=subject, state=state, note=note)
        for subject, (state, note) in record.get("access", {}).items()
    )
    return place


def _organisation(record: Record) -> Organisation:
    names = ("name", "summary", "informal", "phone", "email", "url")
    return Organisation.objects.create(**{name: record[name] for name in names if record.get(name) is not None})


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


def _asset(
    record: Record,
    places: Mapping[str, Place],
    runners: Mapping[str, Organisation],
    wards: Mapping[str, Area],
    interests: Mapping[str, Interest],
    authority: EducationAuthority,
    today: date,
) -> Asset:
    asset = Asset(live=False, **_fields(record, today))
    asset.organisation = runners.get(record.get("organisation") or "")
    asset.save()
    AssetPlace.objects.bulk_create(AssetPlace(asset=asset, place=places[key]) for key in record["places"])
    AssetArea.objects.bulk_create(AssetArea(asset=asset, area=wards[code]) for code in record.get("areas", []))
    met = {interests[label.casefold()].pk for label in record["interests"]}
    AssetInterest.objects.bulk_create(AssetInterest(asset=asset, interest_id=pk) for pk in sorted(met))
    AssetAccess.objects.bulk_create(
        AssetAccess(asset=asset, subject=subject, state=state, note=note)
        for subject, (state, note) in record.get("access", {}).items()
    )
    Lend.objects.bulk_create(Lend(asset=asset, what=each["kind"], words=each["words"]) for each in record["lends"])
    if contact := record.get("ask_for"):
        Contact.objects.create(asset=asset, **{name: value or "" for name, value in contact.items()})
    for each in record["sessions"]:
        Session.objects.create(asset=asset, **_session(each, places, authority))
    asset.refresh_from_db()
    asset.save_revision().publish()
    return asset


def _fields(record: Record, today: date) -> dict[str, Any]:
    cost, greeter = record["cost"], record.get("greeter") or {}
    who, confirmed = record["who_for"], record.get("confirmed")
    return {
        "kind": record["kind"],
        "name": record["name"],
        "summary": record["summary"],
        "description": record["description"],
        "reach": record["reach"],
        "cost": cost["kind"],
        "cost_pence": cost.get("pence"),
        "cost_words": cost.get("words") or "",
        "greeter_name": greeter.get("name", ""),
        "greeter_words": greeter.get("words", ""),
        "who_for": who["words"],
        "audience": who["audience"],
        "min_age": who.get("min_age"),
        "max_age": who.get("max_age"),
        "room": record["room"],
        "help_wanted": record.get("help_wanted") or "",
        "confirmed_on": today - timedelta(days=confirmed["days_ago"]) if confirmed else None,
        "confirmed_by": confirmed["by"] if confirmed else "",
        "confirmed_how": confirmed["how"] if confirmed else "",
    }


def _session(record: Record, places: Mapping[str, Place], authority: EducationAuthority) -> dict[str, Any]:
    return {
        "place": places[record["place"]] if record.get("place") else None,
        "rhythm": record["rhythm"],
        "days": [day[:2].upper() for day in record["days"]],
        "weeks_of_month": record.get("week_of_month") or [],
        "first": record["first"],
        "until": record.get("until"),
        "start": record["start"],
        "end": record.get("end"),
        "term_time": record.get("term_time", False),
        "authority": authority if record.get("term_time") else None,
        "on_bank_holidays": record.get("bank_holidays") == "on",
        "closed": record.get("closed", []),
        "cancelled": {each["date"]: each["why"] for each in record.get("cancelled", [])},
    }
