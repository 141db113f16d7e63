"""The vocabulary for others: the same in JSON-LD and in Turtle, nothing that is not live, nothing lost."""

import json
import re

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from cms.models import Interest, InterestRelation
from cms.vocabulary.skos import Concept, as_json_ld, as_turtle, concepts
from tests.factories.interests import InterestFactory, InterestRelationFactory

SCHEME = "https://catalogue.example/api/interests"
BASE = "http://127.0.0.1:8000/api/interests"


def node(text: str, code: str, scheme: str = BASE) -> dict:
    return next(each for each in json.loads(text)["@graph"] if each["@id"] == f"{scheme}/{code}")


@pytest.fixture
def needlework(db: None) -> None:
    wide = InterestFactory(code="x-needlework", label="X needlework")
    fine = InterestFactory(
        code="x-embroidery",
        label="X embroidery",
        alternative_labels="fancy work\nneedle painting",
        everyday_words="samplers all round the room",
        exact_match="http://vocab.getty.edu/aat/300053653\nnot an address",
    )
    InterestRelationFactory(source=fine, target=wide, kind=InterestRelation.Kind.BROADER)
    InterestRelationFactory(source=fine, target=InterestFactory(code="x-lace"), kind=InterestRelation.Kind.RELATED)
    InterestRelationFactory(source=fine, target=InterestFactory(code="x-teaching"), kind="leads_to")
    InterestRelationFactory(source=fine, target=InterestFactory(code="x-draft", live=False), kind="related")


@pytest.mark.usefixtures("needlework")
class TestApi:
    def test_a_concept_says_all_that_the_admin_holds(self) -> None:
        answer = Client().get("/api/interests/x-embroidery")
        assert answer["Content-Type"] == "application/ld+json; charset=utf-8"
        assert node(answer.content.decode(), "x-embroidery") == {
            "@id": f"{BASE}/x-embroidery",
            "@type": "skos:Concept",
            "inScheme": BASE,
            "prefLabel": "X embroidery",
            "altLabel": ["fancy work", "needle painting"],
            "hiddenLabel": "samplers all round the room",
            "broader": f"{BASE}/x-needlework",
            "related": f"{BASE}/x-lace",
            "leadsTo": f"{BASE}/x-teaching",
            "exactMatch": "http://vocab.getty.edu/aat/300053653",
        }

    def test_the_whole_vocabulary_tells_both_ends_of_an_edge(self) -> None:
        text = Client().get("/api/interests").content.decode()
        assert node(text, "x-needlework")["narrower"] == f"{BASE}/x-embroidery"
        assert node(text, "x-needlework")["topConceptOf"] == BASE
        assert node(text, "x-lace")["related"] == f"{BASE}/x-embroidery"
        graph = json.loads(text)["@graph"]
        assert graph[0]["@type"] == "skos:ConceptScheme"
        assert len(graph) == 1 + Interest.objects.filter(live=True).count()

    @pytest.mark.parametrize("asked", [{"HTTP_ACCEPT": "text/turtle"}, {"QUERY_STRING": "format=turtle"}])
    def test_turtle_for_whoever_asks_for_it(self, asked: dict[str, str]) -> None:
        answer = Client().get("/api/interests/x-embroidery", **asked)
        assert answer["Content-Type"] == "text/turtle; charset=utf-8"
        said = answer.content.decode()
        assert f"<{BASE}/x-embroidery> a skos:Concept ;" in said
        assert 'skos:altLabel "fancy work"@en-gb, "needle painting"@en-gb' in said
        assert f"skos:broader <{BASE}/x-needlework>" in said

    def test_one_that_is_no_longer_live_is_not_told(self) -> None:
        assert Client().get("/api/interests/x-draft").status_code == 404
        assert "x-draft" not in Client().get("/api/interests").content.decode()


@pytest.mark.django_db
def test_the_whole_vocabulary_is_a_few_queries(django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(3):
        assert Client().get("/api/interests").status_code == 200


WORDS = st.text(min_size=1, max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_whatever_words_there_are_both_readings_are_sound(words: list[tuple[str, str]]) -> None:
    shown = [Concept(f"c{n}", label, alternative=(other,)) for n, (label, other) in enumerate(words)]
    json_ld = as_json_ld(shown, scheme=SCHEME, title="Interests", whole=False)
    assert [each["prefLabel"] for each in json.loads(json_ld)["@graph"]] == [label for label, _ in words]
    turtle = as_turtle(shown, scheme=SCHEME, title="Interests", whole=False)
    quoted = re.findall(r'skos:prefLabel ("(?:[^"\\]|\\.)*")@', turtle)
    assert [json.loads(text) for text in quoted] == [label for label, _ in words]


def test_an_edge_to_what_is_not_told_is_left_out() -> None:
    told = concepts({"a": ("A", (), (), ())}, [("a", "broader", "gone"), ("gone", "related", "a")])
    assert told == (Concept("a", "A"),)


def test_an_address_with_a_bracket_does_not_end_the_term() -> None:
    said = as_turtle(
        [Concept("a", "A", exact=("https://x.example/a> ; b",))], scheme=SCHEME, title="Interests", whole=False
    )
    assert "<https://x.example/a\\u003E\\u0020;\\u0020b>" in said
