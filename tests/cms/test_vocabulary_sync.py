"""The product's interests in a council's database: added, corrected, and never over anything that the council did."""

import json
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms import vocabulary_sync
from cms.models import Asset, Interest, InterestRelation, ShippedInterest
from cms.vocabulary.reader import ShippedConcept, ShippedVocabulary, digest
from cms.vocabulary.upgrade import EDITED, from_content, plan, settled, to_content, weighed
from cms.vocabulary_sync import BROADER_WEIGHT, Synced, shipped_vocabulary, sync

TOP = ShippedConcept("making", "Making", icon="spool")
NEEDLEWORK = ShippedConcept("needlework", "Needlework", ("sewing",), ("a bit of sewing",), ("making",))
EMBROIDERY = ShippedConcept(
    "embroidery", "Embroidery", ("cross stitch",), ("samplers",), ("needlework",), (("quilting", 0.6),)
)
QUILTING = ShippedConcept("quilting", "Quilting", (), (), ("needlework",), (), (("embroidery", 0.4),), ("ukcat:AR1",))
FIRST = ShippedVocabulary("1", (TOP, NEEDLEWORK, EMBROIDERY, QUILTING))


@pytest.fixture
def empty(db):
    """A database without the product's own interests: emptied as a table is, since nothing hangs on them here."""
    with connection.cursor() as cursor:
        for model in (InterestRelation, Interest, ShippedInterest):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")


@pytest.fixture
def first(empty):
    assert sync(FIRST) == Synced(added=4)


def newer(*changed: ShippedConcept) -> ShippedVocabulary:
    """The next version of the file, with these concepts changed or added."""
    held = {concept.code: concept for concept in (*FIRST.concepts, *changed)}
    return ShippedVocabulary("2", tuple(held.values()))


def edges(code: str) -> set[tuple[str, str, float]]:
    rows = InterestRelation.objects.filter(source__code=code)
    return set(rows.values_list("kind", "target__code", "weight"))


def writes(captured: CaptureQueriesContext) -> list[str]:
    return [query["sql"] for query in captured if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]


class TestPlan:
    NEW = digest(EMBROIDERY)

    @pytest.mark.parametrize(
        ("row", "shipped", "step"),
        [
            pytest.param(None, None, "add", id="nobody has it"),
            pytest.param("council's own", None, "leave", id="the council has one of that code"),
            pytest.param("old", "old", "correct", id="untouched and out of date"),
            pytest.param(NEW, NEW, "leave", id="untouched and up to date"),
            pytest.param("edited", "old", "leave", id="edited"),
            pytest.param(EDITED, "old", "leave", id="unpublished or with a draft"),
            pytest.param(None, "old", "leave", id="removed"),
            pytest.param(NEW, "old", "leave", id="edited to what the file now says"),
        ],
    )
    def test_decides_from_three_digests(self, row, shipped, step):
        assert plan(EMBROIDERY, row, shipped) == step

    def test_edges_are_compared_in_any_order_and_only_to_what_is_there(self):
        one = replace(EMBROIDERY, related=(("quilting", 0.6), ("making", 0.3)))
        other = replace(EMBROIDERY, related=(("making", 0.3), ("quilting", 0.6), ("gone", 0.5)))
        codes = {"quilting", "making", "needlework"}
        assert digest(settled(one, codes)) == digest(settled(other, codes))

    def test_a_concept_survives_its_journey_through_json(self):
        quilting = weighed(QUILTING, 0.5)
        assert from_content(json.loads(json.dumps(to_content(quilting)))) == quilting


class TestTheProductsOwnWeight:
    """The file gives no weight for "is a kind of"; the product may change its mind about it."""

    def test_another_one_corrects_what_nobody_touched(self, first, monkeypatch):
        monkeypatch.setattr(vocabulary_sync, "BROADER_WEIGHT", 0.35)
        InterestRelation.objects.filter(source__code="quilting", kind="broader").update(weight=0.9)
        sync(newer())
        assert ("broader", "needlework", 0.35) in edges("embroidery")
        assert ("broader", "needlework", 0.9) in edges("quilting")


class TestFirstFile:
    def test_rows_hold_what_the_file_says(self, first):
        embroidery = Interest.objects.get(code="embroidery")
        assert (embroidery.label, embroidery.alternatives, embroidery.everyday) == (
            "Embroidery",
            ["cross stitch"],
            ["samplers"],
        )
        assert edges("embroidery") == {("broader", "needlework", BROADER_WEIGHT), ("related", "quilting", 0.6)}
        assert edges("quilting") == {("broader", "needlework", BROADER_WEIGHT), ("leads_to", "embroidery", 0.4)}
        assert Interest.objects.get(code="quilting").exact_match == "ukcat:AR1"
        assert Interest.objects.get(code="making").icon == "spool"

    def test_a_concept_of_the_councils_own_under_the_same_code_is_left(self, empty):
        Interest.objects.create(code="quilting", label="Patchwork")
        assert sync(FIRST) == Synced(added=3, left=1)
        assert Interest.objects.get(code="quilting").label == "Patchwork"
        assert edges("quilting") == set()
        assert ("related", "quilting", 0.6) in edges("embroidery")


class TestSecondRun:
    def test_writes_nothing_and_asks_once(self, first):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert sync(FIRST) == Synced(left=4)
        assert len(captured) == 1
        assert writes(captured) == []

    def test_also_when_the_council_edited_and_removed(self, first):
        Interest.objects.filter(code="embroidery").update(label="Stitching")
        Interest.objects.get(code="quilting").delete()
        sync(newer())
        with CaptureQueriesContext(connection) as captured:
            sync(newer())
        assert writes(captured) == []

    def test_a_file_that_changed_without_a_new_version_is_seen(self, first):
        changed = ShippedVocabulary("1", (TOP, NEEDLEWORK, replace(EMBROIDERY, label="Fancy work"), QUILTING))
        assert sync(changed).corrected == 1


class TestNewerFile:
    def test_adds_and_corrects_what_nobody_touched(self, first):
        lace = ShippedConcept("lace", "Lace", broader=("needlework",), related=(("embroidery", 0.5),))
        better = replace(EMBROIDERY, label="Embroidery and samplers", related=(("lace", 0.7),), icon="spool")
        assert sync(newer(better, lace)) == Synced(added=1, corrected=1, left=3)
        embroidery = Interest.objects.get(code="embroidery")
        assert (embroidery.label, embroidery.icon) == ("Embroidery and samplers", "spool")
        assert edges("embroidery") == {("broader", "needlework", BROADER_WEIGHT), ("related", "lace", 0.7)}
        assert edges("lace") == {("broader", "needlework", BROADER_WEIGHT), ("related", "embroidery", 0.5)}

    def test_corrects_again_and_again(self, first):
        for version, label in (("2", "One"), ("3", "Two"), ("4", "Three")):
            sync(ShippedVocabulary(version, (TOP, NEEDLEWORK, replace(EMBROIDERY, label=label), QUILTING)))
            assert Interest.objects.get(code="embroidery").label == label

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("label", "Fancywork"),
            ("alternative_labels", "cross stitch\nblackwork"),
            ("everyday_words", ""),
            ("alone_words", "stitch"),
            ("icon", "music"),
            ("exact_match", "https://example.org/embroidery"),
            ("live", False),
            ("has_unpublished_changes", True),
        ],
    )
    def test_an_edit_survives(self, first, field, value):
        Interest.objects.filter(code="embroidery").update(**{field: value})
        before = Interest.objects.filter(code="embroidery").values().get()
        sync(newer(replace(EMBROIDERY, label="Another", everyday=("another word",))))
        assert Interest.objects.filter(code="embroidery").values().get() == before

    def test_an_edit_taken_back_makes_it_the_products_again(self, first):
        Interest.objects.filter(code="embroidery").update(label="Fancywork")
        sync(newer(replace(EMBROIDERY, label="Second")))
        Interest.objects.filter(code="embroidery").update(label="Embroidery")
        third = ShippedVocabulary("3", (TOP, NEEDLEWORK, replace(EMBROIDERY, label="Third"), QUILTING))
        sync(third)
        assert Interest.objects.get(code="embroidery").label == "Third"

    def test_an_addition_survives(self, first):
        own = Interest.objects.create(code="whippets", label="Whippets")
        making = Interest.objects.get(code="making")
        InterestRelation.objects.create(source=own, kind="related", target=making, weight=0.3)
        sync(newer(ShippedConcept("whippets", "Whippet racing", icon="paw-print")))
        assert Interest.objects.get(code="whippets").label == "Whippets"
        assert edges("whippets") == {("related", "making", 0.3)}

    def test_a_removal_survives_and_does_not_make_its_neighbours_edited(self, first):
        Interest.objects.get(code="quilting").delete()
        sync(newer(replace(QUILTING, label="Quilts"), replace(EMBROIDERY, label="Second")))
        assert not Interest.objects.filter(code="quilting").exists()
        assert Interest.objects.get(code="embroidery").label == "Second"
        assert edges("embroidery") == {("broader", "needlework", BROADER_WEIGHT)}

    def test_an_edge_that_the_council_removed_stays_away(self, first):
        InterestRelation.objects.get(source__code="embroidery", kind="related").delete()
        sync(newer(replace(EMBROIDERY, label="Second")))
        assert edges("embroidery") == {("broader", "needlework", BROADER_WEIGHT)}
        assert Interest.objects.get(code="embroidery").label == "Embroidery"

    @pytest.mark.parametrize("kind", ["broader", "related"])
    def test_an_edge_that_the_council_weighed_keeps_its_weight(self, first, kind):
        InterestRelation.objects.filter(source__code="embroidery", kind=kind).update(weight=0.25)
        kept = edges("embroidery")
        sync(newer(replace(EMBROIDERY, label="Second")))
        assert edges("embroidery") == kept

    def test_an_edge_that_the_council_added_survives(self, first):
        embroidery, making = (Interest.objects.get(code=code) for code in ("embroidery", "making"))
        InterestRelation.objects.create(source=embroidery, kind="related", target=making, weight=0.2)
        sync(newer(replace(EMBROIDERY, label="Second")))
        assert ("related", "making", 0.2) in edges("embroidery")

    def test_a_concept_that_the_file_dropped_stays(self, first):
        sync(ShippedVocabulary("2", (TOP, NEEDLEWORK, replace(EMBROIDERY, related=()))))
        assert Interest.objects.filter(code="quilting").exists()


@pytest.mark.django_db
def test_migrate_leaves_the_products_vocabulary_and_no_asset():
    codes = {concept.code for concept in shipped_vocabulary().concepts}
    assert codes == set(Interest.objects.values_list("code", flat=True))
    assert not Asset.objects.exists()


@pytest.mark.wide
@pytest.mark.django_db
def test_migrate_again_writes_no_interest():
    with CaptureQueriesContext(connection) as captured:
        call_command("migrate", verbosity=0)
    assert [sql for sql in writes(captured) if "cms_interest" in sql or "cms_shipped" in sql] == []


@pytest.mark.wide
@pytest.mark.django_db(transaction=True)
def test_the_vocabulary_is_there_again_after_a_flush():
    call_command("flush", interactive=False, verbosity=0)
    assert Interest.objects.count() == len(shipped_vocabulary().concepts)
    assert sync(shipped_vocabulary()).added == 0


@pytest.mark.wide
@pytest.mark.django_db
def test_the_shipped_file_comes_back_from_the_database_as_it_is():
    """A second version corrects each concept in which it differs: none looks edited by how it is stored."""
    file = shipped_vocabulary()
    changed = {concept.code: replace(concept, label=f"{concept.label[:70]} (new)") for concept in file.concepts[::12]}
    newer = tuple(changed.get(concept.code, concept) for concept in file.concepts)
    assert sync(ShippedVocabulary("9999", newer)).corrected == len(changed)
