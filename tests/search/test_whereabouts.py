"""Places in the words: found where one is meant, left alone where not."""

import pytest

from cms.geo.sources import national_gazetteer
from search.understanding.whereabouts import Whereabouts, whereabouts

# Words that stand for something to do and are the names of places as well.
KNOWN = frozenset("reading bath rugby sale church woods water stone fleet badminton yoga crown green".split())


def found(text: str) -> Whereabouts | None:
    return whereabouts(text, national_gazetteer().exact, KNOWN)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("badminton near M33", "M33", "badminton"),
        ("badminton m33 7", "M33 7", "badminton"),
        ("M33", "M33", ""),
        ("knitting in Sale", "Sale, Trafford", "knitting"),
        ("knitting in sale", "Sale, Trafford", "knitting"),
        ("choir in sale on tuesday evening", "Sale, Trafford", "choir on tuesday evening"),
        ("choir on tuesday evening near sale", "Sale, Trafford", "choir on tuesday evening"),
        ("book club close to Ashton upon Mersey", "Ashton upon Mersey, Trafford", "book club"),
        ("brass bands around york", "York", "brass bands"),
        ("groups in reading", "Reading", "groups"),
        ("rugby in Rugby", "Rugby", "rugby"),
        ("walking football stockport", "Stockport", "walking football"),
        ("altrincham", "Altrincham, Trafford", ""),
        ("choir for men in Stretford please", "Stretford, Trafford", "choir for men please"),
    ],
)
def test_a_place_is_found(text: str, label: str, rest: str) -> None:
    where = found(text)
    assert where is not None
    assert where.found is not None
    assert (where.found.label, where.rest) == (label, rest)
    assert where.words in text


@pytest.mark.parametrize(
    "text",
    [
        "reading", "bath", "rugby", "sale", "church", "in the garden", "interested in reading", "swimming bath",
        "walking in the woods", "singing in church", "near water", "good in bed", "dancing at home", "u3a", "5k run",
        "good at maths", "at the weekend", "knit and natter", "sewing by hand", "stitch in time", "men in sheds", "",
        "crown green", "badminton near the river", "beginners lessons in bath", "…", "near", "in in in",
        "she used to live in Sale and loves to sing and would like to come to something in the day",
    ],
)  # fmt: skip
def test_a_word_is_not_taken_for_a_place(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [("choir near me", "choir"), ("choir nearby?", "choir"), ("near here", ""), ("walks close to home", "walks")],
)
def test_near_me_is_nowhere_yet(text: str, rest: str) -> None:
    where = found(text)
    assert where is not None
    assert (where.found, where.rest) == (None, rest)
