"""The real embedder: bge-small on this machine's processor, by onnxruntime and tokenizers.

Invariant: one thread a call, so that a server's other threads go on; nothing is fetched, nothing leaves. The vector is
that of the first token ([CLS]), made length 1, as the model's card says; no instruction is put before a query.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from search.meaning.base import DIMENSIONS, Floats
from search.meaning.model_files import NAME, ModelFiles, model_files

# Tokens of one text. What a listing is about stands at its beginning; its pieces hold the rest.
MOST_TOKENS = 192
# Texts of like length go together, so that little is computed for padding.
TOGETHER = 16


class OnnxEmbedder:
    name = NAME

    @classmethod
    def installed(cls, folder: Path) -> Self:
        """With the files in this folder. Raises ModelMissing."""
        return cls(model_files(folder))

    def __init__(self, files: ModelFiles) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            files.model, sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._tokens = Tokenizer.from_file(str(files.tokens))
        self._tokens.enable_truncation(MOST_TOKENS)
        self._tokens.enable_padding()

    def embed(self, texts: Sequence[str]) -> Floats:
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for start in range(0, len(by_length), TOGETHER):
            places = by_length[start : start + TOGETHER]
            vectors[places] = self._together([texts[place] for place in places])
        return vectors

    def _together(self, texts: list[str]) -> Floats:
        read = self._tokens.encode_batch(texts)
        ids = np.array([each.ids for each in read], dtype=np.int64)
        mask = np.array([each.attention_mask for each in read], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, {name: given[name] for name in given if name in self._inputs})[0]
        first: Floats = np.asarray(states, dtype=np.float32)[:, 0]
        unit: Floats = first / np.linalg.norm(first, axis=1, keepdims=True)
        return unit
