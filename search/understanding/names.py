"""Which words are names of people, streets and buildings: Mr Fisher fishes nothing and Weaver Street weaves none.

Invariant: pure; gives positions of words in a sentence. Initials and titles make names in lower case too.
"""

from search.understanding.sentences import Sentence, Word

TITLES = frozenset(
    "mr mrs ms miss dr mister sir dame councillor cllr prof professor revd rev nurse sister matron".split()
)
STREETS = frozenset(
    "street st road rd lane avenue ave close crescent drive court row terrace grove gardens way place square hill view "
    "mews walk rise park house centre school academy surgery ward unit hospital infirmary lodge hall villas bridge "
    "cottages estate building clinic practice".split()
)
# Roads, in full and as addresses have them: the capitals before one are its name.
ROADS = frozenset(
    """
    street st road rd lane ln avenue ave av close cl crescent cres drive dr terrace terr tce grove grv gardens gdns
    way mews row wynd brae loan gait rise court ct croft crt vennel pend quay parade pde
    """.split()
)
# A capital that begins one of these is a people, a faith, a day, not a name.
_NO_NAME = frozenset(
    """
    i i'm i've i'd english british scottish welsh irish polish ukrainian indian pakistani bangladeshi bengali sylheti
    chinese jamaican caribbean african nigerian somali sudanese italian french german spanish arabic west east north
    south methodist catholic anglican baptist muslim hindu sikh jewish quaker christian friday monday tuesday wednesday
    thursday saturday sunday christmas easter ramadan eid diwali labour legion radio tv mass church chapel mosque temple
    """.split()
)


def names(sentence: Sentence) -> frozenset[int]:
    """Positions of the words that are part of a name."""
    words = sentence.words
    shouted = sum(word.raw.isupper() and len(word.raw) > 1 for word in words) > len(words) / 2
    found: set[int] = set()
    for place, word in enumerate(words):
        found |= _road(words, place)
        if word.word in TITLES and (
            (word.capital and place + 1 < len(words) and words[place + 1].capital)
            or word.word in {"mr", "mrs", "ms", "dr"}
        ):
            found |= _titled(words, place)
        elif not shouted and _named(words, place):
            found.add(place)
    return frozenset(found) | _possessor(words)


def _possessor(words: tuple[Word, ...]) -> set[int]:
    """ "John Taylor's husband rang": two or three capitals that begin a sentence, the last of them owns something."""
    for last in range(1, min(3, len(words))):
        owns = words[last].raw.endswith(("'s", "’s"))
        if owns and all(word.capital and word.before in {"", "-"} for word in words[: last + 1]):
            return set(range(last + 1))
    return set()


def _road(words: tuple[Word, ...], place: int) -> set[int]:
    """The words of an address that ends here: "Bowling Green Ln"; none where a saint or a sentence follows."""
    word = words[place]
    if word.word not in ROADS or not word.capital or word.before != "":
        return set()
    first = place
    while (
        first > 0 and place - first < 3 and words[first - 1].capital and (first == place or words[first].before == "")
    ):
        first -= 1
    return set(range(first, place + 1)) if first < place else set()


def _titled(words: tuple[Word, ...], place: int) -> set[int]:
    """A title and the name behind it: one word, and further ones while they have a capital."""
    found = {place}
    for at in range(place + 1, min(len(words), place + 4)):
        if at > place + 1 and not words[at].capital:
            break
        if words[at].before not in {"", ".", "-"}:
            break
        found.add(at)
    return found


def _named(words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    if not word.capital or word.word in _NO_NAME:
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if after is not None and after.capital and after.word in STREETS and after.before == "":
        return True
    if before is None or before.word in _NO_NAME:
        return False
    if word.word in STREETS and before.capital and word.before == "" and place > 1:
        return True
    initial = len(before.raw) == 1 and before.capital and before.word not in {"i", "a"} and word.before in {".", ""}
    return initial or (word.before in {"", "-"} and before.capital and place > 1 and not before.raw.isupper())
