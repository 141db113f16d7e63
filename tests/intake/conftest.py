"""Files to import and the command that imports them."""

import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

SAMPLE = Path(__file__).parent / "sample_rows.jsonl"
Said = tuple[str, str]


@pytest.fixture
def listings(tmp_path: Path) -> Callable[..., Path]:
    """Write rows as JSON lines; the file's path."""

    def write(*rows: dict[str, Any], name: str = "ours.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(db: None) -> Callable[..., str]:
    """Run a command by name with its arguments; what it said on standard output."""

    def call(command: str, *arguments: object, fails: str = "", **options: Any) -> str:
        out, err = io.StringIO(), io.StringIO()
        if fails:
            with pytest.raises(CommandError, match=fails):
                call_command(command, *map(str, arguments), stdout=out, stderr=err, **options)
        else:
            call_command(command, *map(str, arguments), stdout=out, stderr=err, **options)
        return out.getvalue() + err.getvalue()

    return call


def rows_of(path: Path) -> Iterable[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())
