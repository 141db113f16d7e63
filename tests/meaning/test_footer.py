"""The foot of pages that search: it says that meanings are not compared, where they were meant to be."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from search.meaning import here
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
FOR_WORKERS = "the part that compares meanings is not available"
FOR_RESIDENTS = "Search goes by words and interests for now, not by meaning."
REAL = "search.meaning.onnx.OnnxEmbedder"


@pytest.fixture(autouse=True)
def _something_to_search(up_to_date: object) -> None:
    up_to_date()  # type: ignore[operator]


def foot(client: Client, address: str) -> str:
    return client.get(address).content.decode().partition("<footer")[2]


def with_model(settings: Settings, name: str, folder: Path) -> None:
    settings.CONNECTOR_EMBEDDER, settings.CONNECTOR_MODELS = name, folder
    here.forget()


def test_a_model_that_is_not_there_is_told_where_search_is_used(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    with_model(settings, REAL, tmp_path)
    page = foot(client, "/search/")
    assert page.count(FOR_RESIDENTS) == 1
    assert FOR_WORKERS not in page
    elsewhere = foot(client, "/about/cookies/")
    assert "</footer>" in elsewhere
    assert FOR_RESIDENTS not in elsewhere
    client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    for address in ("/search/", "/match/"):
        page = foot(client, address)
        assert page.count(FOR_WORKERS) == 1
        assert FOR_RESIDENTS not in page


@pytest.mark.parametrize("name", ["", "tests.meaning.fake.StemEmbedder"])
def test_nothing_is_told_where_it_is_there_or_switched_off(
    client: Client, settings: Settings, tmp_path: Path, name: str
) -> None:
    with_model(settings, name, tmp_path)
    assert here.is_lacking() is False
    page = foot(client, "/search/")
    assert "</footer>" in page
    assert "meaning" not in page


def test_pages_look_for_the_model_once(
    client: Client, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def look(folder: Path) -> None:
        looked.append(folder)
        raise OSError

    monkeypatch.setattr("search.meaning.onnx.OnnxEmbedder.installed", look)
    with_model(settings, REAL, tmp_path)
    for _ in range(3):
        assert FOR_RESIDENTS in foot(client, "/search/")
    assert looked == [tmp_path]
