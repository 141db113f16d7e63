"""Real listings with variants of some planted among them: what a second register would bring of the same group.

Names, places and websites are those of the listings that the product ships (8,094 rows, recombined where more are
wanted); telephone numbers and times are drawn. Invariant: one seed, one set.
"""

import gzip
import json
import random
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import connector.intake
from cms.duplicates.reading import facts
from cms.likeness.facts import Facts
from cms.likeness.names import words_of

FILES = Path(connector.intake.__file__).parent / "listings"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
AWAY_DEGREES = 0.03
NEW_NAMES = (
    "Tea and Company", "Threads", "The Open Door", "Good Neighbours", "Steps Together", "Blossom", "Second Wind",
    "The Hive", "Common Ground", "Kindred", "Bright Side", "The Living Room", "Green Shoots", "Roots", "Harmony",
)  # fmt: skip


class Planted(NamedTuple):
    """A variant: what was done to it, and the listing that it is."""

    kind: str
    original: int
    facts: Facts


@lru_cache(maxsize=1)
def _rows() -> list[dict[str, Any]]:
    texts = [gzip.decompress(file.read_bytes()).decode() for file in sorted(FILES.glob("*.jsonl.gz"))]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    return [row for row in rows if row["name"] and row["lat"] is not None]


def listings(count: int, draw: random.Random) -> list[Facts]:
    """That many: each real row once, then the name, words and website of one row at the place of another."""
    rows = _rows()
    made = []
    for number in range(count):
        who = rows[number] if number < len(rows) else draw.choice(rows)
        where = who if number < len(rows) else draw.choice(rows)
        made.append(_facts(number + 1, who, where, number >= len(rows), draw))
    return made


def _facts(pk: int, who: dict[str, Any], where: dict[str, Any], moved: bool, draw: random.Random) -> Facts:
    lat, lon = (where[each] + (draw.uniform(-0.011, 0.011) if moved else 0) for each in ("lat", "lon"))
    whole = "" if moved else where["postcode"] or ""
    precision = "postcode" if whole or moved else "sector"
    place = (whole or where.get("postcode_sector") or where["postcode"] or "", lat, lon, precision)
    return facts(
        pk=pk,
        name=who["name"],
        kind="group",
        words=who["description"] or "",
        organisation=None,
        # A branch that was made by moving a real one has no page of its own.
        url="" if moved else who["url"] or "",
        places=[place],
        phones=[_phone(draw)] if draw.random() < 0.8 else [],
        times=[(draw.choice(DAYS), f"{draw.randrange(9, 20):02}:{draw.choice((0, 30)):02}")]
        if draw.random() < 0.6
        else [],
    )


def _phone(draw: random.Random) -> str:
    return f"01632{draw.randrange(1_000_000):06}"


def plant(originals: list[Facts], each: int, draw: random.Random) -> list[Planted]:
    """`each` variants of every kind, of listings that have a telephone number or a website; keys above all others."""
    firm = [one for one in originals if (one.phones or one.websites) and len(words_of(one.name)) > 1]
    chosen = draw.sample(firm, each * len(KINDS))
    first = max(one.pk for one in originals) + 1
    done = [kind for kind in KINDS for _ in range(each)]
    return [
        Planted(kind, one.pk, replace(KINDS[kind](_second_hand(one, draw), draw), pk=first + number))
        for number, (kind, one) in enumerate(zip(done, chosen, strict=True))
    ]


def _second_hand(one: Facts, draw: random.Random) -> Facts:
    """As another register has it: its own words, and of telephone, website and times now and then one is missing."""
    words = "" if draw.random() < 0.5 else " ".join(one.words.split()[:8])
    times = one.times if draw.random() < 0.6 else frozenset()
    if one.phones and one.websites and draw.random() < 0.5:
        left_out = draw.choice(("phones", "websites"))
        return replace(one, words=words, times=times, **{left_out: frozenset()})  # type: ignore[arg-type]
    return replace(one, words=words, times=times)


def _typing_error(one: Facts, draw: random.Random) -> Facts:
    name = list(one.name)
    for _ in range(1 if len(name) < 14 else 2):
        at = draw.randrange(1, len(name))
        change = draw.choice(("swap", "drop", "double", "other"))
        if change == "swap" and at + 1 < len(name):
            name[at], name[at + 1] = name[at + 1], name[at]
        elif change == "drop":
            del name[at]
        elif change == "double":
            name.insert(at, name[at])
        else:
            name[at] = draw.choice(LETTERS)
    return replace(one, name="".join(name))


def _dressed(one: Facts, draw: random.Random) -> Facts:
    """With or without "The", "Ltd", "CIO", in capitals or small letters, with "&" or "and"."""
    name = one.name.replace(" and ", " & ") if " and " in one.name else one.name.replace("&", "and")
    name = name.removeprefix("The ").removeprefix("THE ") if name.lower().startswith("the ") else f"The {name}"
    name += draw.choice(("", " Ltd", " CIO", " (Charity)"))
    return replace(one, name=draw.choice((str.upper, str.title, str.lower))(name))


def _initials(one: Facts, draw: random.Random) -> Facts:
    """All of it as initials, or the first word whole and initials after it; with stops or without."""
    words = [word for word in one.name.split() if word[:1].isalnum()]
    stop = draw.choice(("", "."))
    letters = stop.join(word[0].upper() for word in words if word.lower() not in ("the", "of", "and", "for")) + stop
    return replace(one, name=letters if len(words) > 2 and draw.random() < 0.6 else f"{words[0]} {letters[1:]}".strip())


def _moved(one: Facts, draw: random.Random) -> Facts:
    """To another hall, some miles on: another postcode, and the telephone number or the page as before."""
    points = tuple((lat + AWAY_DEGREES, lon - AWAY_DEGREES) for lat, lon in one.points)
    sector = f"M{draw.randrange(1, 90)} {draw.randrange(1, 9)}"
    return replace(one, points=points, postcodes=frozenset({f"{sector}QX"}), sectors=frozenset({sector}))


def _renamed(one: Facts, draw: random.Random) -> Facts:
    """Another name, in the same hall, with the same telephone number or page."""
    return replace(one, name=draw.choice(NEW_NAMES))


KINDS: dict[str, Callable[[Facts, random.Random], Facts]] = {
    "typing error": _typing_error,
    "The, Ltd, capitals": _dressed,
    "initials": _initials,
    "moved": _moved,
    "renamed": _renamed,
}
