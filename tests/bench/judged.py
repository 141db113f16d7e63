"""Runs of judged queries and how good they are: the harness that every system is scored by.

Invariant: it is trusted only after it has scored the plainest baseline, made here anew by the set's own program, as the
set says (.262 and .47); `Refused` otherwise.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from search import evaluation

BASELINE = (".262", ".47")
JUDGEMENTS = ("judgements.tsv", "judgements_round2.tsv")
# Query -> ids of listings in their order.
Run = Mapping[str, Sequence[str]]


class Refused(Exception):
    """The harness does not score the baseline as it must, so no figure of it is told."""


@dataclass(frozen=True)
class Judged:
    """A set: texts of its queries, and grades by query and listing."""

    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]

    @classmethod
    def read(cls, folder: Path) -> "Judged":
        lines = (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()
        fields = [line.split("\t") for line in lines if line]
        texts = [line for name in JUDGEMENTS for line in (folder / name).read_text(encoding="utf-8").splitlines()]
        return cls({each[0]: each[2] for each in fields}, evaluation.judgements(texts))

    def counted(self) -> list[str]:
        """The queries that are measured."""
        return [query for query in self.queries if evaluation.counts(self.grades.get(query, {}))]

    def score(self, run: Run) -> tuple[float, float]:
        """nDCG@10 and hit@3."""
        pairs = [(run.get(query, ()), self.grades[query]) for query in self.counted()]
        return mean(evaluation.ndcg(*pair) for pair in pairs), mean(evaluation.hit(*pair) for pair in pairs)

    def unjudged(self, run: Run) -> float:
        """How many of the first ten nobody has judged, on average."""
        tens = [(run.get(query, ())[:10], self.grades[query]) for query in self.counted()]
        return mean(sum(listing not in grades for listing in ten) for ten, grades in tens)


def two_figures(scores: tuple[float, float]) -> tuple[str, str]:
    """As the set writes them: .262 and .47."""
    return f"{scores[0]:.3f}".lstrip("0"), f"{scores[1]:.2f}".lstrip("0")


def trusted(folder: Path, work: Path) -> Judged:
    """The set in a folder, once the baseline has been scored. Raises Refused."""
    judged, made = Judged.read(folder), work / "baseline.tsv"
    with made.open("w", encoding="utf-8") as out:
        command = [sys.executable, str(folder / "bm25_baseline.py")]
        command += [str(folder / "corpus.jsonl.gz"), str(folder / "queries.tsv")]
        subprocess.run(command, stdout=out, check=True)
    figures = two_figures(judged.score(read_run(made)))
    if figures != BASELINE:
        raise Refused(f"The baseline scores {' and '.join(figures)} here, not {' and '.join(BASELINE)}.")
    return judged


def read_run(path: Path) -> Run:
    """A run in a file: query, Q0, listing, rank, score, tag."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, listing, *_ = line.split("\t")
        found.setdefault(query, []).append(listing)
    return found
