"""The role that the product comes with is enough for an index's whole life, and for nothing else: on a server that asks
who somebody is, behind TLS.
"""

import json
import os
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from elasticsearch import AuthorizationException, Elasticsearch
from pytest_django import Settings

from search.engines import engine_for_searches, get_engine, reset_engine
from search.refresh import gate_reports
from search.types import SearchRequest
from tests.architecture.tree import ROOT
from tests.factories.assets import AssetFactory

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
SERVER = ROOT / "deploy" / "elasticsearch"
ROLE = ROOT / "deploy" / "elasticsearch-role.json"
PORT = "9280"
PATIENT = 60.0
ANY = SearchRequest()


@pytest.fixture(scope="module")
def access() -> Iterator[dict[str, str]]:
    """How a server with security is reached by its administrator."""
    environment = os.environ | {"ES_PORT": PORT}
    subprocess.run([SERVER, "--secure", "start"], env=environment, check=True)
    try:
        told = subprocess.run([SERVER, "access"], env=environment, check=True, capture_output=True, text=True)
        yield json.loads(told.stdout)
    finally:
        subprocess.run([SERVER, "stop"], env=environment, check=True)


@pytest.fixture(scope="module")
def admin(access: dict[str, str]) -> Iterator[Elasticsearch]:
    client = Elasticsearch(
        access["ELASTICSEARCH_URL"],
        ca_certs=access["ELASTICSEARCH_CA_CERTS"],
        basic_auth=(access["ELASTICSEARCH_USER"], access["ELASTICSEARCH_PASSWORD"]),
        request_timeout=PATIENT,
    )
    client.security.put_role(name="connector", **json.loads(ROLE.read_text()))
    yield client
    client.close()


def known_by_password(admin: Elasticsearch) -> dict[str, str]:
    password = secrets.token_urlsafe(24)
    admin.security.put_user(username="council", password=password, roles=["connector"])
    return {"user": "council", "password": password}


def known_by_key(admin: Elasticsearch) -> dict[str, str]:
    made = admin.security.create_api_key(name="council", role_descriptors={"connector": json.loads(ROLE.read_text())})
    return {"api_key": made["encoded"]}


@pytest.mark.parametrize("known", [known_by_password, known_by_key])
def test_the_role_is_enough_for_all_that_we_do_and_for_nothing_else(
    known: Any, access: dict[str, str], admin: Elasticsearch, settings: Settings, tmp_path: Path, capfd: Any
) -> None:
    given = known(admin)
    there = {
        "urls": (access["ELASTICSEARCH_URL"],),
        "ca_certs": access["ELASTICSEARCH_CA_CERTS"],
        "prefix": f"connector-{secrets.token_hex(4)}",
        "search_seconds": PATIENT,
    }
    settings.CONNECTOR_SEARCH_ENGINE = "search.engines.elasticsearch"
    settings.CONNECTOR_ELASTICSEARCH = there | given
    settings.CONNECTOR_INDEX_DIR = tmp_path / "index"
    reset_engine()
    _whole_life()
    _nothing_else(admin)
    _refused_without_a_word_of_it(settings, given)
    told = "".join(capfd.readouterr())
    assert not any(given[name] in told for name in ("password", "api_key") if name in given)


def _whole_life() -> None:
    first = AssetFactory()
    call_command("search_init")
    second = AssetFactory(name="Zither circle")
    call_command("search_drain")
    call_command("search_rebuild")
    first.delete()
    call_command("search_drain")
    call_command("search_gate")
    found = engine_for_searches().search(ANY, now=0)
    assert (found.ids, found.degraded) == ((second.pk,), False)
    assert found.facets["kind"] == {"group": 1}
    assert get_engine().suggest("zith") == ("Zither circle",)
    assert gate_reports()["elasticsearch"].clean


def _nothing_else(admin: Elasticsearch) -> None:
    admin.index(index="somebody-elses", id="1", document={"told": "nothing"}, refresh=True)
    ours: Elasticsearch = get_engine()._client  # type: ignore[attr-defined]
    for attempt in (
        lambda: ours.search(index="somebody-elses"),
        lambda: ours.index(index="somebody-elses", document={}),
        lambda: ours.indices.delete(index="somebody-elses"),
        lambda: ours.indices.create(index="another"),
        lambda: ours.cluster.put_settings(persistent={"cluster.max_shards_per_node": 10}),
        lambda: ours.security.get_role(),
    ):
        with pytest.raises(AuthorizationException):
            attempt()


def _refused_without_a_word_of_it(settings: Settings, given: dict[str, str]) -> None:
    """A key that is not known, and an index that the role does not reach: the other engine answers."""
    there = settings.CONNECTOR_ELASTICSEARCH
    for wrong in ({"api_key": "bm90OmtleQ=="}, given | {"prefix": "somebody"}):
        settings.CONNECTOR_ELASTICSEARCH = {**there, "api_key": "", "user": "", **wrong}
        reset_engine()
        assert engine_for_searches().search(ANY, now=0).degraded
