"""Each thing that somebody loves has candidates, though another has far more listings."""

from collections.abc import Callable

import pytest

from cms.visibility import PUBLIC
from search.engines import engine_for_searches
from search.finder import asked, understood
from search.gathering import gather
from search.interests import vocabulary
from search.questions import Question, Wishes
from search.strengths import strengths
from tests.factories.assets import AssetFactory

pytestmark = pytest.mark.django_db


def test_a_strength_with_few_listings_is_asked_for_by_itself(up_to_date: Callable[[], None]) -> None:
    for number in range(6):
        AssetFactory(name=f"Embroidery {number}", interests=["embroidery"], summary="Embroidery, embroidery.")
    pigeons = AssetFactory(name="The Loft", interests=["racing-pigeons"], summary="Open on Sundays.")
    up_to_date()
    question, engine, words = (
        Question("loves embroidery and pigeon racing", wishes=Wishes()),
        engine_for_searches(),
        vocabulary(),
    )
    reading = understood(question, words, engine)
    request = asked(question, reading, words, PUBLIC, 0)
    first = engine.search(request, now=0, wanted=3)
    found = gather(engine, request, first, strengths(reading, words), reading.stage, now=0, most=3)
    assert found[:3] == first.ids[:3]
    assert pigeons.pk in found
    assert gather(engine, request, first, strengths(reading, words)[:1], reading.stage, now=0, most=3) == first.ids[:3]
