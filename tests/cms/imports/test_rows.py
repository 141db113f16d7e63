"""A row of somebody's file becomes a draft, or a sentence that says what to do about it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.imports.drafts import AssetDraft, PlaceDraft, RowProblem
from cms.imports.rows import TEXTS, read_row
from tests.examples import examples

# Every character there is, halves of pairs included: JSON can hold them.
TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
ODD = SCALAR | st.lists(SCALAR, max_size=3) | st.dictionaries(st.text(max_size=4), SCALAR, max_size=2)
FIELDS = (*TEXTS, "lat", "lon", "active", "taxonomy", "ukcat")


def draft_of(**row: Any) -> AssetDraft:
    read = read_row({"name": "Weavers' Table", **row}, source="directory.csv")
    assert isinstance(read, AssetDraft), read
    return read


def problem_of(**row: Any) -> str:
    read = read_row(row, source="directory.csv")
    assert isinstance(read, RowProblem)
    return read.reason


@given(st.dictionaries(st.sampled_from(FIELDS), ODD))
@settings(max_examples=examples(300))
def test_any_row_gives_a_draft_or_a_problem(row: dict[str, Any]) -> None:
    read = read_row(row, source="directory.csv")
    assert isinstance(read, AssetDraft | RowProblem)
    if isinstance(read, AssetDraft):
        content = read.content
        assert 0 < len(content.name) <= 250
        assert len(content.summary) <= 160
        assert 0 < len(read.ref) <= 250
        assert 0 < len(read.source) <= 250
        assert content.place is None or (content.place.lat is None) == (content.place.lon is None)
        assert read_row(row, source="directory.csv") == read
        assert len(content.digest) == 40
        kept = "".join((content.name, content.description, read.ref, read.source, *content.tags))
        assert "\x00" not in kept
        kept.encode("utf-8")


@pytest.mark.parametrize("name", [None, "", "   ", "N/A", "\x00"])
def test_a_row_without_a_name_is_told(name: Any) -> None:
    assert problem_of(name=name) == "There is no name. Write what it is called in the field “name”."


def test_a_name_that_is_no_text_is_told() -> None:
    assert problem_of(name=["a", "b"]) == "“name” is not a text. Write it as one."


def test_an_unreadable_active_is_told() -> None:
    assert problem_of(name="Sewing", active="perhaps") == (
        "“active” is 'perhaps'. Write true or false, or leave it empty."
    )


def test_the_first_sentence_is_the_summary() -> None:
    content = draft_of(description="We sew on Tuesdays. Bring nothing; we have needles.").content
    assert content.summary == "We sew on Tuesdays."
    assert content.description == "We sew on Tuesdays. Bring nothing; we have needles."


def test_one_sentence_is_not_said_twice() -> None:
    content = draft_of(description="We sew on Tuesdays.").content
    assert (content.summary, content.description) == ("We sew on Tuesdays.", "")


def test_a_long_first_sentence_is_cut_on_a_word() -> None:
    content = draft_of(description="We sew " + "and sew " * 60 + "on Tuesdays.").content
    assert len(content.summary) <= 160
    assert content.summary.endswith("sew…")
    assert content.description.endswith("on Tuesdays.")


def test_purposes_are_read_where_there_is_no_description() -> None:
    draft = draft_of(id="GB-CHC-1", description=None, objects="TO TEACH WEAVING IN LEEDS.")
    assert draft.content.summary == "To teach weaving in Leeds."
    assert draft_of(description="We weave.", objects="TO TEACH.").content.summary == "We weave."


def test_what_it_is_sorted_under_speaks_where_nothing_else_does() -> None:
    assert draft_of(taxonomy=["library", "Bolton"]).content.summary == "Library, Bolton"
    assert draft_of(id="GB-CHC-1", taxonomy=["Other"]).content.summary == ""


def test_a_very_long_text_is_cut_and_said() -> None:
    draft = draft_of(description="x" * 50 + " word" * 10_000)
    assert len(draft.content.description) <= 10_000
    assert draft.notes == ("description was longer than 10,000 letters and was cut",)


def test_a_schedule_stays_words() -> None:
    content = draft_of(schedule="Tuesdays 2pm\nFridays by appointment", cost="£2").content
    assert content.opening_words == "Tuesdays 2pm\nFridays by appointment"
    assert (content.cost, content.cost_pence) == ("paid", 200)
    assert draft_of(schedule="Not known").content.opening_words == ""


def test_an_organisation_that_is_the_thing_itself_is_not_named_again() -> None:
    assert draft_of(organisation="WEAVERS' TABLE").content.organisation == ""
    assert draft_of(organisation="Barking and Dagenham").content.organisation == "Barking and Dagenham"


def test_an_id_is_made_where_there_is_none_and_stays() -> None:
    one, again = draft_of(postcode="M33 7ZF").ref, draft_of(postcode="M33 7ZF", description="New words.").ref
    assert one == again
    assert one.startswith("made-")
    assert one != draft_of(postcode="M33 7ZG").ref


def test_numbers_as_text_and_text_as_numbers() -> None:
    draft = draft_of(id=17, lat="53.42", lon="-2,32", cost=3, postcode="m337zf")
    assert draft.ref == "17"
    assert draft.content.place == PlaceDraft("", "M33 7ZF", 53.42, -2.32, "exact")
    assert draft.content.cost_pence == 300


@pytest.mark.parametrize(
    "row",
    [
        {"id": "GB-CHC-1000003"},
        {"id": "7", "register": "OSCR"},
        {"id": "7", "source": "Register of charities"},
    ],
)
def test_a_charity_is_cut_to_its_sector(row: dict[str, Any]) -> None:
    draft = draft_of(
        **row, address="4 Carder Street", postcode="M33 7ZF", lat=53.424511, lon=-2.324412,
        description="Write to us at M33 7ZF.",
    )  # fmt: skip
    assert draft.content.place == PlaceDraft("", "M33 7", None, None, "sector")
    assert "7ZF" not in repr(draft)
    assert draft.cut_to_sector


def test_a_sectors_own_middle_is_kept() -> None:
    draft = draft_of(
        id="GB-CHC-1", postcode_sector="M33 7", lat=53.42, lon=-2.32, latlon_from="postcode sector centroid"
    )
    assert draft.content.place == PlaceDraft("", "M33 7", 53.42, -2.32, "sector")


def test_a_charity_with_only_a_point_is_known_to_a_kilometre() -> None:
    draft = draft_of(id="GB-CHC-1", lat=53.424511, lon=-2.324412)
    assert draft.content.place == PlaceDraft("", "", 53.42, -2.32, "sector")


def test_a_source_that_the_council_marked_is_cut_too() -> None:
    read = read_row(
        {"name": "Sewing", "postcode": "M33 7ZF", "source": "Our list"}, source="x", cut_sources=frozenset({"Our list"})
    )
    assert isinstance(read, AssetDraft)
    assert read.content.place == PlaceDraft("", "M33 7", None, None, "sector")


def test_a_bad_postcode_or_website_is_left_out_and_said() -> None:
    draft = draft_of(postcode="behind the Co-op", url="ask Jean")
    assert draft.content.place is None
    assert draft.content.url == ""
    assert set(draft.notes) == {
        "the postcode is not a postcode and was left out",
        "the website is not an address that opens and was left out",
    }


def test_a_food_banks_way_in_is_said_without_its_lists_label() -> None:
    assert (
        draft_of(description="Referral: Open door", taxonomy=["food bank"]).content.summary == "How to come: Open door"
    )
    assert draft_of(description="Referral: Not known", taxonomy=["food bank"]).content.summary == "Food bank"
    assert "eferral" not in draft_of(description="Referral: Referral only").content.summary


def test_the_digest_names_the_content() -> None:
    assert draft_of(cost="Free").content.digest == draft_of(cost="free ").content.digest
    assert draft_of(cost="Free").content.digest != draft_of(cost="£1").content.digest
