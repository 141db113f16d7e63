"""The borough is seeded once a class and its index kept for the class; nothing is forgotten between its tests."""

import pytest


@pytest.fixture(autouse=True)
def _index_of_its_own() -> None:
    """Takes the place of the fixture of the same name: `BoroughCase` looks after the index."""
