"""Through the finder: what is found by meaning, how it is told, and how it stands beside what words find."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from cms.visibility import PUBLIC
from search.finder import find
from search.indexing import meanings
from search.meaning import here
from search.questions import Question, SearchPage, Wishes
from search.types import Order, Point
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceFactory
from tests.meaning.fake import StemEmbedder

pytestmark = pytest.mark.django_db


class Thesaurus(StemEmbedder):
    """Knows one likeness that no vocabulary has."""

    def __init__(self) -> None:
        super().__init__({"flooble": "dulcimer"})


@pytest.fixture
def read_all(settings: Settings, tmp_path: Path, up_to_date: Callable[[], None]) -> Callable[[], None]:
    """Words and meanings of every listing are read."""
    settings.CONNECTOR_DATA = tmp_path
    settings.CONNECTOR_EMBEDDER = "tests.meaning.test_found.Thesaurus"
    here.forget()

    def read() -> None:
        up_to_date()
        embedder = here.embedder()
        assert embedder is not None
        meanings.finish(embedder)
        here.table().nudge()

    return read


def found(text: str, **asked: object) -> SearchPage:
    return find(Question(text=text, **asked), viewer=PUBLIC, now=timezone.localtime())  # type: ignore[arg-type]


def names(page: SearchPage) -> list[int]:
    return [hit.asset_id for hit in page.hits]


def test_finds_what_no_word_leads_to_and_says_that_it_is_a_guess(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    dulcimer = AssetFactory.create(name="Dulcimer evening", summary="Dulcimer", description="")
    read_all()
    page = found("flooble")
    assert names(page)[0] == dulcimer.pk
    reason = page.hits[0].reasons[0]
    assert reason.kind == "meaning"
    assert reason.sentence == "What they do sounds close to flooble."
    assert reason.facts["closeness"]


def test_what_names_the_thing_comes_first(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    dulcimer = AssetFactory.create(name="Dulcimer evening", summary="Dulcimer", description="")
    flooble = AssetFactory.create(name="Flooble evening", summary="Flooble", description="")
    read_all()
    page = found("flooble")
    assert names(page)[:2] == [flooble.pk, dulcimer.pk]
    assert page.hits[0].reasons[0].kind == "words"


def test_what_names_the_thing_comes_before_what_is_nearer_and_only_alike(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    here_by = PlaceFactory.create(lat=53.5, lon=-2.1)
    far_off = PlaceFactory.create(lat=53.9, lon=-2.1)
    dulcimer = AssetFactory.create(name="Dulcimer evening", summary="Dulcimer", description="", at=[here_by])
    flooble = AssetFactory.create(name="Flooble evening", summary="Flooble", description="", at=[far_off])
    read_all()
    assert names(found("flooble", near=Point(53.5, -2.1)))[:2] == [flooble.pk, dulcimer.pk]


def test_filters_hold_for_what_is_found_by_meaning(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    AssetFactory.create(name="Dulcimer evening", summary="Dulcimer", description="", kind="group")
    read_all()
    assert found("flooble", kinds=frozenset({"place"})).total == 0


def test_a_listing_is_found_by_its_words_before_its_meaning_is_read(
    read_all: Callable[[], None], up_to_date: Callable[[], None]
) -> None:
    AssetFactory.create_batch(3)
    read_all()
    flooble = AssetFactory.create(name="Flooble evening")
    up_to_date()
    assert names(found("flooble")) == [flooble.pk]


def test_on_a_visit_too(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    dulcimer = AssetFactory.create(name="Dulcimer evening", summary="Dulcimer", description="")
    read_all()
    assert names(found("Loves the flooble and singing.", wishes=Wishes()))[:1] == [dulcimer.pk]


def test_on_a_visit_nothing_is_suggested_for_nothing(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    AssetFactory.create(name="Blood pressure drop-in", summary="Blood tests", description="")
    read_all()
    assert names(found("Bloods were taken on Friday and she feels rather low today.", wishes=Wishes())) == []


def test_an_order_by_time_has_only_what_words_find(read_all: Callable[[], None]) -> None:
    AssetFactory.create_batch(30)
    AssetFactory.create(name="Dulcimer evening", summary="Dulcimer", description="")
    read_all()
    assert found("flooble").total == 1
    assert found("flooble", order=Order.SOONEST).total == 0


def test_when_meaning_fails_words_go_on(read_all: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    flooble = AssetFactory.create(name="Flooble evening", summary="Flooble", description="")
    read_all()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("search.meaning.table.MeaningTable.state", fail)
    assert names(found("flooble")) == [flooble.pk]


def test_without_the_model_it_says_why(settings: Settings) -> None:
    settings.CONNECTOR_EMBEDDER = "search.meaning.onnx.OnnxEmbedder"
    settings.CONNECTOR_MODELS = "/nowhere"
    here.forget()
    assert here.embedder() is None
    assert "make setup" in here.missing()
