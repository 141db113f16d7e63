"""Single facts of a listing in the words of a card: what it costs, whether there is room, who meets you.

Invariant: pure; a fact that is not known gives no words here, and the page decides whether to say so.
"""

import re
from typing import Final

from cms.costs import money
from cms.tongue import gettext, gettext_noop

_ROOM: Final = {
    "few": gettext_noop("A few places left"),
    "full": gettext_noop("Full just now"),
    "waiting": gettext_noop("There is a waiting list"),
    "paused": gettext_noop("Not running just now"),
}
# Words after a name that go on from it: "Maureen will call round", "Keeley has the toast".
_WHERE: Final = frozenset({"at", "by", "in", "on", "behind", "near", "with", "from"})
# A sentence ends here, and not after St or e.g.
_SENTENCE_END: Final = re.compile(
    r"(?<!\bSt)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bRd)(?<!\be\.g)(?<!\bi\.e)"
    r"[.!?][\"”’)]*(?= (?:[A-Z0-9“‘\"(]|$))"
)
_HELPING: Final = frozenset({"will", "can", "may", "has", "is", "would"})


def cost_words(cost: str, pence: int | None, given: str) -> str:
    """What it costs, as the group says it or else from its figures: "£2, tea included", "Free", "£1.50", "50p"."""
    if given:
        return given
    if cost == "free":
        return gettext("Free")
    if cost == "donation":
        return gettext("Give what you can")
    if cost == "paid":
        return money(pence) if pence else gettext("It costs something. Ask how much")
    return ""


def room_words(room: str) -> str:
    """What somebody should know before they come; nothing where there is room, or nobody knows."""
    return gettext(_ROOM[room]) if room in _ROOM else ""


def greeting_lead(greeting: str) -> str:
    """What stands before the greeter's name: "Look for" where the words stand beside it ("by the crane"), nothing where
    they go on from it ("meets you at the gate") or where there are none."""
    first = greeting.split(" ", 1)[0].rstrip(",")
    goes_on = first in _HELPING or (first.endswith("s") and first.isalpha() and not first.endswith("ss"))
    return "" if goes_on or not greeting else gettext("Look for")


def greeting(name: str, words: str) -> str:
    """Who meets you, as a sentence: "Maureen will call round first.", "Look for Frank, second peg, green umbrella."."""
    if not name:
        return ""
    if not words:
        return gettext("%(name)s will meet you.") % {"name": name}
    told = {"name": name, "words": words}
    said = gettext("Look for %(name)s, %(words)s") % told if greeting_lead(words) else f"{name} {words}"
    return said if said.endswith(".") else f"{said}."


def ask_for(name: str, role: str) -> str:
    """ "Ask for Sandra at the desk.", "Ask for Alan, who keeps the diary." """
    if not name:
        return ""
    return gettext("Ask for %(name)s.") % {"name": f"{name}{role_after(role)}"}


def role_after(role: str) -> str:
    """A role as it stands after a name: " at the desk", ", volunteer librarian"."""
    if not role:
        return ""
    return f" {role}" if role.split(" ", 1)[0] in _WHERE else f", {role}"


def ages(least: int | None, most: int | None) -> str:
    """ "18 and over.", "Under 12.", "5 to 11."; nothing where any age will do."""
    if least and most:
        return gettext("Ages %(least)d to %(most)d.") % {"least": least, "most": most}
    if least:
        return gettext("%(age)d and over.") % {"age": least}
    return gettext("Up to %(age)d.") % {"age": most} if most else ""


def listed(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def begun(paragraphs: tuple[str, ...], longest: int) -> tuple[str, tuple[str, ...]]:
    """The first whole sentences of a text, `longest` letters at most, and the paragraphs that go on from there. All of
    it stays together where its first sentence is longer."""
    if not paragraphs:
        return "", ()
    first, rest = paragraphs[0], paragraphs[1:]
    ends = [found.end() for found in _SENTENCE_END.finditer(f"{first} ") if found.start() < longest]
    if not ends:
        return "", paragraphs
    after = first[ends[-1] :].strip()
    return first[: ends[-1]].strip(), (after, *rest) if after else rest


def web_address(url: str) -> str:
    """The address where a browser may follow it; nothing where it is of another kind."""
    return url if url.startswith(("http://", "https://")) else ""
