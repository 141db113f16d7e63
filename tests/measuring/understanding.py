"""How well notes are read: `python -m tests.measuring.understanding [FOLDER] [--wrong]` prints the figures.

Precision and recall count interests of the person where the words of a reading and of a mark overlap; a mark of the
same words elsewhere in the note counts as found. `--wrong` lists what was missed and what was read wrongly.
"""

import re
import sys
import time
from collections import Counter
from pathlib import Path

from search.shipped import shipped
from search.stems import stems
from search.understanding.note import read_note
from search.understanding.reading import Person, Reading, Said
from search.understanding.relations import FULL
from tests.understanding.marked import NOTES, Mark, Note, notes


def overlaps(one: Said | Mark, other: Said | Mark) -> bool:
    return one.start < other.end and other.start < one.end


class Score:
    """Counts over notes. `wrong`: lines that say what was missed and what was read wrongly."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def add(self, note: Note, reading: Reading) -> None:
        self._interests(note, reading)
        self._refusals(note, reading)
        self._others(note, reading)
        self._rest(note, reading)
        self.counts["sentences"] += len(re.findall(r"[.!?]+(?=\s|$)|\n+", note.text)) or 1

    def _interests(self, note: Note, reading: Reading) -> None:
        gold, fair = note.of("interest"), (*note.of("either"), *note.of("gift"))
        for said in reading.interests:
            if any(overlaps(said, mark) or stems(said.words) == stems(mark.words) for mark in gold):
                self.counts["right"] += 1
            elif not any(overlaps(said, mark) for mark in fair):
                self.counts["false"] += 1
                self.wrong.append(f"{note.name}: false {said.words!r} ({said.label}, {said.sure})")
        told = {stems(said.words) for said in reading.interests}
        found = {stems(mark.words) for mark in gold if any(overlaps(mark, said) for said in reading.interests)} | told
        for mark in gold:
            hit = stems(mark.words) in found
            self.counts["found" if hit else "missed"] += 1
            if not hit:
                self.wrong.append(f"{note.name}: missed {mark.words!r}")

    def _refusals(self, note: Note, reading: Reading) -> None:
        gold = note.of("not_interest")
        for said in reading.not_interests:
            right = any(overlaps(said, mark) for mark in (*gold, *note.of("either"), *note.of("company"))) or any(
                stems(said.words) == stems(mark.words) for mark in gold
            )
            self.counts["refused right" if right else "refused false"] += 1
            if not right:
                self.wrong.append(f"{note.name}: refused false {said.words!r}")
        for mark in gold:
            hit = any(overlaps(mark, said) for said in reading.not_interests)
            self.counts["refused found" if hit else "refused missed"] += 1
            if not hit:
                self.wrong.append(f"{note.name}: refused missed {mark.words!r}")

    def _others(self, note: Note, reading: Reading) -> None:
        gold = note.of("interest", others=True)
        fair = (*note.of("either", others=True), *note.of("gift", others=True))
        for person in reading.people:
            for said in person.interests:
                right = any(overlaps(said, mark) and same(mark.who, person) for mark in gold)
                if right or not any(overlaps(said, mark) for mark in fair):
                    self.counts["others right" if right else "others false"] += 1
                if not right:
                    self.wrong.append(f"{note.name}: others false {person.who}: {said.words!r}")
        for mark in gold:
            hit = any(
                same(mark.who, person) and overlaps(mark, said)
                for person in reading.people
                for said in person.interests
            )
            self.counts["others found" if hit else "others missed"] += 1
            if not hit:
                self.wrong.append(f"{note.name}: others missed {mark.who}: {mark.words!r}")

    def _rest(self, note: Note, reading: Reading) -> None:
        told = {
            "gift": reading.gifts, "when": reading.when, "travel": reading.travel, "access": reading.access,
            "company": reading.company,
        }  # fmt: skip
        for kind, said in told.items():
            gold = note.of(kind)
            for each in said:
                right = any(overlaps(each, mark) for mark in (*gold, *note.of("not_interest"), *note.of("either")))  # type: ignore[arg-type]
                self.counts[f"{kind} right" if right else f"{kind} false"] += 1
                if not right:
                    self.wrong.append(f"{note.name}: {kind} false {each.words!r}")
            for mark in gold:
                hit = any(overlaps(mark, each) for each in said)  # type: ignore[arg-type]
                self.counts[f"{kind} found" if hit else f"{kind} missed"] += 1
                if not hit:
                    self.wrong.append(f"{note.name}: {kind} missed {mark.words!r}")
        self.counts["stage right" if note.stage == reading.stage else "stage wrong"] += 1
        if note.stage != reading.stage:
            self.wrong.append(f"{note.name}: stage {reading.stage}, not {note.stage}")

    def share(self, right: str, wrong: str) -> float:
        whole = self.counts[right] + self.counts[wrong]
        return self.counts[right] / whole if whole else 1.0

    def figures(self) -> dict[str, float]:
        """Name -> share (0 to 1), but false interests: in a hundred sentences."""
        figures = {
            "interests precision": self.share("right", "false"),
            "interests recall": self.share("found", "missed"),
            "false interests in 100 sentences": 100 * self.counts["false"] / max(1, self.counts["sentences"]),
            "negation precision": self.share("refused right", "refused false"),
            "negation recall": self.share("refused found", "refused missed"),
            "others precision": self.share("others right", "others false"),
            "others recall": self.share("others found", "others missed"),
            "stage right": self.share("stage right", "stage wrong"),
        }
        for kind in ("gift", "when", "travel", "access", "company"):
            figures[f"{kind} precision"] = self.share(f"{kind} right", f"{kind} false")
            figures[f"{kind} recall"] = self.share(f"{kind} found", f"{kind} missed")
        return figures


def same(who: str, person: Person) -> bool:
    """Whether a mark's "dad" is the person whom the reading names, or the words that named them."""
    names = {who.lower(), FULL.get(who.lower(), who.lower())}
    return any(name in other.lower() or other.lower() in name for name in names for other in (person.who, person.words))


def score(folder: Path = NOTES) -> Score:
    """All notes of a folder read with the shipped vocabulary."""
    vocabulary, total = shipped(), Score()
    for note in notes(folder):
        total.add(note, read_note(note.text, vocabulary))
    return total


def main() -> None:
    folders = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    began = time.perf_counter()
    total = score(*folders[:1])
    if "--wrong" in sys.argv:
        print("\n".join(total.wrong))
    for name, value in total.figures().items():
        print(f"{value:8.3f}  {name}")
    print(f"{time.perf_counter() - began:8.1f}  seconds, vocabulary included; {total.counts['sentences']} sentences")


if __name__ == "__main__":
    main()
