"""Many lines about getting in as a few: what is alike is said in one breath.

Invariant: pure; nothing is lost or changes its state, and a line with a note of its own stays a line of its own.
"""

from collections.abc import Iterable

from cms.access import GETTING_IN, NAMES, not_known
from cms.cards import AccessLine
from cms.tongue import gettext


def grouped(lines: Iterable[AccessLine]) -> tuple[AccessLine, ...]:
    """The same facts in fewer lines, in the order in which each group begins: "Step-free, toilet, chairs with arms",
    "No parking, no hearing loop", and what is not known last, once: "Not known: toilet with rails, quiet space"."""
    plain = _plain()
    groups: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        joins = line.state == "unknown" or line.words in plain.get(line.state, ())
        groups.setdefault((line.state, "" if joins else line.words), []).append(line.words)
    unknown = groups.pop(("unknown", ""), [])
    told = [AccessLine(state, _joined(words)) for (state, _), words in groups.items()]
    return (*told, *([AccessLine("unknown", _not_known(unknown))] if unknown else []))


def _plain() -> dict[str, frozenset[str]]:
    """What a building has, said without a note, in the language of the lines: these can stand beside one another."""
    return {
        "yes": frozenset(NAMES[subject].yes for subject in GETTING_IN),
        "no": frozenset(NAMES[subject].no for subject in GETTING_IN),
    }


def _not_known(lines: list[str]) -> str:
    if len(lines) == 1:
        return lines[0]
    names = {not_known(subject): words.name for subject, words in NAMES.items()}
    said = ", ".join(_small(names.get(line, line)) for line in lines)
    return gettext("Not known: %(what)s") % {"what": said}


def _joined(words: list[str]) -> str:
    return ", ".join([words[0], *map(_small, words[1:])])


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
