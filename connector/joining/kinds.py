"""Which kind of thing somebody seems to be telling us about, from where it is and its words: a suggestion.

Invariant: pure; a connector sees the kind at the first look and may choose another. Whatever says nothing is a group.
"""

import re
from typing import Final

# The first that fits decides. Words of a name or of the one sentence.
TABLE: Final[tuple[tuple[str, str], ...]] = (
    ("volunteer_role", r"\bvolunteers? (?:wanted|needed)\b|\bwe need (?:a |some )?volunteers?\b|\bvolunteering role\b"),
    ("service", r"\b(?:helpline|advice|food ?bank|clinic|counselling|drivers?|dial.a.ride|befriending|repairs?)\b"),
    ("activity", r"\b(?:class(?:es)?|lessons?|course|workshops?|walks?|yoga|zumba|pilates|aerobics|sessions?)\b"),
    (
        "place",
        r"\b(?:library|museum|park|playground|allotments?|open to (?:all|everybody|the public))\b",
    ),
)
_BY_WHERE: Final = {"online": "online", "visiting": "visiting"}
_GROUP: Final = re.compile(r"\b(?:group|club|circle|choir|band|society|guild|friends|team|cafe|café)\b", re.IGNORECASE)


def kind_of(name: str, summary: str, how: str) -> str:
    """A value of `cms.models.Kind`. `how`: place, home, online or visiting. What calls itself a group is one."""
    if how in _BY_WHERE:
        return _BY_WHERE[how]
    if _GROUP.search(name):
        return "group"
    for text in (name, summary):
        for kind, words in TABLE:
            if re.search(words, text, re.IGNORECASE):
                return kind
    return "group"
