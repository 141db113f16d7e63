"""What turns texts into vectors. One contract (`tests/meaning/contract.py`) holds the real one and the tests' own.

Invariant: vectors are float32, of length 1, `DIMENSIONS` wide; the same text always gives the same vector.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
DIMENSIONS = 384


class Embedder(Protocol):
    name: str

    def __hash__(self) -> int: ...

    @classmethod
    def installed(cls, folder: Path) -> Self:
        """With what it needs from this folder. Raises `search.meaning.model_files.ModelMissing`."""
        ...

    def embed(self, texts: Sequence[str]) -> Floats:
        """One row a text. A text longer than the model reads is cut at its end; an empty one has a vector too."""
        ...
