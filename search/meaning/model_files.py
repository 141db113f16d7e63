"""Where the model's two files lie, and whether they are the very ones that were chosen.

bge-small-en-v1.5 (BAAI, MIT licence), quantised to 8-bit integers for ONNX. `deploy/model` brings them. Invariant: a
file whose contents differ is never used.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

NAME = "bge-small-en-v1.5-int8"
MODEL, TOKENS = "model_quantized.onnx", "tokenizer.json"
SHA256 = {
    MODEL: "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
    TOKENS: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}


class ModelMissing(Exception):
    """The model cannot be used. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    model: Path
    tokens: Path


@cache
def model_files(folder: Path) -> ModelFiles:
    """The two files in this folder, compared with what they must be. Raises ModelMissing."""
    for name, wanted in SHA256.items():
        path = folder / NAME / name
        if not path.is_file():
            raise ModelMissing(f"The language model is not there ({name}). Run make setup to bring it.")
        if sha256(path.read_bytes()).hexdigest() != wanted:
            raise ModelMissing(f"{name} is not the file that was chosen. Delete it and run make setup.")
    return ModelFiles(folder / NAME / MODEL, folder / NAME / TOKENS)
