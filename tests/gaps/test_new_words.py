"""Words that nothing explained: what may be offered, after whom, and that nothing planted is ever kept.

`tests/gaps/planted.py` makes the notes.
"""

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from connector.accounts.models import User
from connector.gaps.actions.note_words import note_words
from connector.gaps.hashing import word_hash
from connector.gaps.models import NewWord, WordMet
from connector.gaps.new_words import worth_offering
from search.understanding.understand import understand
from tests.factories.gaps import NewWordFactory
from tests.factories.users import BACKEND, UserFactory
from tests.gaps.planted import TRUE, notes
from tests.search.vocabularies import VOCABULARY

MONDAY = date(2026, 11, 23)
# Parts of addresses that are words of the language as well, and stand in the vocabulary's own tables.
ORDINARY = {"street", "row", "lane", "road", "court", "avenue", "nhs", "sale"}


def nowhere(word: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "word", "offered"),
    [
        ("she loves snoodling", "snoodling", True),
        ("Loves snoodling. Lives alone", "snoodling", True),
        ("she loves snoodling, sewing", "snoodling", True),
        ("Snoodling is what she does. she loves snoodling", "snoodling", False),
        ("her friend snoodling", "snoodling", False),
        ("12 snoodling", "snoodling", False),
        ("snoodling 12", "snoodling", False),
        ("off snoodling lane", "snoodling", False),
        ("mrs snoodling said", "snoodling", False),
        ("doris snoodling said", "snoodling", False),
        ("snoodling Ogden said", "snoodling", False),
        ("a woman called snoodling", "snoodling", False),
        ("snoodling's", "snoodling", False),
        ("tat-snoodling", "snoodling", False),
        ("she loves bronchiectasisitis", "bronchiectasisitis", False),
        ("she loves maureen", "maureen", False),
        ("she loves physio", "physio", False),
        ("she loves tat", "tat", False),
        ("snoodling again", "snoodling", False),
        ("he is mad on snoodling", "snoodling", False),
        ("he is mad about snoodling", "snoodling", True),
        ("she loves snoodling", "lace", False),
    ],
)
def test_what_may_be_offered(text: str, word: str, offered: bool) -> None:
    assert worth_offering(text, [word], nowhere) == ([word] if offered else [])


def test_a_place_is_not() -> None:
    assert worth_offering("she loves oldham", ["oldham"], lambda word: word == "oldham") == []


def test_of_a_long_text_no_more_is_worked_out_than_is_offered() -> None:
    asked: list[str] = []
    words = [f"snood{chr(97 + n // 26)}{chr(97 + n % 26)}ling" for n in range(300)]
    text = ". ".join(f"she loves {word}" for word in words)
    assert worth_offering(text, words, lambda word: asked.append(word) is not None) == words[:20]
    assert asked == words[:20]
    plainly = f"{' '.join(words)}. She loves zimbling"
    assert worth_offering(plainly, [*words, "zimbling"], nowhere) == [], "two hundred are looked for, and no more"
    assert worth_offering(plainly, [*words[:199], "zimbling"], nowhere) == ["zimbling"]


def test_of_two_hundred_notes_nothing_planted_is_offered() -> None:
    """Measured: of 200 notes with about 1,900 planted words none is offered, though no place is asked for here."""
    offered: set[str] = set()
    planted: set[str] = set()
    for text, words in notes():
        planted |= set(words)
        offered |= set(worth_offering(text, understand(text, VOCABULARY).not_understood, nowhere))
    assert len(planted) > 70
    assert offered & (planted - ORDINARY) == set()
    assert offered & set(TRUE), "and what is plain is"


@pytest.mark.django_db
def test_a_word_can_be_read_once_three_workers_have_met_it() -> None:
    for worker in (1, 2, 1, 2):
        note_words(words=["snoodling"], worker=worker, on=MONDAY)
    assert not NewWord.objects.exists()
    assert "snoodling" not in everything("gaps", "sessions", "accounts")
    assert WordMet.objects.count() == 2, "once a week each"
    note_words(words=["snoodling", "zimbling"], worker=3, on=MONDAY)
    assert [row.word for row in NewWord.objects.all()] == ["snoodling"]
    assert "zimbling" not in everything("gaps", "sessions", "accounts")


@pytest.mark.django_db
def test_with_another_key_a_word_that_is_shown_stays_what_it_was(settings: Settings) -> None:
    row = NewWordFactory(word="snoodling", hashed=word_hash("snoodling"), state="aside", week="2026-W01")
    settings.SECRET_KEY = "another one"
    for worker in (1, 2, 3):
        note_words(words=["snoodling"], worker=worker, on=MONDAY)
    known = NewWord.objects.get()
    assert (known.pk, known.word, known.state, known.week) == (row.pk, "snoodling", "aside", "2026-W01")
    assert known.hashed == word_hash("snoodling") != row.hashed


@pytest.mark.django_db
def test_who_met_it_cannot_be_read_nor_tied_to_another_word() -> None:
    note_words(words=["snoodling", "zimbling"], worker=7, on=MONDAY)
    one, other = WordMet.objects.all()
    assert one.whose != other.whose
    assert len(one.whose) == len(one.word) == 32


@pytest.mark.django_db
def test_after_half_a_year_a_meeting_is_forgotten() -> None:
    note_words(words=["snoodling"], worker=1, on=date(2026, 1, 5))
    note_words(words=["snoodling"], worker=2, on=date(2026, 5, 4))
    note_words(words=["snoodling"], worker=3, on=MONDAY)
    assert not NewWord.objects.exists()


@pytest.mark.django_db
def test_a_connector_says_what_became_of_a_word(client: Client) -> None:
    row = NewWordFactory(word="snoodling")
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    assert "snoodling" in client.get("/admin/snippets/gaps/newword/").content.decode()
    client.post(f"/admin/snippets/gaps/newword/edit/{row.pk}/", {"state": "aside"})
    row.refresh_from_db()
    assert row.state == "aside"
    assert client.get("/admin/snippets/gaps/newword/add/").status_code in {302, 403}


@pytest.mark.wide
@pytest.mark.django_db
def test_two_hundred_notes_typed_by_three_workers_leave_nothing_planted(
    client: Client, up_to_date: Callable[[], None]
) -> None:
    """Through the match page, each note by each worker; then every table is read, and the session."""
    up_to_date()
    before = everything()
    planted: set[str] = set()
    workers: list[User] = [UserFactory(role="Workers", first_name="Sam") for _ in range(3)]
    for worker in workers:
        client.force_login(worker, backend=BACKEND)
        for text, words in notes():
            planted |= set(words)
            assert client.post("/match/", {"note": text, "press": "show", "travel": "foot"}).status_code == 200
    after = everything()
    told = {word for word in planted - ORDINARY if after.count(word) > before.count(word)}
    assert told == set()
    assert set(NewWord.objects.values_list("word", flat=True)) == set(TRUE)


def everything(*apps: str) -> str:
    """All rows of all tables (or of these apps), but those that migrations made."""
    out = io.StringIO()
    call_command(
        "dumpdata",
        *apps,
        stdout=out,
        exclude=["contenttypes", "auth.permission", "cms.interest", "cms.interestrelation"],
    )
    return out.getvalue().lower()
