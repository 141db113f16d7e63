"""The words that were said, marked in what an answer says: as a table, and for whatever text there is."""

import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.cards import Segment
from connector.core.templatetags.parts import marks
from search.marking import LONGEST_EXCERPT, Phrase, excerpt, marked, said_in
from search.stems import stems
from search.understanding.reading import OwnWord, Reading, Said
from tests.examples import examples
from tests.factories.assets import AssetFactory
from tests.factories.interests import InterestFactory

SAID = frozenset({("sew",), ("brass", "band"), ("cafe",)})
WORDS = (
    "sewing",
    "Brass",
    "bands",
    "café",
    "Mrs",
    "tea",
    "it's",
    "<b>",
    "&amp;",
    "</mark>",
    "<script>",
    '"',
    "'",
    "\n",
)
texts = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)
phrases = st.frozensets(
    st.sampled_from([("sew",), ("brass", "band"), ("brass",), ("b",), ("amp",), ("mark",), ("cafe",)])
)


def shown(pieces: tuple[Segment, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.said else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sewing, sewn and sewed.", "[Sewing], [sewn] and [sewed]."),
        ("A brass band, and brass rubbing with a band.", "A [brass band], and brass rubbing with a band."),
        ("Brass-band music in the CAFÉ’s yard", "[Brass-band] music in the [CAFÉ’s] yard"),
        ("Sewage works", "Sewage works"),
        ("", ""),
    ],
)
def test_words_said_are_apart(text: str, told: str) -> None:
    assert shown(marked(text, SAID)) == told


@settings(max_examples=examples(60))
@given(texts, phrases)
def test_the_pieces_are_the_text_and_nothing_gets_through_as_more_than_that(text: str, said: frozenset[Phrase]) -> None:
    """What a browser reads is the text again, with no element but the marks; an excerpt is short and has them."""
    pieces = marked(text, said)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    assert {stems(piece.text) for piece in pieces if piece.said} <= said
    drawn = str(marks(pieces))
    rest = re.sub(r"</?mark>", "", drawn)
    assert not re.search(r"[<>]", rest)
    assert html.unescape(rest) == html.unescape(html.escape(text))
    assert drawn.count("<mark>") == drawn.count("</mark>") == sum(piece.said for piece in pieces)

    cut = excerpt(text, said)
    whole = "".join(piece.text for piece in cut)
    assert any(piece.said for piece in cut) == bool(cut) == any(piece.said for piece in pieces)
    longest = max((len(piece.text) for piece in cut if piece.said), default=0)
    assert len(whole) <= LONGEST_EXCERPT + longest + len("… ") + len(" …")
    assert whole.removeprefix("… ").removesuffix(" …") in text


def test_the_sentence_with_most_of_them() -> None:
    text = "We meet on Mondays. Sewing on Tuesdays! On Fridays the brass band plays in the café.\nSewing again."
    assert shown(excerpt(text, SAID)) == "On Fridays the [brass band] plays in the [café]."


def test_a_long_sentence_is_cut_at_whole_words() -> None:
    told = shown(excerpt("tea " * 60 + "sewing " + "cake " * 60, SAID))
    assert told.startswith("… tea ")
    assert told.endswith(" cake …")
    assert "[sewing]" in told


def test_what_was_said_and_not_what_the_vocabulary_adds() -> None:
    reading = Reading(
        interests=(
            Said("brass-bands", "Brass bands", "brass bands", 0, 11, "label"),
            Said("embroidery", "Embroidery", "embroidary", 0, 10, "label", meant="embroidery"),
            Said("walking", "Walking", "", 0, 0, "picked"),
        ),
        own=(OwnWord("whippets", "whippet", 0, 8),),
    )
    assert said_in(reading) == {("brass", "band"), ("embroidery",), ("whippet",)}


@pytest.mark.django_db
class TestOnThePage:
    def found(self, client: Client, query: str) -> str:
        return client.get("/search/", {"q": query}).content.decode()

    def test_in_its_sentence(self, client: Client, up_to_date: Callable[[], None]) -> None:
        AssetFactory(name="Tuesday Table", summary="Whippets & <b>tea</b> for all.", description="Whippets again.")
        up_to_date()
        page = self.found(client, "whippets")
        assert "<p><mark>Whippets</mark> &amp; &lt;b&gt;tea&lt;/b&gt; for all.</p>" in page
        assert "In their words" not in page

    def test_in_their_words_where_only_those_have_it(self, client: Client, up_to_date: Callable[[], None]) -> None:
        AssetFactory(name="Tuesday Table", summary="Tea.", description="All come.\nSometimes a whippet comes too.")
        AssetFactory(name="Whippet Walkers", summary="Tea.", description="Whippets.")
        up_to_date()
        page = self.found(client, "whippets")
        assert "In their words: Sometimes a <mark>whippet</mark> comes too." in page
        assert page.count("<mark>") == 1, "a name that says it needs no more"

    def test_what_the_vocabulary_added_is_not_marked(self, client: Client, up_to_date: Callable[[], None]) -> None:
        InterestFactory(code="embroidery")
        AssetFactory(name="Tuesday Table", summary="Needlework and knitting.", interests=["embroidery"])
        up_to_date()
        page = self.found(client, "embroidery")
        assert "Tuesday Table" in page
        assert "<mark>" not in page
