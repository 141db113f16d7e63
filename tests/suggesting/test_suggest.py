"""What listings' own words suggest, and what they do not: the traps that real charities' texts set."""

import pytest

from cms.geo.sources import national_gazetteer
from cms.imports.drafts import Content
from cms.vocabulary.reader import read_vocabulary
from connector.suggesting.place_names import is_place
from connector.suggesting.suggest import MOST, Suggester
from connector.suggesting.topics import CHURCH, CONGREGATIONS, TOPICS
from search.vocabulary import Concept, Vocabulary


def vocabulary() -> Vocabulary:
    """The product's own, as a snapshot."""
    return Vocabulary(
        {
            concept.code: Concept(concept.code, concept.label, concept.alternative, concept.everyday)
            for concept in read_vocabulary().concepts
        }
    )


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(vocabulary(), is_place)


def codes(suggester: Suggester, name: str, text: str = "", tags: tuple[str, ...] = ()) -> dict[str, str]:
    """Code -> words of what is suggested. The first sentence is the summary."""
    summary = text.split(". ")[0]
    description = "" if summary == text else text
    found = suggester(Content("group", name, summary, description, tags=tags))
    return {suggestion.code: suggestion.words for suggestion in found}


@pytest.mark.parametrize(
    ("name", "text", "tags", "code", "words"),
    [
        ("Lewis Merthyr Brass Band", "", (), "brass-band", "Brass Band"),
        ("Sale Choral Society", "Sixty singers.", (), "choral-singing", "Choral Society"),
        ("Weavers' Table", "We meet for knitting and a chat", (), "knitting", "knitting"),
        (
            "Ealand Victory Hall",
            "Regular bingo, yoga, garden club and line dancing",
            (),
            "line-dancing",
            "line dancing",
        ),
        ("Flixton Club", "Badminton club in Trafford", (), "badminton", "Badminton club"),
        ("Irlam Library", "Library, Salford", ("library", "Salford"), "books-and-reading", "library"),
        ("The Brook", "", ("Christianity", "Church or place of worship"), "church-life", "Church or place of worship"),
        ("The Rotary Club of Newmarket Trust Fund", "General fund raising", (), "service-clubs", "Rotary Club"),
        ("Ashton Rugby Club", "Grass pitches", (), "rugby", "Rugby Club"),
    ],
)
def test_what_it_is_about_is_suggested_with_its_words(
    suggester: Suggester, name: str, text: str, tags: tuple[str, ...], code: str, words: str
) -> None:
    assert codes(suggester, name, text, tags).get(code) == words


LONG = " It is a registered charity, run by trustees, for the people of the town and of the villages around." * 3


@pytest.mark.parametrize(
    ("trap", "name", "text", "tags"),
    [
        ("gardening", "Royal Opera House Covent Garden", "", ()),
        ("golf", "Moss Lane/Golf Road", "", ()),
        ("rugby", "Rugby Theatre Society", "", ()),
        ("athletics", "Leith Athletic Football Club", "", ()),
        ("maritime-heritage", "The Lighthouse (Magherafelt) Ltd", "", ()),
        ("allotments", "Fuel Allotment of St Mary", "", ()),
        ("swimming", "Kelvinside Academy War Memorial Trust", "A swimming club.", ()),
        ("community-choir", "Repton School", "We have a community choir.", ("Choirs",)),
        ("jigsaws", "Jigsaw Homes", "", ()),
        ("community-choir", "The Gordon Fraser Charitable Trust", "Grants to community choirs.", ("Choirs",)),
        ("football", "The Essex Football Benevolent Fund", "", ()),
        ("talks", "Institute of Hydrology", "A monthly talk.", ()),
        ("dogs", "The Pirbright Place", "Scientific research on dogs, dogs and dogs.", ()),
        ("community-choir", "Hope Abroad", "We build a community choir in Kenya.", ("Choirs",)),
        ("estate-life", "Cuthbert House", "A Saturday club, held at the Friary Community Centre.", ()),
        ("brass-band", "Good Deeds", "We are funding a brass band.", ()),
        ("youth-club", "Faith Forum", "We speak in schools, colleges and youth groups.", ()),
        ("tailoring", "Tailored Help", "Help tailored to you.", ()),
        ("greenhouses", "Gospel Hall", "The propagation of the Gospel.", ()),
        ("estate-life", "Green Hands", "Projects in rural communities centred on trees.", ()),
        ("teaching", "Greenway", "We offer education, volunteering and employment.", ()),
        ("chapel-life", "The Belief Body", "The principles of the Baptist church and its people.", ()),
        ("science", "The Engine Body", "The art and science of engineering.", ()),
        ("living-history", "Old Deeds", "Any statutory amendment or re-enactment thereof.", ()),
        ("church-life", "St Mary's Building Trust", "", ("Christianity", "Church or place of worship")),
        # Everyday words: how people speak, not how groups write.
        ("growing-things", "Weavers' Table", "Green fingers.", ()),
    ],
)
def test_what_it_only_mentions_is_not(
    suggester: Suggester, trap: str, name: str, text: str, tags: tuple[str, ...]
) -> None:
    assert trap not in codes(suggester, name, text, tags)


def test_the_strongest_come_first_and_there_are_not_too_many(suggester: Suggester) -> None:
    everything = (
        "Knitting, crochet, pottery, bell ringing, line dancing, tai chi, chess club, bridge club, book club, bowls"
    )
    found = suggester(Content("group", "Sale Ukulele Group", everything))
    assert len(found) == MOST
    assert found[0].code == "ukulele"


def test_a_lone_word_in_a_long_text_is_not_enough_and_two_are(suggester: Suggester) -> None:
    once = "Some people there like pottery." + LONG
    assert "pottery" not in codes(suggester, "The Old Mill", "We open every day. " + once)
    assert "pottery" in codes(suggester, "The Old Mill", "We open every day. " + once + " The pottery is on Tuesdays.")


def test_an_interest_that_the_council_took_away_is_not_suggested() -> None:
    suggester = Suggester(Vocabulary({}))
    assert suggester(Content("place", "Irlam Library", "Library", tags=("library",))) == ()


def test_every_topic_stands_for_an_interest_of_the_product() -> None:
    known = {concept.code for concept in read_vocabulary().concepts}
    assert {*TOPICS.values(), CHURCH, *CONGREGATIONS} <= known


def test_names_of_towns_are_known() -> None:
    assert is_place("Covent Garden")
    assert not is_place("Brass Band")
    assert not is_place("!")
    assert national_gazetteer()
