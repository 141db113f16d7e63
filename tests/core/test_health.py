"""What machines ask: whether it lives, and its numbers, for whoever has the token alone."""

from collections.abc import Callable

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from connector.core import health
from tests.factories.assets import AssetFactory
from tests.factories.search import IndexPositionFactory, IndexRejectionFactory

pytestmark = pytest.mark.django_db
TOKEN = "a-long-token"


def test_it_lives(client: Client) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "degraded": False})
    assert "no-store" in answer["Cache-Control"]


def test_machines_beside_it_need_no_https(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert [client.get(path).status_code for path in ("/health/", "/metrics", "/")] == [200, 404, 301]


def test_without_its_database_it_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def cursor(self) -> None:
            raise OperationalError("could not connect to host db.internal")

    monkeypatch.setattr(health, "connection", Gone())
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()["status"]) == (503, "no database")
    assert "db.internal" not in answer.content.decode()


@pytest.mark.parametrize(
    ("token", "sent", "status"),
    [
        ("", "", 404),
        ("", "Bearer ", 404),
        (TOKEN, "", 403),
        (TOKEN, "Bearer another", 403),
        (TOKEN, TOKEN, 403),
        (TOKEN, f"Bearer {TOKEN}", 200),
    ],
)
def test_numbers_are_for_whoever_has_the_token(
    client: Client, settings: Settings, token: str, sent: str, status: int
) -> None:
    settings.CONNECTOR_METRICS_TOKEN = token
    assert client.get("/metrics", headers={"Authorization": sent}).status_code == status


def test_the_numbers(client: Client, settings: Settings, up_to_date: Callable[[], None]) -> None:
    settings.CONNECTOR_METRICS_TOKEN = TOKEN
    up_to_date()
    other = IndexPositionFactory(index="memory", host="web-2", generation="memory-9", trouble="No.")
    IndexRejectionFactory(position=other)
    AssetFactory()
    client.get("/api/search?q=pargeterwort&near=M33")
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    told = answer.content.decode()
    for line in (
        'connector_searches_total{degraded="false",engine="memory"}',
        'connector_search_seconds_count{degraded="false",engine="memory"}',
        'connector_search_hits_bucket{degraded="false",engine="memory",le="0.0"}',
        'connector_index_waiting{host="web-2",index="memory"} 1.0',
        'connector_index_refused{host="web-2",index="memory"} 1.0',
        'connector_index_trouble{host="web-2",index="memory"} 1.0',
        "connector_search_degraded 0.0",
    ):
        assert line in told
    assert answer["Content-Type"].startswith("text/plain")
    assert "pargeterwort" not in told
    assert "M33" not in told
