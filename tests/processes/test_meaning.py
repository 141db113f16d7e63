"""A server reads what listings mean by itself, with the real model, and finds by it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes.installation import Installation, get, until

pytestmark = pytest.mark.processes
# No listing of the borough has this word in what it does, nor has the vocabulary.
SAID = "hedgerows"


@pytest.fixture
def with_model(migrated: Path, compiled: Path, tmp_path: Path) -> Iterator[Installation]:
    shutil.copytree(migrated, tmp_path / "data")
    model = {"CONNECTOR_EMBEDDER": "search.meaning.onnx.OnnxEmbedder"}
    made = Installation(tmp_path / "data", compiled, environment=model)
    yield made
    made.end()


def test_what_no_word_leads_to_is_found_some_time_after_the_start(with_model: Installation) -> None:
    address = with_model.serve()

    # The page, since the interface counts how often it is asked.
    until(lambda: "sounds close to" in get(f"{address}/search?q={SAID}"), every=0.5)
