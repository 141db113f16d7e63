"""Notes with what a careful reader takes from them: marks taken out, each with its place in the plain text.

Invariant: `text[mark.start : mark.end]` are the marked words.
"""

import re
from dataclasses import dataclass
from pathlib import Path

NOTES = Path(__file__).with_name("notes")
_MARK = re.compile(
    r"\{(?P<kind>when:|travel:|access:|company:|@(?P<who>[^{}+~*-]+?)(?=[+~*-])|)(?P<signs>[+~*-]*)(?P<words>[^{}]*)\}"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind`: interest, not_interest, gift, either, when, travel, access or company. `who`: whose, "" the person's."""

    kind: str
    words: str
    start: int
    end: int
    who: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    name: str
    tags: frozenset[str]
    stage: str
    text: str
    marks: tuple[Mark, ...]

    def of(self, kind: str, *, others: bool = False) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == kind and bool(mark.who) == others)


def notes(folder: Path = NOTES) -> tuple[Note, ...]:
    """Every note of a folder, in the order of the files."""
    return tuple(
        _note(each)
        for path in sorted(folder.glob("*.txt"))
        for each in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    )


def _note(source: str) -> Note:
    head, body = source.split("\n", 1)
    name, tags, stage = (each.strip() for each in head.split("|"))
    text, marks = plain(body.strip("\n"))
    return Note(name, frozenset(tags.split()), stage, text, marks)


def plain(body: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks."""
    text, marks, last = "", [], 0
    for found in _MARK.finditer(body):
        text += body[last : found.start()]
        start = len(text)
        text += found["words"]
        for kind in _kinds(found):
            marks.append(Mark(kind, found["words"], start, len(text), found["who"] or ""))
        last = found.end()
    return text + body[last:], tuple(marks)


def _kinds(found: re.Match[str]) -> list[str]:
    if found["kind"].endswith(":"):
        return [found["kind"][:-1]]
    names = {"+": "interest", "-": "not_interest", "*": "gift", "~": "either"}
    return [names[sign] for sign in found["signs"]]
