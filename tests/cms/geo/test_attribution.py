"""The words that the licences ask for are there, the same on paper and as data."""

from pathlib import Path

import cms.geo
from cms.geo.attribution import ATTRIBUTIONS

PAPER = (Path(cms.geo.__file__).parent / "ATTRIBUTION.md").read_text(encoding="utf-8")


def test_the_statements_of_the_licences_are_word_for_word() -> None:
    said = {statement for source in ATTRIBUTIONS for statement in source.statements}
    assert {
        "Contains OS data © Crown copyright and database right 2025",
        "Contains Royal Mail data © Royal Mail copyright and database right 2025",
        "Contains National Statistics data © Crown copyright and database right 2025",
    } < said


def test_paper_and_data_say_the_same() -> None:
    for source in ATTRIBUTIONS:
        assert source.name in PAPER
        assert source.licence in PAPER
        assert source.licence_url in PAPER
        assert all(f"\n{statement}\n" in PAPER for statement in source.statements)


def test_every_source_can_be_shown_as_a_link() -> None:
    assert {source.licence for source in ATTRIBUTIONS} == {
        "Open Government Licence v3.0",
        "Creative Commons Attribution 4.0",
    }
    assert all(url.startswith("https://") for it in ATTRIBUTIONS for url in (it.licence_url, it.source_url))
