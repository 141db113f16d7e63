"""Make `search/understanding/learned/word_kinds.txt`: `python -m tests.measuring.word_kinds` (a minute or so).

Every plain word that the language model knows whole and every single word of the vocabulary gets the vector of that
model (bge-small-en-v1.5, MIT licence), and the vectors are grouped three times by spherical k-means. Only which
words are alike is kept. After it, `make reader` must run again. Invariant: the same model and vocabulary give the same
groups.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from search.meaning.model_files import ModelFiles, model_files
from search.shipped import shipped
from search.understanding.learned.word_kinds import FILE

GROUPS = (40, 200, 700)
ROUNDS, TOGETHER, SEED = 25, 64, 7
_WORD = re.compile(r"[a-z]{2,}")


def words(tokenizer: Tokenizer) -> list[str]:
    """Whole words of the tokenizer and single words of the vocabulary, in order."""
    found = {*tokenizer.get_vocab(), *(word for word in shipped().singles if len(word) > 2)}
    return sorted(filter(_WORD.fullmatch, found))


def vectors(found: list[str], tokenizer: Tokenizer, model: Path) -> np.ndarray:
    """One row of length 1 for each word, what they have in common taken away."""
    session = onnxruntime.InferenceSession(str(model))
    ids = [tokenizer.encode(word).ids for word in found]
    rows = np.zeros((len(found), 384), np.float32)
    for batch in _batches(ids):
        given = np.array([ids[at] for at in batch], np.int64)
        ones = np.ones_like(given)
        inputs = {"input_ids": given, "attention_mask": ones, "token_type_ids": ones - 1}
        rows[batch] = session.run(None, inputs)[0][:, 0]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows -= rows.mean(0)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _batches(ids: list[list[int]]) -> Iterator[list[int]]:
    """Positions of words of one length each, so that nothing is padded."""
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    batch: list[int] = []
    for at in order:
        if batch and (len(batch) == TOGETHER or len(ids[at]) != len(ids[batch[0]])):
            yield batch
            batch = []
        batch.append(at)
    yield batch


def grouped(rows: np.ndarray, groups: int, draw: np.random.Generator) -> np.ndarray:
    """The group of each row."""
    middles = rows[draw.choice(len(rows), groups, replace=False)]
    nearest = (rows @ middles.T).argmax(1)
    for _ in range(ROUNDS):
        middles = np.zeros_like(middles)
        np.add.at(middles, nearest, rows)
        middles /= np.linalg.norm(middles, axis=1, keepdims=True) + 1e-9
        nearest = (rows @ middles.T).argmax(1)
    return nearest


def _files() -> ModelFiles:
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "connector" / "models"
    return model_files(Path(os.environ.get("CONNECTOR_MODELS", cache)))


def main() -> None:
    files = _files()
    tokenizer = Tokenizer.from_file(str(files.tokens))
    found = words(tokenizer)
    rows, draw = vectors(found, tokenizer, files.model), np.random.default_rng(SEED)
    kinds = [grouped(rows, groups, draw) for groups in GROUPS]
    lines = ("\t".join((word, *(str(kind[at]) for kind in kinds))) for at, word in enumerate(found))
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found):,} words in groups of {', '.join(map(str, GROUPS))}.")


if __name__ == "__main__":
    main()
