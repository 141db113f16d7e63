"""An embedder for tests: each stem has a direction of its own, a text is the sum of its stems. Held to the contract."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Self

import numpy as np

from search.meaning.base import DIMENSIONS, Floats
from search.stems import stems, words


class StemEmbedder:
    """Texts that share stems lie close; it knows of no other likeness than those it is told: word -> word."""

    name = "stems"

    @classmethod
    def installed(cls, folder: Path) -> Self:
        return cls()

    def __init__(self, same: dict[str, str] | None = None) -> None:
        self._same = same or {}
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> Floats:
        self.texts += len(texts)
        vectors = np.array([self._one(text) for text in texts], dtype=np.float32).reshape(-1, DIMENSIONS)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def _one(self, text: str) -> Floats:
        found = stems(" ".join(self._same.get(word, word) for word in words(text))) or ("",)
        return np.sum([_direction(stem) for stem in found], axis=0)


def _direction(stem: str) -> Floats:
    seed = int.from_bytes(sha256(stem.encode()).digest()[:8], "little")
    return np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
