"""`make bench-es RELEVANCE=FOLDER`: how good the answers are, of both engines and of the peers, on judged queries.

The folder holds `corpus.jsonl.gz`, `queries.tsv`, two files of judgements and `bm25_baseline.py`. Invariant: every
system is scored by one harness, on the listings as our import has them.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from cms.models import Asset, AssetSource
from search.questions import Question
from search.types import Point
from tests.bench.agreement import agreement
from tests.bench.choice import EMBEDDED, SERVER, engine_of
from tests.bench.judged import JUDGEMENTS, Judged, Run, read_run, trusted, two_figures
from tests.bench.peers.filled import all_peers
from tests.bench.peers.peer import Peer
from tests.bench.report import table
from tests.bench.run import say

# Where most of the judged listings are, and a circle around all of them: distance is not judged.
STRETFORD, EVERYWHERE_METRES = Point(53.446, -2.309), 1_000_000.0
HEAD = ("system", "nDCG@10", "hit@3", "unjudged in ten", "how it searches")


def relevance(folder: Path) -> list[str]:
    """Lines of Markdown."""
    work = settings.CONNECTOR_DATA / "runs"
    work.mkdir(parents=True, exist_ok=True)
    judged = trusted(folder, work)
    say("The harness scores the baseline as it must.")
    _fill(folder)
    runs = {name: _ours(engine, folder, work / f"{name}.tsv") for name, engine in _ENGINES.items()}
    rows = [_row(f"ours, {name}", run, judged, "") for name, run in runs.items()]
    rows += [_row(name, run, judged, lines) for name, lines, run in _peers(judged)]
    same = agreement(runs["tantivy"], runs["elasticsearch"])
    return [*table(HEAD, [_row("BM25, plainest", read_run(work / "baseline.tsv"), judged, ""), *rows]), "", same]


_ENGINES = {"tantivy": EMBEDDED, "elasticsearch": SERVER}


def _fill(folder: Path) -> None:
    call_command("migrate", verbosity=0)
    if not Asset.objects.exists():
        with engine_of(EMBEDDED):
            call_command("import_listings", str(folder / "corpus.jsonl.gz"), "--publish", verbosity=0)


def _ours(engine: str, folder: Path, run: Path) -> Run:
    """What the product's own command writes."""
    judgements = [folder / name for name in JUDGEMENTS]
    with engine_of(engine):
        call_command(
            "evaluate_relevance",
            queries=folder / "queries.tsv",
            judgements=judgements,
            run=run,
            stdout=io.StringIO(),
            stderr=sys.stderr,
        )
    return read_run(run)


def _peers(judged: Judged) -> list[tuple[str, str, Run]]:
    sources = dict(AssetSource.objects.order_by("-pk").values_list("asset_id", "source_ref"))
    with all_peers() as peers:
        return [
            (f"{peer.name}{where}", f"peers.md {peer.lines}", _run(peer, judged, made, sources))
            for peer in peers
            for where, made in _WAYS.items()
            if peer.answers(made("sewing"))
        ]


_WAYS: dict[str, Callable[[str], Question]] = {
    ": words": lambda text: Question(text=text),
    ": words and a place": lambda text: Question(text=text, near=STRETFORD, radius_m=EVERYWHERE_METRES),
}


def _run(peer: Peer, judged: Judged, made: Callable[[str], Question], sources: dict[int, str]) -> Run:
    return {
        query: [sources[asset_id] for asset_id in peer.ask(made(text))[0] if asset_id in sources]
        for query, text in judged.queries.items()
    }


def _row(name: str, run: Run, judged: Judged, lines: str) -> list[str]:
    return [name, *two_figures(judged.score(run)), f"{judged.unjudged(run):.1f}", lines]
