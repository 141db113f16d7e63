"""What a listing's source sorts it under, as interests: only where the term leaves no doubt.

The terms are those of libraries' and sports lists and of UK Charity Activity Tags (UKCAT), whose researchers tagged
charities by hand. Invariant: pure; every code stands in the product's vocabulary (a test holds it to that).
"""

from collections.abc import Iterable, Iterator

# Term (lower case) -> code of an interest.
TOPICS: dict[str, str] = {
    "library": "books-and-reading",
    "food bank": "food-sharing",
    "food banks": "food-sharing",
    "health and fitness gym stations": "gym-and-fitness",
    "athletic": "athletics",
    "choirs": "community-choir",
    "archaeology": "archaeology",
    "dogs": "dogs",
    "cats": "cats",
    "horses": "horses",
    "donkeys": "donkeys",
    "riding for the disabled": "horses",
    "women's institute": "womens-institute",
    "townswomen's guild": "womens-institute",
    "inner wheel": "womens-institute",
    "lions club": "service-clubs",
    "rotary club": "service-clubs",
    "girlguiding": "scouts-and-guides",
    "scouting": "scouts-and-guides",
    "cadets": "cadets",
    "university of the third age": "u3a",
    "community cafe": "community-cafe",
    "church or place of worship": "faith-and-belief",
    "roman catholic": "catholic-life",
    "islam": "muslim-life",
    "judaism": "jewish-life",
    "hinduism": "hindu-life",
    "buddhism": "buddhist-life",
    "sikhism": "sikh-life",
    "society of friends (quakers)": "quaker-life",
}
# Terms that say it together.
_CHURCH = frozenset({"christianity", "church or place of worship"})
CHURCH = "church-life"
# Interests that only people who meet can answer: a trust that keeps a roof on a church is none.
CONGREGATIONS = frozenset(
    "church-life faith-and-belief catholic-life muslim-life jewish-life hindu-life buddhist-life sikh-life".split()
)


def topics(tags: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(code, term as it is given) for each term that stands for an interest."""
    plain = {tag.casefold().replace("’", "'"): tag for tag in tags}
    if plain.keys() >= _CHURCH:
        yield CHURCH, plain.pop("church or place of worship")
    for term, tag in plain.items():
        if code := TOPICS.get(term):
            yield code, tag
