"""The numbers of several processes of one server are told together by whichever is asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.processes
COUNT = "from search import metrics; metrics.answered('tantivy', degraded=False, seconds=0.01, hits=3)"
TELL = f"{COUNT}; print(metrics.text().decode())"


def test_whoever_is_asked_tells_those_of_all(tmp_path: Path) -> None:
    told = [_run(code, tmp_path) for code in (COUNT, COUNT, TELL)][-1]
    assert 'connector_searches_total{degraded="false",engine="tantivy"} 3.0' in told
    assert 'connector_search_hits_sum{degraded="false",engine="tantivy"} 9.0' in told


def _run(code: str, folder: Path) -> str:
    environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=60
    ).stdout
