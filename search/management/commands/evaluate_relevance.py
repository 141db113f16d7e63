"""`manage.py evaluate_relevance`: run judged queries through the finder, write the run, print nDCG@10 and hit@3."""

from argparse import ArgumentParser
from collections import defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.models import AssetSource
from cms.visibility import PUBLIC
from search import evaluation
from search.finder import find
from search.questions import Question
from search.refresh import finish_meaning, ready_to_search

TAG = "connector"


class Command(BaseCommand):
    help = "Measure the ranking against graded judgements. Brings the index up to date first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queries", type=Path, required=True, help="TAB-separated: id, type, text.")
        parser.add_argument(
            "--judgements", type=Path, nargs="+", required=True, help="TAB-separated: query, id, grade."
        )
        parser.add_argument("--run", type=Path, required=True, help="Where to write query, Q0, id, rank, score, tag.")
        parser.add_argument("--depth", type=int, default=50, help="How many listings a query in the run.")

    def handle(self, *args: Any, queries: Path, judgements: list[Path], run: Path, depth: int, **options: Any) -> None:
        for path in (queries, *judgements):
            if not path.is_file():
                raise CommandError(f"There is no file {path}. Give a path that exists.")
        ready_to_search(say=self.stderr.write)
        finish_meaning(say=self.stderr.write)
        graded = evaluation.judgements(
            line for path in judgements for line in path.read_text(encoding="utf-8").splitlines()
        )
        figures: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
        with run.open("w", encoding="utf-8") as out:
            for line in queries.read_text(encoding="utf-8").splitlines():
                query, kind, text = [*line.split("\t"), "", ""][:3]
                ranked = self._ranked(text, depth)
                for rank, (listing, score) in enumerate(ranked, 1):
                    out.write("\t".join((query, "Q0", listing, str(rank), f"{score:.6f}", TAG)) + "\n")
                grades = graded.get(query, {})
                if evaluation.counts(grades):
                    ids = [listing for listing, _ in ranked]
                    figure = (evaluation.ndcg(ids, grades), evaluation.hit(ids, grades))
                    figures[kind].append(figure)
                    figures["all"].append(figure)
        self._print(figures)

    def _ranked(self, text: str, depth: int) -> list[tuple[str, float]]:
        page = find(Question(text=text, limit=depth), viewer=PUBLIC, now=timezone.localtime())
        rows = AssetSource.objects.filter(asset_id__in=[hit.asset_id for hit in page.hits]).order_by("-pk")
        sources = dict(rows.values_list("asset_id", "source_ref"))
        return [(sources[hit.asset_id], hit.score) for hit in page.hits if hit.asset_id in sources]

    def _print(self, figures: dict[str, list[tuple[float, bool]]]) -> None:
        self.stdout.write("type\tqueries\tnDCG@10\thit@3")
        for kind in sorted(figures, key=lambda name: (name == "all", name)):
            scores, hits = zip(*figures[kind], strict=True)
            self.stdout.write(f"{kind}\t{len(scores)}\t{mean(scores):.3f}\t{mean(hits):.2f}")
