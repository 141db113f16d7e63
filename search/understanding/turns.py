"""A transcript's turns: where each begins, who speaks, and which speaker is the person the visit is for.

Invariant: pure; a text without at least four labelled turns of two speakers is no transcript.
"""

import re
from collections import Counter
from dataclasses import dataclass

from search.understanding.relations import relation_in

_TURN = re.compile(
    r"^[ \t]*(?P<stamp>\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\)?\]?)?[ \t]*"
    r"(?P<label>[A-Z][\w.'’ ()-]{0,38}?):(?=\s)",
    re.MULTILINE,
)
_BARE_STAMP = re.compile(r"^[ \t]*\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?[ \t]*$")
_WORKER = re.compile(
    r"\b(?:worker|sw|ot|lw|splw|practitioner|interviewer|assessor|advis[eo]r|nurse|physio|"
    r"therapist|officer|facilitator|"
    r"assistant|coordinator|social prescriber|prescriber|clinician|staff|manager|navigator|"
    r"coach|host|researcher|hv|fsw|"
    r"health visitor|doctor|dr|gp|teacher|volunteer|interpreter)\b",
    re.IGNORECASE,
)
_RESIDENT = re.compile(r"\b(?:patient|pt|client|resident|service user|customer|tenant|young person|yp|child)\b", re.I)
_NUMBERED = re.compile(r"\b(?:speaker|person|voice)\s*[\dA-F]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn's label from `start` to `said_from`, its words from there to `end`; `speaker` is "person", "worker" or
    whom the label names."""

    start: int
    said_from: int
    end: int
    speaker: str
    label: str = ""


def turns(text: str) -> tuple[Turn, ...]:
    """The turns in order; none where the text is no transcript."""
    found = [each for each in _TURN.finditer(text) if _is_turn(each)]
    stamped = [each for each in found if each["stamp"]]
    if len(stamped) >= 3:
        found = stamped
    labels = [each["label"].strip() for each in found]
    counted = Counter(labels)
    if len(found) < 4 or len(counted) < 2 or (not stamped and max(counted.values()) < 3):
        return ()
    if not stamped:
        found = [each for each in found if counted[each["label"].strip()] > 1 or _NUMBERED.search(each["label"])]
    ends = [each.start() for each in found[1:]] + [len(text)]
    said = [(each["label"].strip(), text[each.end() : end]) for each, end in zip(found, ends, strict=True)]
    roles = _roles(said, text[: found[0].start()] if found else "")
    return tuple(
        Turn(each.start(), each.end(), end, roles[each["label"].strip()], each["label"].strip())
        for each, end in zip(found, ends, strict=True)
    )


def person_labels(text: str) -> frozenset[str]:
    """How a transcript names the person the visit is for."""
    return frozenset(turn.label for turn in turns(text) if turn.speaker == "person")


def _is_turn(found: re.Match[str]) -> bool:
    return bool(found["stamp"]) or len(found["label"].split()) <= 4


def _roles(said: list[tuple[str, str]], before: str) -> dict[str, str]:
    labels = list(dict.fromkeys(label for label, _ in said))
    roles: dict[str, str] = {}
    for label in labels:
        if _RESIDENT.search(label):
            roles[label] = "person"
        elif _WORKER.search(label):
            roles[label] = "worker"
        elif relation_in(label):
            roles[label] = relation_in(label)
    rest = [label for label in labels if label not in roles]
    if rest and "worker" not in roles.values():
        asks = Counter({label: _share_of_questions(label, said) for label in rest})
        roles[max(rest, key=lambda label: asks[label])] = "worker"
        rest = [label for label in rest if label not in roles]
    if rest and "person" not in roles.values():
        person = _person(rest, said, before)
        roles[person] = "person"
    for label in labels:
        roles.setdefault(label, "another" if _NUMBERED.search(label) else label)
    return roles


def _share_of_questions(label: str, said: list[tuple[str, str]]) -> float:
    own = [words for who, words in said if who == label]
    return sum("?" in words for words in own) / len(own)


def _person(rest: list[str], said: list[tuple[str, str]], before: str) -> str:
    """Whom the account names first, else who says most."""
    named = {label: before.find(label.split()[-1]) for label in rest if not _NUMBERED.search(label)}
    early = [label for label, place in named.items() if place >= 0]
    if early:
        return min(early, key=lambda label: named[label])
    amounts = Counter[str]()
    for who, words in said:
        amounts[who] += len(words)
    return max(rest, key=lambda label: amounts[label])


def is_stamp(line: str) -> bool:
    """A line that is a time and nothing else."""
    return bool(_BARE_STAMP.match(line))
