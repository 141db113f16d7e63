"""What a worker was told goes on to the pages that follow, and nothing that was typed goes with it."""

from collections.abc import Callable

import pytest
from django.test import Client

from cms.models import Asset
from connector.matching.for_paper import reason_on_paper
from search.vocabulary import Concept, Edge, Vocabulary
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceFactory

NOTE = "Embroidery all round the room, and Mrs Ogden-Pargeter said in the day"
WALK = "minutes’ walk"


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> Asset:
    hall = PlaceFactory(lat=53.424, lon=-2.322, name="Mill Hall", step_free=True)
    asset = AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[hall])
    up_to_date()
    return asset


def page(browser: Client, path: str) -> str:
    return browser.get(path).content.decode()


@pytest.mark.django_db
def test_the_way_and_the_reason_go_on_to_what_is_kept_and_onto_paper(priya: Client, circle: Asset) -> None:
    priya.post("/match/", {"note": NOTE, "near": "M33 7ZF", "travel": "foot"})
    priya.post("/match/", {"note": NOTE, "near": "M33 7ZF", "travel": "foot", "keep": str(circle.uuid)})
    shortlist, paper = page(priya, "/match/kept/"), page(priya, "/match/take-home/")
    assert WALK in shortlist
    assert "embroidery is what they do." in shortlist
    assert WALK in paper
    assert "Because you love embroidery." in paper
    assert "Step-free. Toilet with rails: not known." in paper
    written = shortlist + paper + str(dict(priya.session.items()))
    for words in ("Pargeter", "M33 7ZF", "all round the room"):
        assert words not in written


@pytest.mark.django_db
def test_a_listing_says_how_far_it_is_to_who_was_told_and_to_nobody_else(priya: Client, circle: Asset) -> None:
    address = circle.get_absolute_url()
    assert WALK not in page(priya, address)
    priya.post("/match/", {"note": NOTE, "near": "M33 7ZF", "travel": "foot"})
    answer = priya.get(address)
    assert WALK in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert WALK not in page(Client(), address)


@pytest.mark.django_db
def test_without_a_place_nothing_is_told_of_the_way(priya: Client, circle: Asset) -> None:
    priya.post("/match/", {"note": NOTE, "near": "M33 7ZF", "travel": "foot"})
    priya.post("/match/", {"note": NOTE, "travel": "foot"})
    assert WALK not in page(priya, circle.get_absolute_url())


@pytest.mark.django_db
def test_the_number_in_the_head_comes_with_the_answer(priya: Client, circle: Asset) -> None:
    posted = {"note": NOTE, "keep": str(circle.uuid)}
    answer = priya.post("/match/", posted, headers={"HX-Request": "true"}).content.decode()
    assert '<span data-hx-swap-oob="innerHTML:.kept-n">, 1</span>' in answer


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("embroidery", "Because you love embroidery."),
        ("mill-work", "Because we talked about mill and factory work."),
        ("after-a-loss", ""),
        ("not-there", ""),
    ],
)
def test_only_what_anybody_may_read_is_a_reason_on_paper(code: str, words: str) -> None:
    concepts = (
        Concept("making", "Making"),
        Concept("sitting-and-chatting", "Sitting and chatting"),
        Concept("embroidery", "Embroidery", edges=(Edge("broader", "making", 0.7),)),
        Concept("mill-work", "Mill and factory work", edges=(Edge("broader", "making", 0.7),)),
        Concept("after-a-loss", "Company after a loss", edges=(Edge("broader", "sitting-and-chatting", 0.7),)),
    )
    assert reason_on_paper(code, Vocabulary({concept.code: concept for concept in concepts})) == words
