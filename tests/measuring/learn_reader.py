"""Learn the model that reads notes: `python -m tests.measuring.learn_reader [FOLDER …] [--into FILE]`.

Folders hold marked notes (`tests/understanding/notes/README.md`); without one, all that are for learning. A thing that
is told again counts as marked again; what can fairly be read either way is learned as nothing. Invariant: the same
notes, rules and settings give the same model.
"""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pycrfsuite import Trainer

from search.shipped import shipped
from search.stems import stems
from search.understanding.learned.clues import clues
from search.understanding.learned.known import told
from search.understanding.learned.stages import FILE as STAGES
from search.understanding.learned.stages import stage_clues
from search.understanding.learned.tagger import FILE, OTHERS, OUTSIDE
from search.understanding.sentences import Sentence
from search.vocabulary import Vocabulary
from tests.measuring.plain_sentences import plainly
from tests.understanding.marked import NOTES, Mark, Note, notes

LEARNED_FROM = tuple(NOTES.with_name(name) for name in ("fresh", "practice"))
SETTINGS = {"c1": 0.3, "c2": 0.5, "max_iterations": 120, "feature.possible_transitions": True}
# How many of the marked sentences are learned a second time without the marked words themselves.
UNNAMED = 0.6
_ITSELF = ("w=", "ww", "kc=", "end3=", "end2=")
_AGAIN = {"interest", "not_interest"}


def labels(sentence: Sentence, marks: tuple[Mark, ...]) -> list[str]:
    """For each word of a sentence `O`, or `B-` or `I-` and what its mark says."""
    found = [OUTSIDE] * len(sentence.words)
    for mark in marks:
        if mark.kind in _AGAIN:
            _put_again(found, sentence, mark)
    for mark in marks:
        if mark.kind != "either":
            places = [at for at, word in enumerate(sentence.words) if word.start < mark.end and mark.start < word.end]
            if places and (mark.kind == "interest" or all(found[at] == OUTSIDE for at in places)):
                _put(found, places, mark)
    return found


def _unnamed(word: list[str], label: str) -> list[str]:
    """The clues of a marked word without the word itself: what it is must be told by what stands around it too."""
    return word if label == OUTSIDE else [clue for clue in word if not clue.startswith(_ITSELF)]


def _put_again(found: list[str], sentence: Sentence, mark: Mark) -> None:
    words = tuple(stems(mark.words))
    for at in range(len(sentence.words) - len(words) + 1):
        if words and sentence.stems[at : at + len(words)] == words:
            _put(found, list(range(at, at + len(words))), mark)


def _put(found: list[str], places: list[int], mark: Mark) -> None:
    kind = f"{OTHERS if mark.who else ''}{mark.kind}"
    for number, at in enumerate(places):
        found[at] = f"{'I' if number else 'B'}-{kind}"


def examples(folders: tuple[Path, ...], vocabulary: Vocabulary) -> Iterator[tuple[list[list[str]], list[str]]]:
    """(clues, labels) of every sentence of every note."""
    for folder in folders:
        for note in notes(folder):
            yield from _of_note(note, vocabulary)
    for note in plainly(vocabulary):
        yield from _of_note(note, vocabulary)


def _of_note(note: Note, vocabulary: Vocabulary) -> Iterator[tuple[list[list[str]], list[str]]]:
    for known in filter(lambda each: each.tells, told(note.text, vocabulary).known):
        yield clues(known), labels(known.sentence, note.marks)


def learn(folders: tuple[Path, ...] = LEARNED_FROM, into: Path = FILE) -> int:
    """Write the model; how many sentences it was learned from."""
    trainer = Trainer(verbose=False)
    count = 0
    draw = random.Random(11)
    for each, marked in examples(folders, shipped()):
        trainer.append(each, marked)
        count += 1
        if any(label != OUTSIDE for label in marked) and draw.random() < UNNAMED:
            trainer.append([_unnamed(*both) for both in zip(each, marked, strict=True)], marked)
    trainer.set_params(SETTINGS)
    trainer.train(str(into))
    return count


def learn_stages(folders: tuple[Path, ...] = LEARNED_FROM, into: Path = STAGES) -> int:
    """Write the model of stages of life; how many notes it was learned from."""
    vocabulary, trainer = shipped(), Trainer(verbose=False)
    found = [note for folder in folders for note in notes(folder)]
    for note in found:
        trainer.append([stage_clues(note.text, told(note.text, vocabulary).known)], [note.stage])
    trainer.set_params({"c1": 0.1, "c2": 0.5, "max_iterations": 100})
    trainer.train(str(into))
    return len(found)


def main() -> None:
    given = sys.argv[1:]
    into = Path(given[given.index("--into") + 1]) if "--into" in given else FILE
    folders = tuple(Path(each) for each in given if not each.startswith("--") and Path(each) != into)
    began = time.perf_counter()
    stages = learn_stages(folders or LEARNED_FROM)
    print(f"{stages:,} notes learned for the stage of life.")
    count = learn(folders or LEARNED_FROM, into)
    took = time.perf_counter() - began
    print(f"{count:,} sentences learned in {took:.0f} s: {into.name}, {into.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
