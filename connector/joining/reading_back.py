"""The answers as lines to read over, each with the question that changes it. Pure.

Invariant: says what people will read and who will read it; of a home only its area.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from cms.wording import cost_words

_WHERE: Final = {"online": "Online", "visiting": "We come to people"}
_SHOWN_TO: Final = {
    "everybody": "Everybody sees this.",
    "workers": "Only workers see this.",
    "no": "Nobody sees this until they have agreed.",
}


class Row(NamedTuple):
    """One line: the question behind it, what it is called, its words."""

    question: str
    label: str
    words: str


def rows(answers: Mapping[str, Any], *, mine: bool) -> list[Row]:
    """In the order that they were asked."""
    what, when, where, who, ask = (answers[each] for each in ("what", "when", "where", "who", "ask"))
    times = f"No fixed times. {when['words']}".strip() if when["varies"] else when["words"]
    return [
        Row("what", "Name", what["name"]),
        Row("what", "What you do" if mine else "What they do", what["summary"]),
        Row("when", "When", times),
        Row("where", "Where", where_words(where)),
        Row("who", "Who it is for", who["who_for"] or "Anybody"),
        Row("who", "Cost", cost_words(who["cost"], who["pence"], "") or "It differs. People ask."),
        Row("ask", "Who to ask", _ask(ask)),
    ]


def where_words(where: Mapping[str, Any]) -> str:
    """As people will read it."""
    if where["how"] in _WHERE:
        return _WHERE[where["how"]]
    if where["how"] == "home":
        return f"At somebody’s home, somewhere near {where['label']}. Nobody sees more than that."
    if "place" in where:
        return str(where["words"])
    return ", ".join(filter(None, [where.get("name", ""), where.get("street", ""), where["label"]]))


def _ask(ask: Mapping[str, Any]) -> str:
    named = ", ".join(filter(None, [ask["name"], ask["phone"], ask["email"]]))
    return f"{named}. {_SHOWN_TO[ask['shown_to']]}" if named else "Nobody is named. We will find out."
