"""An interest's neighbours on its page in the admin: from both ends, strongest first, as links with a word for each."""

import pytest
from django.urls import reverse

from cms.models import Interest, InterestRelation
from cms.panels.neighbourhood import neighbourhood, strength
from tests.factories.interests import InterestFactory, InterestRelationFactory

KINDS = InterestRelation.Kind


@pytest.fixture
def lace(db: None) -> Interest:
    lace = InterestFactory(code="x-lace", label="X lace")
    for source, kind, target, weight in (
        (lace, KINDS.BROADER, InterestFactory(label="X textiles"), 0.5),
        (InterestFactory(label="X tatting"), KINDS.BROADER, lace, 0.7),
        (lace, KINDS.RELATED, InterestFactory(label="X crochet"), 0.3),
        (lace, KINDS.RELATED, InterestFactory(label="X embroidery", live=False), 0.85),
        (InterestFactory(label="X mill work"), KINDS.LEADS_TO, lace, 0.6),
    ):
        InterestRelationFactory(source=source, kind=kind, target=target, weight=weight)
    return lace


def test_both_ends_of_every_edge_are_told_the_strongest_first(lace: Interest, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        told = {side.heading: [each.label for each in side.neighbours] for side in neighbourhood(lace)}
    assert told == {
        "It is a kind of": ["X textiles"],
        "Kinds of it are": ["X tatting"],
        "It is close to": ["X embroidery", "X crochet"],
        "What leads here": ["X mill work"],
    }


@pytest.mark.parametrize(
    ("weight", "word"), [(1, "very strong"), (0.8, "very strong"), (0.6, "strong"), (0.5, "fair"), (0.2, "faint")]
)
def test_a_weight_is_a_word(weight: float, word: str) -> None:
    assert strength(weight) == word


def test_the_page_shows_them_as_links_with_their_strength(desk, lace: Interest) -> None:
    page = desk.get(reverse("wagtailsnippets_cms_interest:edit", args=[lace.pk])).content.decode()
    crochet = Interest.objects.get(label="X crochet")
    said = " ".join(page.split())
    assert f'<a href="/admin/snippets/cms/interest/edit/{crochet.pk}/">X crochet</a>: faint (0.3)' in said
    assert "X embroidery</a>: very strong (0.85), not published" in said


def test_a_new_one_has_none_yet(desk, db: None) -> None:
    page = desk.get(reverse("wagtailsnippets_cms_interest:add")).content.decode()
    assert "It has no neighbours yet." in page
