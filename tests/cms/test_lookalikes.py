"""Letters that look like others: which are found and how they are named, and what is no fault."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cms import lookalikes
from cms.actions import send_change
from cms.lookalikes import look_alikes
from cms.models import Asset, GroupChange
from cms.moderation import WHY_ALIKE
from tests.factories.assets import AssetFactory
from tests.factories.users import UserFactory

CYRILLIC_A = "CYRILLIC SMALL LETTER A"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Sewing circle", ""),
        ("Café Zoë, Łódź and Niño’s", ""),
        ("Український клуб", ""),
        ("Ελληνική παρέα", ""),
        ("مجموعة الخياطة", ""),
        ("ਪੰਜਾਬੀ ਕਲੱਬ", ""),
        ("Ukrainian choir Веселка", ""),
        ("Tea & cake 👩‍🍳 at 1.30pm, £2", ""),
        ("Wales 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and England 🏴󠁧󠁢󠁥󠁮󠁧󠁿", ""),
        ("نادي\u200f Sewing", ""),
        ("pay\u200dpal", "ZERO WIDTH JOINER"),
        ("5 µm, 20 °C, 1½ hours", ""),
        ("https://www.mill.example/sewing", ""),
        ("Sewing at pаypal", CYRILLIC_A),
        ("https://www.exаmple.org/", CYRILLIC_A),
        ("Sewing сircle", "CYRILLIC SMALL LETTER ES"),
        ("Sewing circlе", "CYRILLIC SMALL LETTER IE"),
        ("Ραint club", "GREEK CAPITAL LETTER RHO"),
        ("Веселkа", "LATIN SMALL LETTER K"),
        ("The АСЕ club", "CYRILLIC CAPITAL LETTER A"),
        ("𝐒ewing circle", "MATHEMATICAL BOLD CAPITAL S"),
        ("Ｓewing circle", "FULLWIDTH LATIN CAPITAL LETTER S"),
        ("Sew\u200bing", "ZERO WIDTH SPACE"),
        ("gro.\u202eelpmaxe", "RIGHT-TO-LEFT OVERRIDE"),
        ("Ελληνική παρέα και τραγούδι", ""),
        ("Український хор, і оса", ""),
        ("Kadın kulübü", ""),
        ("Sewing at ꓑaypal", "LISU LETTER PA"),
        ("The ᎪᏟᎬ club", "CHEROKEE LETTER GO"),
        ("Sewing at p𐐬st", "DESERET SMALL LETTER LONG O"),
        ("ꓢꓰꓪ club", "LISU LETTER SA"),
        ("ꜱewing circle", "LATIN LETTER SMALL CAPITAL S"),
        ("http://xn--exmple-4nf.org", "shows as “exаmple”"),
    ],
)
def test_what_is_found(text: str, says: str) -> None:
    found = look_alikes([text])
    assert bool(found) is bool(says), found
    assert says in " ".join(found)


def test_the_table_holds_letters_of_the_script_that_its_line_names() -> None:
    lines = (Path(lookalikes.__file__).parent / "like_latin.txt").read_text(encoding="utf-8").splitlines()
    letters = [(line.split()[0], letter) for line in lines if not line.startswith("#") for letter in line.split()[1]]
    assert len(letters) == len(set(letters)) > 250
    wrong = [letter for script, letter in letters if unicodedata.name(letter).split()[0] != script]
    assert wrong == []
    assert not any(letter.isascii() for _script, letter in letters)


def test_each_is_named_once_and_few_enough_to_read() -> None:
    assert look_alikes(["pаypal", "pаypal"]) == [f"“а” in “pаypal” is {CYRILLIC_A}."]
    assert len(look_alikes(f"w{'а' * n}x" for n in range(1, 40))) == 5


@pytest.fixture
def circle(db: None) -> Asset:
    return AssetFactory(name="Sewing circle", help_wanted="", room="room")


def change(circle: Asset, **fields: Any) -> GroupChange:
    draft = circle.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    send_change(draft=draft, by=UserFactory(role="Group editors"))
    return GroupChange.objects.get()


def test_what_would_go_live_at_once_waits_with_the_letter_named(circle: Asset) -> None:
    row = change(circle, help_wanted="a driver: write to pаypal")
    assert row.state == GroupChange.State.WAITING
    assert row.why == [WHY_ALIKE, f"“а” in “pаypal” is {CYRILLIC_A}."]
    circle.refresh_from_db()
    assert circle.help_wanted == ""


def test_what_waits_anyway_names_it_too(circle: Asset) -> None:
    row = change(circle, name="Sewing сircle")
    assert row.why[-1] == "“с” in “сircle” is CYRILLIC SMALL LETTER ES."
    circle.refresh_from_db()
    assert circle.name == "Sewing circle"


def test_what_stood_there_before_makes_nothing_wait(circle: Asset) -> None:
    Asset.objects.filter(pk=circle.pk).update(summary="We sew at pаypal.")
    circle.refresh_from_db()
    assert change(circle, room="full").state == GroupChange.State.LIVE
