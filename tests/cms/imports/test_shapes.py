"""Directories of other people's making, understood without a hand: what each of their listings comes to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cms.costs import Price
from cms.imports.directory import Directory
from cms.imports.drafts import AssetDraft
from cms.imports.mapping.chosen import MappingProblem, read_lines
from cms.imports.rows import read_row
from tests.cms.imports import shapes


@pytest.fixture
def listings(tmp_path: Path) -> Callable[..., dict[str, AssetDraft]]:
    """Make a shape's files and read them; drafts by name."""

    def read(make: Callable[[Path], Path], mapping: str = "", **more: Any) -> dict[str, AssetDraft]:
        folder = (
            tmp_path
            if make not in (shapes.open_referral, shapes.by_names, shapes.short_headings)
            else tmp_path / "tables"
        )
        path = make(folder)
        directory = Directory([(path, path.name)], read_lines(mapping))
        drafts = [read_row(row.values or {}, source="Ours", **more) for row in directory.rows()]
        assert all(isinstance(draft, AssetDraft) for draft in drafts)
        return {draft.content.name: draft for draft in drafts if isinstance(draft, AssetDraft)}

    return read


def when(draft: AssetDraft) -> list[str]:
    return sorted(
        f"{'+'.join(each.days)} {each.start:%H%M}{f'-{each.end:%H%M}' if each.end else ''}"
        f"{' term' if each.term_time else ''}{f' at {each.place_at}' if each.place_at else ''}"
        for each in draft.content.sessions
    )


def facts(draft: AssetDraft) -> dict[str, str]:
    return {fact.subject: fact.state for fact in draft.content.access}


def test_open_referral_tables(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.open_referral)
    assert set(found) == {"Sewing circle", "Toddler music", "Weaving class"}
    sewing, music = found["Sewing circle"], found["Toddler music"]
    assert when(sewing) == ["TH 1830-2000 at 2", "TU 1000-1200 at 1"]
    assert [(place.address, place.postcode) for place in sewing.content.places] == [
        ("1 Loom Street, Tenterclough", "ZM1 2SA"), ("Church Lane, Tenterclough", "ZM1 2SB"),
    ]  # fmt: skip
    assert (sewing.place_name, sewing.more_place_names) == ("Weavers Hall", ("St Oswin's Hall",))
    assert [(who.name, who.role, who.phone) for who in sewing.content.contacts] == [("Jean", "Leader", "01632 960111")]
    assert set(sewing.content.prices) == {Price(350), Price(200, concession=True)}
    assert (sewing.content.cost, sewing.content.cost_pence) == ("paid", 350)
    assert (sewing.content.organisation, sewing.content.tags) == ("Brindle Arts", ("Crafts",))
    assert facts(sewing) == {"step_free": "yes", "toilet_with_rails": "yes"}
    assert sewing.words["reviews.csv: score"] == "5"
    assert when(music) == ["MO+WE 0930-1100 term"]
    assert (music.content.cost, music.content.max_age, music.content.tags) == ("free", 4, ())
    assert not found["Weaving class"].active


def test_a_community_directory(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.community_directory)
    tea, loom, walkers = found["Brindle Café Club"], found["Loom Society"], found["Walkers"]
    assert when(tea) == ["MO+WE+FR 0930-1100"]
    assert (tea.content.summary, tea.content.min_age, tea.content.cost_pence) == ("Tea – and talk.", 50, 250)
    assert (tea.content.places[0].address, tea.place_name) == ("1 Loom St, Tenterclough", "Weavers Hall")
    assert tea.content.url == "http://www.brindle.example"
    assert [who.phone for who in loom.content.contacts] == ["01632960112", "01632 960113"]
    assert (loom.content.sessions[0].weeks_of_month, loom.content.cost) == ((1,), "free")
    assert (walkers.content.sessions, walkers.content.opening_words) == ((), "Varies, ring first")
    assert (walkers.content.cost, walkers.content.place) == ("donation", None)


def test_a_family_information_service(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.family_services)
    play, massage = found["Stay and Play"], found["Baby Massage"]
    assert (play.ref, play.content.organisation, when(play)) == ("1001", "Little Steps", ["MO 0930-1130 term"])
    assert when(massage) == ["TU 1300-1400"]
    assert (massage.content.kind, massage.content.max_age) == ("activity", 1)
    assert facts(massage) == {"step_free": "no", "toilet_with_rails": "partly"}
    assert play.content.place is not None
    assert (play.content.place.lat, play.content.place.lon) == (53.7354, -2.0462)
    assert [(who.name, who.phone) for who in play.content.contacts] == [("Jean", "01632960114")]
    assert "Carder Street" not in repr(play.content)
    assert "Contact Address" not in play.words
    assert any("wrong way round" in note for note in play.notes)


def test_a_workbook_with_merged_headings(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.workbook)
    assert set(found) == {"Sewing Bee", "Chess Club", "Both Halls"}
    assert {name: when(draft) for name, draft in found.items()} == {
        "Sewing Bee": ["MO 1000-1200"], "Chess Club": ["WE 1900-2130"], "Both Halls": ["FR 1330-1500", "SA 1030-1200"],
    }  # fmt: skip
    assert {each.first for each in found["Both Halls"].content.sessions} >= {date(2026, 1, 9)}
    assert (found["Chess Club"].ref, found["Chess Club"].place_name, facts(found["Chess Club"])) == (
        "2", "Library", {"step_free": "no"},
    )  # fmt: skip
    assert found["Both Halls"].content.tags == ("Games", "Crafts")


def test_tables_joined_by_names(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.by_names)
    assert set(found) == {"Pottery", "Life drawing", "Bingo", "Tea"}
    pottery, drawing, bingo = found["Pottery"], found["Life drawing"], found["Bingo"]
    assert pottery.content.place is not None
    assert (pottery.content.place.postcode, pottery.content.url) == ("ZM1 2SA", "http://brindle.example.org")
    assert [(who.phone, who.email) for who in pottery.content.contacts] == [("01632 960118", "jean@x.example")]
    assert pottery.content.cost_words == "£5 (£3 concessions)"
    assert (drawing.content.sessions, drawing.content.opening_words) == ((), "Every other Monday 7pm")
    assert facts(drawing) == {"step_free": "yes", "parking": "no"}
    assert pottery.words == {"Parking": "On street"}
    assert (bingo.content.organisation, bingo.content.min_age, when(bingo)) == ("St Oswin's Club", 60, ["FR 1400-1600"])
    assert bingo.content.place is not None
    assert bingo.content.place.address == "Somewhere Else"


def test_headings_that_nobody_knows(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.unknown_headings)
    tea = found["Tea and Tunes"]
    assert (tea.ref, tea.content.place and tea.content.place.postcode) == ("A1", "ZM1 2SA")
    assert tea.content.place is not None
    assert tea.content.place.address == "Weavers Hall, Loom Street"
    assert [(who.phone, who.email) for who in tea.content.contacts] == [("01632 960115", "t@x.example")]
    assert tea.content.summary.startswith("Old songs")
    assert tea.content.opening_words == "Tuesdays"


def test_headings_in_short(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    paint = listings(shapes.short_headings)["Paint Club"]
    assert (paint.ref, paint.place_name, paint.content.organisation) == ("1", "Weavers Hall", "Brindle Arts")
    assert when(paint) == ["MO 1000-1200", "TH 1400-1600"]
    assert (paint.content.tags, paint.content.cost_pence, paint.content.min_age) == (("Art", "Craft"), 300, 18)
    assert paint.content.place is not None
    assert paint.content.place.address == "1 Loom Street, Tenterclough"


def test_a_list_of_organisations(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.voluntary_sector)
    knitters, walkers = found["Brindle Knitters"], found["Sunrise Walkers"]
    assert (knitters.content.tags, when(knitters)) == (("Crafts",), ["WE 1400-1600"])
    assert "Carder Street" not in repr(knitters)
    assert [who.phone for who in knitters.content.contacts] == ["01632 960130", "01632 960131"]
    assert walkers.content.opening_words == "Every Saturday at 10am, meet at the gate"
    assert walkers.content.min_age == 50


def test_what_somebody_chose_holds(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.unknown_headings, "Wk = who_for\nBlurb = skip\nodd.tsv / Whither = keep")
    tea = found["Tea and Tunes"]
    assert (tea.content.who_for, tea.content.summary, tea.words) == (
        "Tuesdays", "", {"Whither": "Weavers Hall, Loom Street"},
    )  # fmt: skip


def test_a_heading_with_a_stroke_of_its_own() -> None:
    found = read_lines("Day / time = schedule\n# a remark\nsessions.csv / Day / time = keep")
    assert found["", "day time"] == "schedule"
    assert found["sessions csv", "day time"] == "keep"


@pytest.mark.parametrize("line", ["Venue", "Venue = nothing like it", " = name"])
def test_a_line_that_is_no_answer_is_told(line: str) -> None:
    with pytest.raises(MappingProblem, match="Line 1: "):
        read_lines(line)


def test_a_source_whose_addresses_may_be_homes_stays_about(listings: Callable[..., dict[str, AssetDraft]]) -> None:
    found = listings(shapes.community_directory, cut_sources=frozenset({"Ours"}))
    tea = found["Brindle Café Club"]
    assert tea.content.place is not None
    assert (tea.content.place.address, tea.content.place.postcode, tea.place_name) == ("", "ZM1 2", "")
    assert {who.visibility for who in tea.content.contacts} == {"partner"}
