"""The vocabulary taken out and brought back: nothing is lost, and a file that is wrong says where."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from cms.models import Interest
from cms.vocabulary.concept import ShippedConcept
from cms.vocabulary.exchange import from_csv, from_json_ld, to_csv, to_json_ld
from cms.vocabulary.reader import ShippedVocabulary, read_vocabulary
from cms.vocabulary.upgrade import weighed
from cms.vocabulary_files import BroughtIn, bring_in, taken_out
from cms.vocabulary_rows import as_concept
from cms.vocabulary_sync import shipped_vocabulary, sync

SCHEME = "https://catalogue.example/api/interests"
LEEKS = ShippedConcept(
    "show-leeks",
    'Leeks, "pot" and blanch',
    alternative=("leek show",),
    everyday=("pot leeks, mind",),
    broader=("growing@0.35",),
    related=(("allotments", 0.7),),
    leads_to=(("shows", 0.85), ("teaching", 0.2)),
    exact=("ukcat:AR1", "https://openactive.io/activity-list#x"),
    icon="sprout",
    alone=("leeks",),
)


@pytest.fixture(scope="module")
def shipped() -> tuple[ShippedConcept, ...]:
    return tuple(weighed(concept, 0.5) for concept in read_vocabulary().concepts)


def test_the_whole_vocabulary_comes_back_from_a_table(shipped: tuple[ShippedConcept, ...]) -> None:
    assert from_csv(to_csv(shipped)) == shipped


def test_the_whole_vocabulary_comes_back_from_json_ld(shipped: tuple[ShippedConcept, ...]) -> None:
    assert from_json_ld(to_json_ld(shipped, scheme=SCHEME)) == shipped


def test_one_with_everything_comes_back_from_both() -> None:
    assert from_csv(to_csv([LEEKS])) == (LEEKS,)
    assert from_json_ld(to_json_ld([LEEKS], scheme=SCHEME)) == (LEEKS,)
    lighter = replace(LEEKS, leads_to=(("shows", 0.8), ("teaching", 0.2)))
    assert from_csv(to_csv([lighter])) != (LEEKS,)


def test_json_ld_says_in_skos_what_skos_can_say() -> None:
    (node,) = json.loads(to_json_ld([LEEKS], scheme=SCHEME))["@graph"]
    assert node["broader"] == [f"{SCHEME}/growing"]
    assert node["exactMatch"] == ["https://openactive.io/activity-list#x"]
    assert node["altLabel"] == ["leek show"]
    assert node["hiddenLabel"] == ["pot leeks, mind"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code,label\na,A\n", "there is no column alone, alternative"),
        (to_csv([LEEKS]).replace("allotments 0.7", "allotments"), 'show-leeks: "allotments" should be a code'),
        (to_csv([replace(LEEKS, label=" ")]), "show-leeks: needs a code and a label"),
    ],
)
def test_a_table_that_is_wrong_says_where(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        from_csv(text)


@pytest.mark.parametrize("text", ["{}", '{"@graph": [{"notation": "a"}]}', "[]", "not JSON"])
def test_json_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no vocabulary|Expecting value"):
        from_json_ld(text)


@pytest.fixture
def embroidery(db: None) -> Interest:
    return Interest.objects.get(code="embroidery")


class TestTheCouncilsOwn:
    @pytest.mark.parametrize("form", ["csv", "json-ld"])
    def test_out_and_in_again_changes_nothing(
        self, embroidery: Interest, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        call_command("export_interests", format=form)
        path = tmp_path / f"interests.{form}"
        path.write_text(capsys.readouterr().out, encoding="utf-8")
        call_command("import_interests", path)
        assert capsys.readouterr().out == f"0 added, 0 changed, {Interest.objects.count():,} as they were.\n"

    def test_what_was_worked_on_comes_in_with_its_weights_and_is_the_councils(self, embroidery: Interest) -> None:
        own = replace(LEEKS, code="x-leeks", broader=("embroidery@0.35",), related=(), leads_to=(("quilting", 0.85),))
        changed = replace(
            as_concept(embroidery), everyday=("samplers all round the room",), leads_to=(("x-leeks", 0.9),)
        )
        assert bring_in([own, changed]) == BroughtIn(added=1, changed=1)
        assert bring_in([own, changed]) == BroughtIn(same=2)
        assert {own, changed} <= set(taken_out())
        sync(ShippedVocabulary("9999", tuple(replace(each, icon="x") for each in shipped_vocabulary().concepts[:40])))
        embroidery.refresh_from_db()
        assert embroidery.everyday == ["samplers all round the room"]

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"related": (("gone", 0.5),)}, '"related" names gone'),
            ({"related": (("quilting", 1.5),)}, "the weight of quilting must be above 0 and at most 1"),
            ({"broader": ("embroidery@0.5",)}, 'names itself in "broader"'),
        ],
    )
    def test_a_file_that_is_wrong_changes_nothing(
        self, embroidery: Interest, change: dict[str, Any], message: str
    ) -> None:
        with pytest.raises(ValueError, match=f"^embroidery: {message}"):
            bring_in([replace(as_concept(embroidery), label="Fancy", **change)])
        embroidery.refresh_from_db()
        assert embroidery.label == "Embroidery"
