"""Which kind of asset a row is, from the words its source sorts it by.

Invariant: pure; a table that somebody can read, the first term that stands in it decides, and a group is what is left.
"""

from collections.abc import Iterable

# What a source calls it (lower case, singular) -> a value of `cms.models.Kind`.
KINDS: dict[str, str] = {
    # Places: somebody can go there without joining anything.
    "library": "place", "static library": "place", "community library": "place", "mobile library": "service",
    "allotment": "place", "allotment site": "place", "sports facility": "place", "leisure centre": "place",
    "swimming pool": "place", "gym": "place", "community hub": "place", "community centre": "place",
    "village hall": "place", "church hall": "place", "hall": "place", "park": "place", "nature reserve": "place",
    "garden": "place", "playground": "place", "museum": "place", "gallery": "place", "art gallery": "place",
    "theatre": "place", "cinema": "place", "arts centre": "place", "children's centre": "place",
    "family hub": "place", "warm space": "place", "place of worship": "place", "venue": "place", "place": "place",
    # Services: people come for help, not for company.
    "food bank": "service", "foodbank": "service", "advice": "service", "advice service": "service",
    "helpline": "service", "transport": "service", "community transport": "service", "service": "service",
    "counselling": "service",
    # Groups.
    "sports club": "group", "club": "group", "society": "group", "choir": "group", "charity": "group",
    "group": "group", "support group": "group", "community group": "group", "self-help group": "group",
    # The other kinds, where a source names them.
    "class": "activity", "course": "activity", "workshop": "activity", "activity": "activity", "event": "activity",
    "walk": "activity", "volunteer role": "volunteer_role", "volunteering opportunity": "volunteer_role",
    "volunteer opportunity": "volunteer_role", "online": "online", "online group": "online", "comes to you": "visiting",
}  # fmt: skip
DEFAULT = "group"
# What the end of a name tells alone, and words of names that speak of people all the same.
_BY_NAME = (
    frozenset(
        "library|museum|leisure centre|swimming pool|community centre|village hall|art gallery|arts centre|theatre|"
        "food bank|foodbank|family hub|children's centre|nature reserve|sports centre|community hub".split("|")
    )
    & KINDS.keys()
)
_PEOPLE = frozenset(
    "friends group club society at in for volunteers users reading trust association choir class".split()
)


def kind_of(taxonomy: Iterable[str], *, register: bool) -> str:
    """The kind of a row. A charity is a group whatever its topics are: they say what it is about, not what it is."""
    if register:
        return DEFAULT
    return next((kind for term in taxonomy if (kind := KINDS.get(_plain(term)))), DEFAULT)


def kind_by_name(name: str) -> str:
    """A place or a service that its name says it is ("Brindle Library"); nothing for the friends of one."""
    words = name.casefold().replace("’", "'").split()
    if set(words) & _PEOPLE or len(words) > 6:
        return ""
    return next((KINDS[tail] for size in (2, 1) if (tail := " ".join(words[-size:])) in _BY_NAME), "")


def _plain(term: str) -> str:
    word = " ".join(term.casefold().replace("’", "'").split())
    if word in KINDS:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches")) else word.removesuffix("s")
