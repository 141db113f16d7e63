"""In which way somebody is asked, and what an envelope needs, as tables."""

import pytest

from connector.notifications.envelope import envelope
from connector.stewardship.ways import CHANNELS, RUNG, Known, how_confirmed, is_mobile, way_for

ALL = frozenset({"email", "text", "letter"})
MAIL = frozenset({"email"})
EVERYTHING = Known(email=True, phone=True, mobile=True, letter=True)

# What they said, what we know of them, which channels have a carrier -> the way.
TABLE = {
    "nothing said: e-mail": ("", EVERYTHING, ALL, "email"),
    "nothing said, a number alone": ("", Known(phone=True, mobile=True), ALL, "telephone"),
    "nothing said and nothing known": ("", Known(), ALL, ""),
    "a letter is not guessed": ("", Known(letter=True), ALL, ""),
    "by text": ("text", EVERYTHING, ALL, "text"),
    "by text to a landline: e-mail": ("text", Known(email=True, phone=True), ALL, "email"),
    "by text to a landline, no e-mail": ("text", Known(phone=True), ALL, "telephone"),
    "by text, none set up": ("text", Known(phone=True, mobile=True), MAIL, "telephone"),
    "by telephone": ("telephone", EVERYTHING, ALL, "telephone"),
    "by telephone without a number: somebody goes": ("telephone", Known(email=True), ALL, "visit"),
    "a visit": ("visit", EVERYTHING, ALL, "visit"),
    "by post": ("post", EVERYTHING, ALL, "post"),
    "by post, none set up": ("post", EVERYTHING, MAIL, "email"),
    "by post, none set up, nothing else known": ("post", Known(letter=True), MAIL, "visit"),
    "by post without an address": ("post", Known(phone=True), ALL, "telephone"),
    "it comes back: the number": ("", Known(email=True, phone=True, comes_back=True), ALL, "telephone"),
    "it comes back, no number": ("email", Known(email=True, comes_back=True), ALL, ""),
    "for connectors alone, said to ring": ("telephone", Known(phone=True, internal=True), ALL, "telephone"),
    "for connectors alone, nothing said": ("", Known(email=True, phone=True, internal=True), ALL, ""),
    "for connectors alone, said to write": ("email", Known(email=True, internal=True), ALL, ""),
}


@pytest.mark.parametrize(("said", "known", "channels", "way"), TABLE.values(), ids=TABLE)
def test_the_way(said: str, known: Known, channels: frozenset[str], way: str) -> None:
    assert way_for(said, known, channels) == way


def test_each_way_is_a_message_or_a_line() -> None:
    assert {*CHANNELS, *RUNG} == {"email", "text", "telephone", "visit", "post"}
    assert not RUNG & CHANNELS.keys()


MOBILES = {
    "07700 900123": True,
    "+44 7700 900123": True,
    "0044 7700 900123": True,
    "+44 (0)7700 900123": True,
    "01632 960123": False,
    "07000 900123": False,
    "07624 900123": True,
    "07600 900123": False,
    "0770 090": False,
    "": False,
}


@pytest.mark.parametrize(("phone", "takes_texts"), MOBILES.items())
def test_a_number_that_takes_texts(phone: str, takes_texts: bool) -> None:
    assert is_mobile(phone) is takes_texts


ENVELOPES = {
    "plain": (
        "Maureen",
        "14 Weavers Fold\nTenterclough\nqt44hn",
        ("Maureen", "14 Weavers Fold", "Tenterclough", "QT4 4HN"),
    ),
    "no name": ("", "14 Weavers Fold\nQT4 4HN", ("The organiser", "14 Weavers Fold", "QT4 4HN")),
    "empty lines": ("Jo", "\n 2  Mill Row \n\nQT4 4HN\n", ("Jo", "2 Mill Row", "QT4 4HN")),
    "no postcode": ("Jo", "2 Mill Row\nTenterclough", ()),
    "half a postcode": ("Jo", "2 Mill Row\nQT4 4", ()),
    "a postcode alone": ("Jo", "QT4 4HN", ()),
    "too long": ("Jo", "a\nb\nc\nd\ne\nf\nQT4 4HN", ()),
    "nothing": ("Jo", "", ()),
}


@pytest.mark.parametrize(("name", "address", "lines"), ENVELOPES.values(), ids=ENVELOPES)
def test_an_envelope(name: str, address: str, lines: tuple[str, ...]) -> None:
    assert envelope(name, address) == lines


def test_how_it_was_confirmed_fits_where_it_is_kept() -> None:
    from cms.models import Asset

    room = Asset._meta.get_field("confirmed_how").max_length
    assert all(len(how_confirmed(way)) <= room for way in ("telephone", "visit", "post", "email"))
