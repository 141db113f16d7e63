"""Installations as processes have them, compiled once and migrated once."""

from tests.processes.conftest import compiled, installation, migrated

__all__ = ["compiled", "installation", "migrated"]
