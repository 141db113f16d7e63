"""Ages as people write them: "5-11", "18+", "Under 5s", "over 55", "Adults", "All ages", "0 to 19 years".

Invariant: pure, never raises; what is no plain range gives no ages, and the words are for `who_for`.
"""

import re
from typing import NamedTuple

OLDEST = 120
_UNIT = r"(?:\s*(?:years?|yrs?|y/?o)(?:\s*(?:old|of age|olds))?)?"
_FROM_TO = re.compile(
    rf"(?:ages?d?|from|between|for)?:?\s*(\d{{1,3}}){_UNIT}\s*(?:-|–|—|to|and|until|up to)\s*"
    rf"(\d{{1,3}}){_UNIT}(?:\s*inclusive)?"
)
_FROM = re.compile(
    rf"(?:ages?d?|from|for|adults?)?:?\s*(?:over|above|from|minimum|min|at least|aged)?\s*(?:age\s*)?"
    rf"(\d{{1,3}})'?s?{_UNIT}\s*(?:\+|plus|and over|and above|and up|or over|upwards|and older|or older)"
)
_OVER = re.compile(rf"(?:adults? |people |for |the )?(?:aged |age )?over[- ]?(?:the age of )?(\d{{1,3}})'?s?{_UNIT}")
_UNDER = re.compile(
    rf"(?:children |for )?(?:aged |age )?(?:under|below|up to)[- ]?(?:the age of )?(\d{{1,3}})'?s?{_UNIT}"
)
_ALL = frozenset(
    "all|all ages|any|any age|everyone|everybody|all ages welcome|no age limit|no limit|all age groups|open to all|"
    "no restriction".split("|")
)
_ADULTS = frozenset("adult|adults|adults only|18+|adults (18+)".split("|"))


class Ages(NamedTuple):
    """Youngest and oldest; `read`: whether the words said nothing else."""

    youngest: int | None = None
    oldest: int | None = None
    read: bool = False


def ages(text: str) -> Ages:
    """Read one clean line."""
    plain = " ".join(text.casefold().replace("’", "'").split()).strip(" .")
    if not plain or plain in _ALL:
        return Ages(read=True)
    if plain in _ADULTS:
        return Ages(18, None, True)
    if found := _FROM_TO.fullmatch(plain):
        return _range(int(found[1]), int(found[2]))
    if found := _FROM.fullmatch(plain):
        return _range(int(found[1]), None)
    if found := _OVER.fullmatch(plain):
        return _range(int(found[1]), None)
    if found := _UNDER.fullmatch(plain):
        under = int(found[1])
        return _range(None, under if "up to" in plain else max(under - 1, 0))
    return Ages()


def age(text: str) -> int | None:
    """A column that holds one age: "18", "18.0", "18 years"."""
    found = re.fullmatch(rf"(\d{{1,3}})(?:\.0+)?{_UNIT}", text.strip().casefold())
    return int(found[1]) if found and int(found[1]) <= OLDEST else None


def _range(youngest: int | None, oldest: int | None) -> Ages:
    low = youngest if youngest and youngest <= OLDEST else None
    high = oldest if oldest is not None and oldest < 99 else None
    if low is not None and high is not None and low > high:
        return Ages()
    return Ages(low, high, True)
