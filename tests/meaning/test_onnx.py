"""The real model keeps the contract, and knows what no word tells."""

from pathlib import Path

import pytest

from search import conf
from search.meaning.base import Embedder
from search.meaning.model_files import MODEL, NAME, TOKENS, ModelMissing, model_files
from search.meaning.onnx import OnnxEmbedder
from tests.meaning.contract import EmbedderContract

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return OnnxEmbedder.installed(conf.models_folder())


class TestOnnxEmbedder(EmbedderContract):
    @pytest.mark.parametrize(
        ("said", "closer", "further"),
        [
            ("her tablet baffles her", "Help with computers and getting online", "A club for players of bridge"),
            ("nobody to eat with", "A weekly lunch club with company", "A football team for boys"),
            ("always tinkering with engines", "Restoring vintage tractors", "A choir that sings Bach"),
        ],
    )
    def test_knows_what_no_word_tells(self, embedder: Embedder, said: str, closer: str, further: str) -> None:
        wanted, one, other = embedder.embed([said, closer, further])
        assert wanted @ one > wanted @ other


def test_a_file_that_is_not_the_chosen_one_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    with pytest.raises(ModelMissing, match="make setup"):
        model_files(tmp_path)
    for name in (MODEL, TOKENS):
        (folder / name).write_bytes(b"something else")
    with pytest.raises(ModelMissing, match="not the file that was chosen"):
        model_files(tmp_path)
