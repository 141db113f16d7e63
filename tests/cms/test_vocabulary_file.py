"""The interests that the product ships with: the real file is whole, and a broken one says what is wrong with it."""

import json
import re
from collections import Counter
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cms.vocabulary.ambiguous import AMBIGUOUS, means_too_much
from cms.vocabulary.reader import DEFAULT, ShippedConcept, ShippedVocabulary, digest, read_vocabulary
from search.stems import stem, stems

TOPS = [
    ("making-and-mending", "Making and mending", "spool"),
    ("singing-and-playing", "Singing and playing", "music"),
    ("growing-things", "Growing things", "sprout"),
    ("eating-together", "Eating together", "soup"),
    ("walking-and-moving", "Walking and moving", "footprints"),
    ("animals", "Animals", "paw-print"),
    ("finding-things-out", "Finding things out", "book-open"),
    ("sitting-and-chatting", "Sitting and chatting", "coffee"),
]
ORIGINS = {
    "OpenActive activity list": "https://openactive.io/activity-list#",
    "UK Charity Activity Tags": "ukcat:",
    "WordNet 3.1": "http://wordnet-rdf.princeton.edu/id/",
}
EDGES = ("broader", "related", "leads_to")
TOP = {"code": "making", "label": "Handicraft", "icon": "spool"}
BELOW = {"code": "sewing", "label": "Sewing", "broader": ["making"]}


@pytest.fixture(scope="module")
def shipped() -> ShippedVocabulary:
    return read_vocabulary()


def test_the_file_holds_at_least_1500_interests_under_eight_top_ones(shipped: ShippedVocabulary) -> None:
    assert len(shipped.concepts) >= 1_500
    assert [(top.code, top.label, top.icon) for top in shipped.tops()] == TOPS
    assert [concept.code for concept in shipped.concepts[:8]] == [code for code, _, _ in TOPS]


def test_every_interest_has_words_for_listings_and_for_talk(shipped: ShippedVocabulary) -> None:
    thin = [
        concept.code
        for concept in shipped.concepts
        if not 2 <= len(concept.alternative) <= 8 or not 2 <= len(concept.everyday) <= 24
    ]
    assert thin == []


def test_a_label_fits_on_a_chip(shipped: ShippedVocabulary) -> None:
    assert [concept.label for concept in shipped.concepts if len(concept.label) > 55] == []


def test_one_concept_stands_on_one_line(shipped: ShippedVocabulary) -> None:
    lines = [line for line in DEFAULT.read_text(encoding="utf-8").splitlines() if '"code"' in line]
    assert [json.loads(line.rstrip(","))["code"] for line in lines] == [concept.code for concept in shipped.concepts]


def test_the_file_says_where_its_ids_are_from(shipped: ShippedVocabulary) -> None:
    about = json.loads(DEFAULT.read_text(encoding="utf-8"))["about"]
    assert "OpenActive, CC BY 4.0" in about
    assert "charity-classification/ukcat, CC BY 4.0" in about
    assert "WordNet licence" in about
    ids = [exact for concept in shipped.concepts for exact in concept.exact]
    assert [exact for exact in ids if not exact.startswith(tuple(ORIGINS.values()))] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("joiner", "joinery"),
        ("sparky", "electrical-trades"),
        ("fettling", "mens-shed"),
        ("spuds", "vegetable-growing"),
        ("whippets", "whippets"),
        ("pigeon loft", "pigeons"),
        ("brass banding", "brass-band"),
        ("am-dram", "amateur-dramatics"),
        ("do a bit of knitting", "knitting"),
        ("somewhere warm with a cup of tea", "warm-space"),
        ("could drive", "driving-for-others"),
        ("goes to mosque", "muslim-life"),
        ("dominoes down the pub", "domino-games"),
    ],
)
def test_people_are_understood_in_their_own_words(shipped: ShippedVocabulary, said: str, code: str) -> None:
    assert [concept.code for concept in shipped.concepts if said in concept.words()] == [code]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("joinery", "mens-shed"),
        ("dressmaking", "sewing"),
        ("nursing-work", "befriending-others"),
        ("nursing-work", "first-aid"),
        ("driving-work", "driving-for-others"),
        ("book-keeping", "treasurer"),
        ("embroidery", "knit-and-natter"),
        ("carers-breaks", "walking-groups"),
    ],
)
def test_a_past_or_a_love_leads_somewhere(shipped: ShippedVocabulary, start: str, end: str) -> None:
    by_code = {concept.code: concept for concept in shipped.concepts}
    steps = {start}
    for _ in range(2):
        steps |= {near for code in steps for near in _near(by_code[code])}
    assert end in steps


def _near(concept: ShippedConcept) -> set[str]:
    return {*concept.broader, *(code for code, _ in (*concept.related, *concept.leads_to))}


def test_no_word_of_every_visit_note_stands_alone_as_an_interest(shipped: ShippedVocabulary) -> None:
    """By stems too, as people's words are read: "rowing" alone would make an interest of every row of houses."""
    alone = {
        found[0]: concept.code
        for concept in shipped.concepts
        for word in concept.words()
        if len(found := stems(word)) == 1
    }
    ordinary = {stem(word) for word in AMBIGUOUS}
    assert {word: code for word, code in alone.items() if word in ordinary} == {}


@pytest.mark.parametrize("word", ["rowing", "evacuated", "carols", "clubbing", "policing", "banks", "swallows"])
def test_a_word_that_means_too_much_is_known_in_all_its_parts(word: str) -> None:
    assert means_too_much(word)


@pytest.mark.parametrize("word", ["embroidery", "thatching roofs", "karaoke", "sparky", "wool shop", "bread making"])
def test_a_telling_word_or_two_words_mean_enough(word: str) -> None:
    assert not means_too_much(word)


def test_no_two_interests_meet_in_one_phrase_unless_they_are_rivals_for_it(shipped: ShippedVocabulary) -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for concept in shipped.concepts:
        for word in (*concept.words(), *concept.alone):
            owners.setdefault(stems(word), set()).add(concept.code)
    rivals = {stems(word): set(codes) for word, codes in shipped.rivals}
    assert {phrase: codes for phrase, codes in owners.items() if len(codes) > 1} == rivals


def test_at_least_600_were_written_for_connector_and_many_lead_on(shipped: ShippedVocabulary) -> None:
    """The rest are the same as an activity or topic of one of the open lists."""
    assert sum(not concept.exact for concept in shipped.concepts) >= 600
    assert sum(bool(concept.leads_to) for concept in shipped.concepts) >= 200


def test_the_reference_tells_the_counts_as_they_are(shipped: ShippedVocabulary) -> None:
    page = (Path(settings.BASE_DIR) / "docs/reference/vocabulary.md").read_text(encoding="utf-8")
    origins = Counter(_origin(concept.exact[0]) if concept.exact else "written" for concept in shipped.concepts)
    ids = Counter(_origin(exact) for concept in shipped.concepts for exact in concept.exact)
    edges = {name: sum(len(getattr(each, name)) for each in shipped.concepts) for name in EDGES}
    assert f"Version {shipped.version}." in page
    assert f"| written for Connector | {origins['written']:,} | - |" in page
    for origin in ORIGINS:
        assert f"| {origin} | {origins[origin]:,} | {ids[origin]:,} |" in page
    assert f"| **all** | **{len(shipped.concepts):,}** | {sum(ids.values()):,} |" in page
    assert [name for name, count in edges.items() if f"(`{name}`) | {count:,} |" not in page] == []


def _origin(exact: str) -> str:
    return next(origin for origin, start in ORIGINS.items() if exact.startswith(start))


BROKEN: dict[str, tuple[list[Any], str]] = {
    "no code": ([{"label": "Sewing"}], 'every concept needs a "code"'),
    "not a concept": (["sewing"], 'every concept needs a "code": sewing'),
    "a code in capitals": ([TOP | {"code": "Making things"}], "Making things: a code is lower-case letters"),
    "no label": ([{"code": "making", "icon": "spool"}], 'making: "label" needs some text, not None'),
    "unknown field": ([TOP | {"narrower": []}], "making: no such field: narrower"),
    "words not in a list": ([TOP | {"everyday": "sewing"}], "making: \"everyday\" needs a list, not 'sewing'"),
    "an empty word": ([TOP | {"everyday": [" "]}], "making: \"everyday\" needs some text, not ' '"),
    "a code twice": ([TOP, TOP], "making: two concepts have this code"),
    "no icon at the top": ([{"code": "making", "label": "Making"}], "making: a concept at the top needs an icon"),
    "broader is missing": ([TOP, BELOW | {"broader": ["craft"]}], 'sewing: "broader" names craft, which is not in'),
    "related is missing": ([TOP, BELOW | {"related": [["quilts", 0.5]]}], 'sewing: "related" names quilts, which is'),
    "leads nowhere": ([TOP, BELOW | {"leads_to": [["quilts", 0.5]]}], 'sewing: "leads_to" names quilts, which is'),
    "itself": ([TOP, BELOW | {"related": [["sewing", 0.5]]}], 'sewing: names itself in "related"'),
    "named twice": ([TOP, BELOW | {"broader": ["making", "making"]}], 'sewing: "broader" names making twice'),
    "no weight": ([TOP, BELOW | {"related": ["making"]}], 'sewing: "related" holds [code, weight] pairs, not making'),
    "too heavy": ([TOP, BELOW | {"related": [["making", 0.95]]}], 'sewing: the weight of making in "related" must be'),
    "too light": ([TOP, BELOW | {"leads_to": [["making", 0.1]]}], 'sewing: the weight of making in "leads_to" must'),
    "a cycle": (
        [TOP, BELOW | {"broader": ["quilts"]}, {"code": "quilts", "label": "Quilts", "broader": ["sewing"]}],
        "sewing: is above itself, by way of quilts",
    ),
    "a label twice": ([TOP, BELOW | {"label": "handicraft"}], 'sewing: "handicraft" already stands in making'),
    "a word in two": (
        [TOP | {"everyday": ["Old Singer"]}, BELOW | {"alternative": ["old-singer"]}],
        'sewing: "old-singer" already stands in making',
    ),
    "a word that means too much": (
        [TOP | {"everyday": ["bank"]}],
        'making: "bank" means too much to be recognised inside a sentence',
    ),
    "a word twice in one": ([TOP | {"everyday": ["fettle", "Fettle"]}], 'making: "Fettle" already stands in making'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_names_the_concept_and_the_fault(tmp_path: Path, name: str) -> None:
    concepts, message = BROKEN[name]
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        read_vocabulary(_file(tmp_path, {"version": "1", "concepts": concepts}))


LEEKS = [TOP | {"everyday": ["show leeks"]}, BELOW | {"everyday": ["show leeks"]}]


def test_rivals_may_both_have_a_word(tmp_path: Path) -> None:
    read = read_vocabulary(
        _file(tmp_path, {"version": "1", "rivals": {"show leeks": ["making", "sewing"]}, "concepts": LEEKS})
    )
    assert read.rivals == (("show leeks", ("making", "sewing")),)


@pytest.mark.parametrize(
    ("rivals", "message"),
    [
        ({"show leeks": ["making"]}, 'making: a rival for "show leeks" without another'),
        ({"show leeks": ["making", "gone"]}, 'gone: marked as a rival for "show leeks", which it does not have'),
        ({"leeks": ["making", "sewing"]}, 'making: marked as a rival for "leeks", which it does not have'),
        ({}, 'sewing: "show leeks" already stands in making'),
        ([], 'interests.json: "rivals" needs an object of words'),
        ({"show leeks": "making"}, 'show leeks: "rivals" needs a list'),
    ],
)
def test_a_marking_that_is_wrong_is_named(tmp_path: Path, rivals: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        read_vocabulary(_file(tmp_path, {"version": "1", "rivals": rivals, "concepts": LEEKS}))


@pytest.mark.parametrize("held", [[], {"concepts": []}, {"version": "1"}, {"version": "1", "concepts": {}}])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, held: Any) -> None:
    with pytest.raises(ValueError, match=r'interests\.json must hold "version" and a list of "concepts"'):
        read_vocabulary(_file(tmp_path, held))


def test_a_file_that_is_not_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "interests.json"
    path.write_text('{"version": ', encoding="utf-8")
    with pytest.raises(ValueError, match=r"interests\.json is not JSON"):
        read_vocabulary(path)


def test_a_small_file_reads_as_it_is_written(tmp_path: Path) -> None:
    row = BELOW | {"alternative": ["needlework"], "leads_to": [["making", 0.5]], "exact": ["ukcat:AR104"]}
    read = read_vocabulary(_file(tmp_path, {"version": "7", "about": "A test.", "concepts": [TOP, row]}))
    assert read.version == "7"
    assert read.tops() == (ShippedConcept("making", "Handicraft", icon="spool"),)
    assert read.concepts[1] == ShippedConcept(
        code="sewing",
        label="Sewing",
        alternative=("needlework",),
        broader=("making",),
        leads_to=(("making", 0.5),),
        exact=("ukcat:AR104",),
    )


def test_nobody_can_change_what_was_read(shipped: ShippedVocabulary) -> None:
    with pytest.raises(FrozenInstanceError):
        shipped.concepts[0].label = "Something else"  # type: ignore[misc]


def test_the_digest_tells_content_apart(shipped: ShippedVocabulary) -> None:
    assert digest(shipped.concepts[0]) == digest(read_vocabulary().concepts[0])
    digests = {digest(concept) for concept in shipped.concepts}
    assert len(digests) == len(shipped.concepts)
    first = shipped.concepts[0]
    changes = (replace(first, label="Other"), replace(first, leads_to=()), replace(first, everyday=("other",)))
    assert digests.isdisjoint(digest(changed) for changed in changes)


def test_the_digest_stays_the_same_from_release_to_release() -> None:
    assert digest(ShippedConcept("making", "Making", icon="spool")) == "899028b7a02073f5"


def _file(folder: Path, held: Any) -> Path:
    path = folder / "interests.json"
    path.write_text(json.dumps(held), encoding="utf-8")
    return path
