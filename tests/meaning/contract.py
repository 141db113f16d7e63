"""What every embedder must do: the real one and the one that tests use."""

import numpy as np

from search.meaning.base import DIMENSIONS, Embedder

SEWING = "A sewing circle for anyone who likes embroidery. We meet on Tuesdays for tea and needlework."
FOOTBALL = "Football training for under tens. Boots and shin pads needed."


class EmbedderContract:
    def test_gives_one_unit_vector_a_text(self, embedder: Embedder) -> None:
        vectors = embedder.embed([SEWING, "embroidery", ""])
        assert vectors.shape == (3, DIMENSIONS)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)

    def test_gives_nothing_for_nothing(self, embedder: Embedder) -> None:
        assert embedder.embed([]).shape == (0, DIMENSIONS)

    def test_gives_the_same_vector_in_any_company(self, embedder: Embedder) -> None:
        alone = embedder.embed([SEWING])[0]
        together = embedder.embed(["tea", FOOTBALL, SEWING, "a " * 40])[2]
        # Eight-bit weights are scaled by what stands in the batch: the last digits may differ.
        assert float(alone @ together) > 0.98

    def test_tells_the_closer_of_two(self, embedder: Embedder) -> None:
        wanted, sewing, football = embedder.embed(["embroidery and sewing", SEWING, FOOTBALL])
        assert wanted @ sewing > wanted @ football

    def test_takes_a_text_of_any_length(self, embedder: Embedder) -> None:
        assert embedder.embed(["embroidery " * 5_000]).shape == (1, DIMENSIONS)
