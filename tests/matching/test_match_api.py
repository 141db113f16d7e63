"""`POST /api/match` through its address: with a worker's token, kept by nobody, as the command answers."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from connector.accounts.models import User
from connector.matching.models import MatchToken
from connector.matching.token_auth import TokenThrottle
from tests.factories.assets import AssetFactory
from tests.factories.match_tokens import TOKEN, MatchTokenFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import BACKEND, PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
NOTE = "She loves embroidery and hates bingo. Uses a wheelchair. Her dad Pargeter sings in a choir."


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> object:
    asset = AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322)])
    AssetFactory(name="Somebody's embroidery", interests=["embroidery"], offer=True)
    up_to_date()
    return asset


@pytest.fixture(autouse=True)
def _counts_of_nobody_else() -> Iterator[None]:
    caches["local"].clear()
    yield
    caches["local"].clear()


def ask(client: Client, token: str = TOKEN, **body: object) -> object:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return client.post("/api/match", json.dumps(body), content_type="application/json", headers=headers)


def test_it_answers_as_the_command_does(client: Client, circle: object) -> None:
    MatchTokenFactory()
    answer = ask(client, text=NOTE, near="M33")
    assert answer.status_code == 200  # type: ignore[attr-defined]
    out = io.StringIO()
    call_command("match", NOTE, near="M33", json=True, stdout=out, stderr=io.StringIO())
    told = answer.json()  # type: ignore[attr-defined]
    assert told == json.loads(out.getvalue())
    assert [each["name"] for each in told["matches"]] == ["Sewing Circle"], "an offer is not everybody's to see"
    assert told["reading"]["not_interests"][0]["label"] == "Bingo"
    assert "no-store" in answer.headers["Cache-Control"]  # type: ignore[attr-defined]


def test_the_reading_alone_needs_no_index(client: Client, db: None) -> None:
    MatchTokenFactory()
    told = ask(client, text="She loves embroidery.", reading_only=True).json()  # type: ignore[attr-defined]
    assert list(told) == ["reading"]


@pytest.mark.parametrize(
    ("body", "status", "wrong"),
    [
        ({}, 400, "text"),
        ({"text": "   "}, 400, "text"),
        ({"text": "x" * 130_000}, 400, "text"),
        ({"text": "embroidery", "near": "QT44"}, 400, "near"),
        ({"text": "embroidery", "limit": 0}, 400, "limit"),
    ],
)
def test_what_is_wrong_is_a_problem_that_says_so(
    client: Client, db: None, body: dict[str, object], status: int, wrong: str
) -> None:
    MatchTokenFactory()
    answer = ask(client, **body)
    assert answer.status_code == status  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "application/problem+json"  # type: ignore[attr-defined]
    assert list(answer.json()["errors"]) == [wrong]  # type: ignore[attr-defined]


def test_without_an_index_it_says_so(client: Client, db: None) -> None:
    MatchTokenFactory()
    answer = ask(client, text="embroidery")
    assert (answer.status_code, answer.headers["Content-Type"]) == (503, "application/problem+json")  # type: ignore[attr-defined]


@pytest.mark.parametrize("token", ["", "match_another", TOKEN[:-1], TOKEN.upper()])
def test_no_other_token_opens_it(client: Client, db: None, token: str) -> None:
    MatchTokenFactory()
    answer = ask(client, token, text="embroidery")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")  # type: ignore[attr-defined]


def test_a_session_opens_nothing(priya: Client) -> None:
    assert ask(priya, "", text="embroidery").status_code == 401  # type: ignore[attr-defined]


def test_a_token_ends(client: Client, db: None) -> None:
    MatchTokenFactory(expires_at=timezone.now() - timedelta(seconds=1))
    assert ask(client, text="embroidery").status_code == 401  # type: ignore[attr-defined]


@pytest.mark.parametrize("what", ["closed", "no role"])
def test_who_may_not_match_any_more_has_no_token(client: Client, db: None, what: str) -> None:
    user = MatchTokenFactory().user
    if what == "closed":
        user.is_active = False
        user.save()
    else:
        user.groups.clear()
    assert ask(client, text="embroidery").status_code == 401  # type: ignore[attr-defined]


def test_a_token_opens_nothing_else(client: Client, db: None) -> None:
    MatchTokenFactory()
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get("/match/", headers=headers).status_code == 302
    assert client.get("/admin/", headers=headers).status_code == 302


def test_so_many_a_minute_for_each_worker(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TokenThrottle, "rate", "2/min", raising=False)
    MatchTokenFactory()
    asked = [ask(client, text="embroidery", reading_only=True) for _ in range(3)]
    assert [each.status_code for each in asked] == [200, 200, 429]  # type: ignore[attr-defined]
    assert "Retry-After" in asked[-1].headers  # type: ignore[attr-defined]


def test_nothing_sent_is_kept_or_logged(client: Client, circle: object, caplog: pytest.LogCaptureFixture) -> None:
    MatchTokenFactory()
    before = call_dump()
    ask(client, text=NOTE, near="M33 7ZF")
    assert call_dump() == before
    for word in ("Pargeter", "bingo", "M33", TOKEN):
        assert word not in caplog.text


def call_dump() -> str:
    out = io.StringIO()
    call_command("dumpdata", stdout=out, exclude=["cms", "contenttypes", "auth", "wagtailcore"])
    return out.getvalue()


@pytest.fixture
def dawn(client: Client, db: None) -> Client:
    """A worker who has just signed in through the door."""
    UserFactory(email="dawn@tenterclough.example", role="Workers")
    client.post("/account/login/", {"login": "dawn@tenterclough.example", "password": PASSWORD})
    return client


def made(client: Client) -> str:
    page = client.post("/account/token/", {"press": "make"}).content.decode()
    return page.partition('<code class="token">')[2].partition("</code>")[0]


def test_a_worker_makes_one_sees_it_once_and_takes_it_back(dawn: Client) -> None:
    token = made(dawn)
    assert token.startswith("match_")
    assert token not in dawn.get("/account/token/").content.decode()
    assert token not in call_dump(), "kept as a hash"
    assert ask(Client(), token, text="embroidery", reading_only=True).status_code == 200  # type: ignore[attr-defined]
    assert "Cancel this token" in dawn.get("/account/token/").content.decode()
    dawn.post("/account/token/", {"press": "revoke"})
    assert ask(Client(), token, text="embroidery", reading_only=True).status_code == 401  # type: ignore[attr-defined]


def test_another_in_its_place_ends_the_first(dawn: Client) -> None:
    first, second = made(dawn), made(dawn)
    assert first != second
    assert MatchToken.objects.count() == 1
    assert ask(Client(), first, text="embroidery", reading_only=True).status_code == 401  # type: ignore[attr-defined]
    assert ask(Client(), second, text="embroidery", reading_only=True).status_code == 200  # type: ignore[attr-defined]


def test_who_has_not_just_shown_who_they_are_is_asked(priya: Client) -> None:
    answer = priya.post("/account/token/", {"press": "make"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/again/")
    assert not MatchToken.objects.exists()


def test_a_token_goes_with_its_account(db: None) -> None:
    MatchTokenFactory().user.delete()
    assert (MatchToken.objects.count(), User.objects.count()) == (0, 0)


def test_it_is_in_the_schema(client: Client) -> None:
    schema = client.get("/api/schema/", {"format": "json"}).content.decode()
    assert "/api/match" in schema
    assert "workerToken" in schema
    client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    assert "A token for a program" in client.get("/account/safety/").content.decode()
