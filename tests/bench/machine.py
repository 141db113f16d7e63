"""What the figures were measured on, in one line. Invariant: no name of a host or a person."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """Processor, cores, memory, system and versions."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    processor = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = [f"{name} {version(name)}" for name in ("tantivy", "Django", "wagtail", "granian")]
    cores, system = len(os.sched_getaffinity(0)), platform.release().split("-")[0]
    body = f"{processor}, {cores} cores, {memory:.0f} GB, Linux {system}"
    return f"{body}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {', '.join(parts)}"
