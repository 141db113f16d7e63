"""The product is compiled once for all installations of a run."""

from tests.processes.conftest import compiled

__all__ = ["compiled"]
