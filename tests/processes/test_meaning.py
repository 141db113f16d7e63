"""A server reads what listings mean by itself, with the real model, and finds by it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

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

    def reasons() -> set[str]:
        found = json.loads(get(f"{address}/api/search?q={quote(SAID)}&limit=50"))["results"]
        return {fact["kind"] for each in found for fact in each["reason_facts"]}

    until(lambda: "meaning" in reasons())
