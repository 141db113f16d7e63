"""The search API through its public address."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from tests.factories.assets import AssetFactory, AssetSourceFactory, ContactFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> object:
    asset = AssetFactory(
        name="Sewing Circle",
        interests=["embroidery"],
        at=[PlaceFactory(lat=53.424, lon=-2.322)],
        greeter_name="Maureen",
    )
    AssetSourceFactory(asset=asset, source_ref="GB-CHC-1 a")
    ContactFactory(asset=asset, visibility="internal", phone="01632 960 999")
    SessionFactory(asset=asset, days=["TU"])
    AssetFactory(name="Far Stitchers", interests=["embroidery"], at=[PlaceFactory(lat=55.95, lon=-3.19)])
    AssetFactory(name="Quiet Embroiderers", interests=["embroidery"], withdrawn=True)
    up_to_date()
    return asset


def test_the_answer_has_the_agreed_shape(client: Client, circle: object) -> None:
    answer = client.get("/api/search", {"q": "embroidery", "near": "M33", "limit": 1}).json()
    assert list(answer) == ["count", "degraded", "results", "facets", "understood"]
    assert (answer["count"], answer["degraded"]) == (2, False)
    (first,) = answer["results"]
    assert first["id"] == str(circle.uuid)  # type: ignore[attr-defined]
    assert first["source_id"] == "GB-CHC-1 a"
    assert first["name"] == "Sewing Circle"
    assert first["reasons"][0] == "Embroidery is what they do."
    assert len(first["reasons"]) == len(first["reason_facts"])
    assert first["url"] == f"/listings/{first['id']}/"
    assert first["distance_m"] < 2000
    assert len(first["next_sessions"]) == 2
    assert all(datetime.fromisoformat(start).tzinfo for start in first["next_sessions"])


def test_nearest_first_without_a_limit_and_within_a_radius_with_one(client: Client, circle: object) -> None:
    names = [each["name"] for each in client.get("/api/search?q=embroidery&near=M33").json()["results"]]
    assert names == ["Sewing Circle", "Far Stitchers"]
    within = client.get("/api/search?q=embroidery&near=M33&radius=5000").json()
    assert [each["name"] for each in within["results"]] == ["Sewing Circle"]


def test_nothing_private_is_in_the_answer(client: Client, circle: object) -> None:
    assert "960 999" not in client.get("/api/search?q=embroidery").content.decode()


def test_errors_are_problem_details(client: Client) -> None:
    answer = client.get("/api/search?near=ZZ99+9ZZ&limit=nine")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 400
    assert set(problem["errors"]) == {"near", "limit"}


def test_an_engine_that_cannot_answer_is_a_503(client: Client, tantivy_engine: object, settings: object) -> None:
    answer = client.get("/api/search?q=embroidery")
    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/problem+json"


def test_facets_are_counted_without_their_own_choice(client: Client, circle: object) -> None:
    facets = client.get("/api/search?q=embroidery&day=mon&day=wed").json()["facets"]
    assert list(facets) == ["kind", "interest", "day", "time", "cost", "access", "who", "area", "fresh"]
    assert facets["day"] == [
        {"value": "tue", "count": 1, "chosen": False},
        {"value": "mon", "count": 0, "chosen": True},
        {"value": "wed", "count": 0, "chosen": True},
    ]
    assert facets["kind"] == []


def test_one_box_is_understood(client: Client, circle: object) -> None:
    answer = client.get("/api/search?q=embroidary near M33 on tuesdays&radius=5 km").json()
    assert answer["count"] == 1
    assert answer["understood"] == {
        "text": "embroidary on tuesdays",
        "near": "M33",
        "times": ["Tuesdays"],
        "times_unmet": False,
        "corrected": {"embroidary": "embroidery"},
    }


def test_suggestions(client: Client, circle: object) -> None:
    def suggested(typed: str, **more: str) -> list[tuple[str, str]]:
        found = client.get("/api/suggest", {"q": typed, **more}).json()["suggestions"]
        return [(each["text"], each["kind"]) for each in found]

    assert suggested("embroi")[0] == ("Embroidery", "interest")
    assert ("Sewing Circle", "listing") in suggested("sewing c")
    assert suggested("far st") == [("Far Stitchers", "listing")]
    assert suggested("badminton near altr") == [("badminton near Altrincham, Trafford", "place")]
    assert ("Sale, Trafford", "place") in suggested("sal", of="places")
    assert suggested("e") == suggested("") == suggested("!", of="places") == []
    assert "Quiet Embroiderers" not in str(suggested("quiet"))


def test_the_schema_tells_all_of_it(client: Client) -> None:
    schema = client.get("/api/schema/?format=json").json()
    names = {each["name"] for each in schema["paths"]["/api/search"]["get"]["parameters"]}
    assert {"q", "near", "radius", "limit", "offset", "kind", "interest", "day", "time", "free", "order"} <= names
    assert {"cost", "access", "who", "area", "fresh"} <= names
    assert {"facets", "understood"} <= set(schema["components"]["schemas"]["SearchAnswer"]["properties"])
    assert {"/api/assets/{uuid}", "/api/suggest"} <= set(schema["paths"])
