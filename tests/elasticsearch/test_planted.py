"""Nothing private is in any index: a word of its own is planted in every field of text of everything that hangs on a
listing, and looked for on the whole server and in every file of the embedded index.

Invariant: driven by the models, so that a field that is new is planted too. Public fields must be found, which shows
that the looking works.
"""

import random
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CharField, EmailField, JSONField, Model, TextField
from pytest_django import Settings

from connector.core.privacy import DECISIONS, personal
from search.engines import engines_to_follow, reset_engine
from search.engines.elasticsearch.options import Options
from search.refresh import bring_up_to_date
from tests.elasticsearch.conftest import PATIENT, drop
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

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
# No letter that a stem would lose.
LETTERS = "bdkmpvwxz"
# Public, and what people search by.
FOUND = {"cms.Asset.name", "cms.Asset.summary", "cms.Asset.description", "cms.Organisation.name"}
# Codes of days, weeks and dates, and those of who something is for: other words are refused there.
NOT_TEXT = {"cms.Session.days", "cms.Session.weeks_of_month", "cms.Session.closed", "cms.Session.extra"} | {
    "cms.Session.cancelled",
    "cms.Outline.polygons",
    "cms.Place.postcode",
}


@pytest.fixture
def options(urls: tuple[str, ...], settings: Settings, tmp_path: Path) -> Iterator[Options]:
    made = Options(urls=urls, prefix=f"test-planted-{secrets.token_hex(4)}", search_seconds=PATIENT)
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.elasticsearch"
    settings.CONNECTOR_ELASTICSEARCH = {"urls": urls, "prefix": made.prefix, "search_seconds": PATIENT}
    settings.CONNECTOR_INDEX_DIR = tmp_path / "index"
    reset_engine()
    yield made
    drop(made)


def test_no_index_holds_a_word_of_a_private_field(options: Options, settings: Settings) -> None:
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
    planted = _planted()
    private = {name for name in planted if name.split(".")[-1] in personal(name.rpartition(".")[0])}
    assert {"cms.Contact.name", "cms.OrganisationContact.phone", "cms.Asset.greeter_name"} <= private
    bring_up_to_date(lambda text: None)

    on_the_server = _on_the_server(options, planted)
    embedded = _embedded(Path(settings.CONNECTOR_INDEX_DIR), planted)
    assert on_the_server >= FOUND
    assert on_the_server & private == embedded & private == set()
    # Whatever is found is a field of what everybody sees.
    assert {name.rpartition(".")[0] for name in on_the_server | embedded} <= {
        "cms.Asset",
        "cms.Organisation",
        "cms.Interest",
        "cms.Place",
        "cms.CostOption",
    }


def _planted() -> dict[str, str]:
    """A word for each field ("cms.Asset.name") of every row that there is of our models; found nowhere else."""
    draw = random.Random(20261124)
    planted = {}
    for label in sorted(DECISIONS):
        model = apps.get_model(label)
        for field in _fields_of_text(model):
            if model._default_manager.exists():
                word = planted[f"{label}.{field.name}"] = "".join(draw.choices(LETTERS, k=10))
                model._default_manager.update(**{field.name: _as_value(field, word)})
    return planted


def _fields_of_text(model: type[Model]) -> Iterator[Any]:
    """Where anything may be written: no choices, no codes by which other things are told apart."""
    for field in model._meta.concrete_fields:
        free = isinstance(field, CharField | TextField | JSONField) and not field.choices and not field.unique
        if free and model._meta.app_label != "search" and f"{model._meta.label}.{field.name}" not in NOT_TEXT:
            yield field


def _as_value(field: Any, word: str) -> Any:
    if isinstance(field, JSONField):
        return [word] if field.get_default() == [] else {word: word}
    return f"{word}@{word}.example" if isinstance(field, EmailField) else word[: field.max_length or None]


def _on_the_server(options: Options, planted: Mapping[str, str]) -> set[str]:
    """The fields whose word is in any field of any document of any index of the server."""
    client = options.client().options(request_timeout=PATIENT)
    mapping = client.indices.get_mapping(index=f"{options.prefix}-*").body
    ((_, told),) = mapping.items()
    fields = [name for name, kind in told["mappings"]["properties"].items() if _is_searched(kind)]
    assert {"text", "word", "label", "name_word"} <= set(fields)
    held = set()
    for name, word in planted.items():
        either = [{"wildcard": {field: {"value": f"*{word}*", "case_insensitive": True}}} for field in fields]
        if client.count(index="*", query={"bool": {"should": either}})["count"]:
            held.add(name)
    # Nothing is kept beside the fields.
    kept = client.search(index="*", query={"match_all": {}}, size=100, stored_fields=["*"])["hits"]["hits"]
    assert kept
    assert not any(word in str(hit).lower() for hit in kept for word in planted.values())
    return held


def _is_searched(kind: Mapping[str, Any]) -> bool:
    return kind["type"] in ("text", "keyword") and kind.get("index", True)


def _embedded(folder: Path, planted: Mapping[str, str]) -> set[str]:
    """The fields whose word the embedded index knows, or whose letters stand in any of its files."""
    spare = engines_to_follow()[0]
    files = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()
    assert files
    return {
        name for name, word in planted.items() if spare.holds(word) or spare.spellings(word) or word.encode() in files
    }
