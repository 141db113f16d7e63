"""Nothing private is in any index: a word of its own is planted in every field of text that the product keeps
(`tests.planting`), and looked for on the whole server and in every file of the embedded index.

Invariant: public fields must be found, which shows that the looking works.
"""

import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from search.engines import engines_to_follow, reset_engine
from search.engines.elasticsearch.options import Options
from search.refresh import bring_up_to_date
from tests.elasticsearch.conftest import PATIENT, drop
from tests.planting import FOUND, SHOWN, held, plant, private

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


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
    planted = plant()
    theirs = private(planted)
    assert {"cms.Contact.name", "cms.OrganisationContact.phone", "cms.Asset.greeter_name"} <= theirs
    bring_up_to_date(lambda text: None)

    on_the_server = _on_the_server(options, planted)
    embedded = held(engines_to_follow()[0], Path(settings.CONNECTOR_INDEX_DIR), planted)
    assert on_the_server >= FOUND
    assert on_the_server & theirs == embedded & theirs == set()
    assert {name.rpartition(".")[0] for name in on_the_server | embedded} <= SHOWN


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
