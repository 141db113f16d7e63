"""The files of this repository, for tests that read them.

Invariant: what `.gitignore` names is not seen; what was written and not yet committed is.
"""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("connector", "search", "cms")
MOST_TEXT_BYTES = 2_000_000


@cache
def files() -> tuple[str, ...]:
    """Every file by its path from the root, in order."""
    return tuple(sorted(_walked()))


@cache
def text(name: str) -> str | None:
    """What a file says; None for one that is no text."""
    data = (ROOT / name).read_bytes()
    if len(data) > MOST_TEXT_BYTES or b"\0" in data:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def texts() -> dict[str, str]:
    """Every text file by its path."""
    return {name: told for name in files() if (told := text(name)) is not None}


def python(*folders: str) -> dict[str, str]:
    """The Python files below these folders by path; those of the whole repository without one."""
    tops = folders or (*PRODUCT, "tests", "manage.py")
    return {name: text(name) or "" for name in files() if name.endswith(".py") and name.split("/")[0] in tops}


def _walked() -> Iterator[str]:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line]
    ignored.append(".git")

    def kept(names: list[str]) -> list[str]:
        return [name for name in names if not any(fnmatch(name, pattern) for pattern in ignored)]

    for folder, folders, names in os.walk(ROOT):
        folders[:] = kept(folders)
        for name in kept(names):
            yield (Path(folder) / name).relative_to(ROOT).as_posix()
