"""`make bench`, `make bench-es`: build, ask, print. Invariant: nothing is reported that this run did not measure."""

import argparse
import os
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
django.setup()

from tests.bench.beside import BesideElasticsearch  # noqa: E402  (models need Django first)
from tests.bench.pasted import paste  # noqa: E402
from tests.bench.relevance import relevance  # noqa: E402
from tests.bench.run import Bench  # noqa: E402

reading = argparse.ArgumentParser(prog="python -m tests.bench")
reading.add_argument("what", nargs="?", choices=["embedded", "elasticsearch", "relevance"], default="embedded")
reading.add_argument("--judged", type=Path, help="the folder of judged queries")
reading.add_argument("--into", type=Path, help="a page with marks between which the figures are put")
asked = reading.parse_args()
if asked.what == "relevance":
    text = "\n".join(relevance(asked.judged))
else:
    kind = BesideElasticsearch if asked.what == "elasticsearch" else Bench
    bench = kind(listings=int(os.environ.get("BENCH_LISTINGS", "100000")))
    bench.run()
    text = bench.told()
print(text)
if asked.into:
    paste(asked.into, f"bench {asked.what}", text)
