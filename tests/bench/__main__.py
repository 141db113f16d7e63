"""`make bench`: build, ask, print. Invariant: nothing is reported that this run did not measure."""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
django.setup()

from tests.bench.report import page  # noqa: E402  (models need Django first)
from tests.bench.run import Bench  # noqa: E402

bench = Bench(listings=int(os.environ.get("BENCH_LISTINGS", "100000")))
bench.run()
text = page(bench.facts, [row.cells() for row in bench.rows])
print(text)
if len(sys.argv) > 1:
    Path(sys.argv[1]).write_text(text, encoding="utf-8")
