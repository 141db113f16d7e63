"""A word of its own in every field of text of every row that the product keeps, to be looked for where it must not be.

Invariant: driven by the models. A model with text gets a row, from its factory where nothing better is at hand, or is
named in `NOT_PLANTED` with the reason; one that is neither stops whoever plants.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.db.models import CharField, EmailField, JSONField, Model, TextField
from factory.django import DjangoModelFactory

from cms.models import Asset
from connector.core.privacy import DECISIONS, personal
from tests.architecture.test_factories import made
from tests.factories.assets import (
    AssetAccessFactory,
    AssetFactory,
    AssetPlaceFactory,
    AssetSourceFactory,
    ContactFactory,
    CostOptionFactory,
    LendFactory,
    PossibleDuplicateFactory,
)
from tests.factories.organisations import EditorshipFactory, OrganisationContactFactory, OrganisationFactory
from tests.factories.schedules import SessionFactory

# No letter that a stem would lose.
LETTERS: Final = "bdkmpvwxz"
# Public, and what people search by.
FOUND: Final = {"cms.Asset.name", "cms.Asset.summary", "cms.Asset.description", "cms.Organisation.name"}
# What everybody sees: whatever is found is a field of these.
SHOWN: Final = {"cms.Asset", "cms.Organisation", "cms.Interest", "cms.Place", "cms.CostOption"}
_OF_AN_INDEX: Final = "says where an index stands, or is made from what it holds; other words would break it"
NOT_PLANTED: Final = {
    "search.AssetRow": _OF_AN_INDEX,
    "search.IndexPosition": _OF_AN_INDEX,
    "search.IndexRejection": _OF_AN_INDEX,
    "cms.ShippedInterest": "a copy of what the product ships, by which an upgrade knows what a council edited",
}
# Codes of days, weeks and dates, outlines: other words are refused there. A postcode is public, and cut to its parts.
NOT_TEXT: Final = {"cms.Session.days", "cms.Session.weeks_of_month", "cms.Session.closed", "cms.Session.extra"} | {
    "cms.Session.cancelled",
    "cms.Outline.polygons",
    "cms.Place.postcode",
}
# Names of unique fields by which other rows and addresses find a row.
_CODES: Final = {"code", "path"}


def plant() -> dict[str, str]:
    """A listing with all that hangs on one, a row of everything else, and a word for each of their fields
    ("cms.Asset.name"), found nowhere else."""
    _a_listing()
    _a_row_of_everything_else()
    # Who confirmed it can be told of a confirmed one alone.
    Asset.objects.filter(confirmed_on=None).update(confirmed_on=date(2026, 11, 2), confirmed_by="they")
    draw = random.Random(20261124)
    planted = {}
    for label in sorted(set(DECISIONS) - set(NOT_PLANTED)):
        for field in fields_of_text(apps.get_model(label)):
            word = planted[f"{label}.{field.name}"] = "".join(draw.choices(LETTERS, k=10))
            _write(field, word)
    return planted


def private(planted: Mapping[str, str]) -> set[str]:
    """Those of the fields that are somebody's own."""
    return {name for name in planted if name.split(".")[-1] in personal(name.rpartition(".")[0])}


def held(engine: Any, folder: Path, planted: Mapping[str, str]) -> set[str]:
    """The fields whose word an embedded engine knows, or whose letters stand in any file of its folder."""
    files = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()
    assert files
    return {
        name for name, word in planted.items() if engine.holds(word) or engine.spellings(word) or word.encode() in files
    }


def fields_of_text(model: type[Model]) -> Iterator[Any]:
    """Where anything may be written: no choices, no codes by which other things are told apart."""
    for field in model._meta.concrete_fields:
        free = isinstance(field, CharField | TextField | JSONField) and not field.choices
        coded = field.unique and field.name in _CODES
        if free and not coded and f"{model._meta.label}.{field.name}" not in NOT_TEXT:
            yield field


def _a_listing() -> Asset:
    asset = AssetFactory(organisation=OrganisationFactory(), interests=("sewing",), confirmed=True)
    SessionFactory(asset=asset)
    for factory in (AssetAccessFactory, AssetPlaceFactory, AssetSourceFactory, ContactFactory, CostOptionFactory):
        factory(asset=asset)
    for visibility in ("internal", "partner"):
        ContactFactory(asset=asset, visibility=visibility)
        OrganisationContactFactory(organisation=asset.organisation, visibility=visibility)
    LendFactory(asset=asset)
    EditorshipFactory(asset=asset)
    PossibleDuplicateFactory(first=asset, second=AssetFactory(confirmed=True))
    return asset


def _a_row_of_everything_else() -> None:
    factories: dict[str, type[DjangoModelFactory]] = {factory._meta.model._meta.label: factory for factory in made()}
    for label in sorted(set(DECISIONS) - set(NOT_PLANTED)):
        model = apps.get_model(label)
        if any(fields_of_text(model)) and not model._default_manager.exists():
            assert label in factories, f"{label} has text and no factory: make one, or say in NOT_PLANTED why not"
            factories[label].create()
            assert model._default_manager.exists(), label


def _write(field: Any, word: str) -> None:
    """Into every row; where each must have its own, with a number behind."""
    rows = field.model._default_manager.all()
    if not field.unique:
        rows.update(**{field.name: _as_value(field, word)})
        return
    for number, pk in enumerate(rows.values_list("pk", flat=True)):
        rows.filter(pk=pk).update(**{field.name: _as_value(field, f"{word}{number}")})


def _as_value(field: Any, word: str) -> Any:
    if isinstance(field, JSONField):
        return [word] if field.get_default() == [] else {word: word}
    return f"{word}@{word}.example" if isinstance(field, EmailField) else word[: field.max_length or None]
