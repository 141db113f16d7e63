"""`manage.py match`: JSON alone on standard output, in the shape that the API answers too."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import whole_answer
from search.finder import find
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory

pytestmark = pytest.mark.django_db
NOTE = "Embroidery all round the room. She hates bingo. Her dad loves fishing."


def told(*asked: str) -> dict[str, object]:
    out = StringIO()
    call_command("match", *asked, stdout=out, stderr=StringIO())
    read: dict[str, object] = json.loads(out.getvalue())
    return read


def test_the_reading_alone_needs_neither_place_nor_index() -> None:
    reading = told(NOTE, "--reading-only")["reading"]
    assert [each["words"] for each in reading["interests"]] == ["Embroidery"]  # type: ignore[index]
    assert [each["words"] for each in reading["not_interests"]] == ["bingo"]  # type: ignore[index]
    assert reading["people"][0]["who"] == "dad"  # type: ignore[index]


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("She hates bingo."))
    assert told("-", "--reading-only")["reading"]["not_interests"][0]["words"] == "bingo"  # type: ignore[index]


def test_matches_come_with_what_was_read(up_to_date: Callable[[], None]) -> None:
    asset = AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322)])
    AssetFactory(name="Bingo at the Legion", interests=["bingo"], at=[PlaceFactory(lat=53.424, lon=-2.322)])
    up_to_date()
    found = told(NOTE, "--near", "M33", "--json")
    (match,) = found["matches"]  # type: ignore[misc]
    assert (match["id"], match["name"], match["stops"]) == (str(asset.uuid), "Sewing Circle", [])
    assert match["reasons"]
    assert match["score"] > 0


def test_what_would_stop_somebody_is_told_with_the_nearest_that_has_it(up_to_date: Callable[[], None]) -> None:
    steps, level = PlaceFactory(lat=53.424, lon=-2.322), PlaceFactory(lat=53.424, lon=-2.325)
    PlaceAccessFactory(place=steps, subject="step_free", state="no")
    PlaceAccessFactory(place=level, subject="step_free", state="yes")
    AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[steps])
    AssetFactory(name="Stitch at the Library", interests=["embroidery"], at=[level])
    up_to_date()
    stops = {
        each["name"]: each["stops"] for each in told(f"{NOTE} Uses a wheelchair.", "--near", "M33", "--json")["matches"]
    }  # type: ignore[attr-defined]
    assert stops["Stitch at the Library"] == []
    assert stops["Sewing Circle"][0].startswith("Not step-free. The nearest that has it: Stitch at the Library, ")


def test_others_in_the_note_get_answers_of_their_own(up_to_date: Callable[[], None]) -> None:
    here = PlaceFactory(lat=53.424, lon=-2.322)
    for name, interest in (("Sewing Circle", "embroidery"), ("Anglers", "fishing"), ("Bingo", "bingo")):
        AssetFactory(name=name, interests=[interest], at=[here])
    up_to_date()
    (dad,) = told(NOTE, "--near", "M33", "--json")["people_matches"]  # type: ignore[misc]
    assert (dad["who"], [each["name"] for each in dad["matches"]]) == ("dad", ["Anglers"])


def test_where_only_somebody_else_loves_something_the_answers_are_theirs(up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="Sing Along", interests=["sing-song"])
    up_to_date()
    answer = told("his dad has dementia and loves a sing-song", "--json")
    assert [each["name"] for each in answer["matches"]] == ["Sing Along"]  # type: ignore[attr-defined]


def test_who_comes_together_for_what_somebody_could_teach_comes_after_who_asks(up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="Crochet Corner", interests=["crochet"])
    AssetFactory(name="Teach crochet", kind="volunteer_role", interests=["crochet"])
    AssetFactory(name="Bowls", interests=["crown-green-bowls"])
    up_to_date()
    answer = told("could teach people to crochet", "--json")
    assert [each["name"] for each in answer["matches"]] == ["Teach crochet", "Crochet Corner"]  # type: ignore[attr-defined]


def test_the_parts_of_a_score_are_told_when_they_are_asked_for(up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322)])
    up_to_date()
    (match,) = told(NOTE, "--near", "M33", "--json", "--explain")["matches"]  # type: ignore[misc]
    assert sum(match["parts"].values()) == pytest.approx(match["score"], abs=0.01)
    assert "parts" not in told(NOTE, "--near", "M33", "--json")["matches"][0]  # type: ignore[index]


def test_it_says_when_another_engine_answered(up_to_date: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    AssetFactory(name="Sewing Circle", interests=["embroidery"])
    up_to_date()
    monkeypatch.setattr(whole_answer, "find", lambda *asked, **more: replace(find(*asked, **more), degraded=True))
    said = StringIO()
    call_command("match", NOTE, "--json", stdout=StringIO(), stderr=said)
    assert "did not answer" in said.getvalue()


def test_a_place_that_is_not_known_is_told() -> None:
    with pytest.raises(CommandError):
        call_command("match", NOTE, "--near", "QT44", "--json", stdout=StringIO(), stderr=StringIO())
