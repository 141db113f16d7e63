"""Production settings start with everything that they need, and not without any of it.

Each case is a process of its own, since settings are read once.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]
ENOUGH = {
    "DJANGO_SETTINGS_MODULE": "connector.settings.production",
    "CONNECTOR_SECRET_KEY": "a-long-random-text-3f9c1e7d5b8a2046-of-more-than-fifty-signs",
    "CONNECTOR_HOSTS": "connector.example.gov.uk",
    "CONNECTOR_BASE_URL": "https://connector.example.gov.uk",
    "DATABASE_URL": "postgres://connector:secret@localhost/connector",
    "CONNECTOR_FROM_EMAIL": "connector@example.gov.uk",
}
REFUSED = {
    "CONNECTOR_SECRET_KEY": None,
    "CONNECTOR_HOSTS": None,
    "CONNECTOR_BASE_URL": None,
    "an open CONNECTOR_BASE_URL": "http://connector.example.gov.uk",
    "a stranger's CONNECTOR_BASE_URL": "https://elsewhere.example",
    "DATABASE_URL": None,
    "CONNECTOR_FROM_EMAIL": None,
    "CONNECTOR_DEMONSTRATION": "1",
    "a short CONNECTOR_SECRET_KEY": "k" * 49,
}


@pytest.mark.parametrize(("name", "value"), REFUSED.items())
def test_it_refuses_to_start(name: str, value: str | None, tmp_path: Path) -> None:
    setting = name.split()[-1]
    given = {key: text for key, text in ENOUGH.items() if key != setting}
    answer = _run(
        ["-c", "import connector.settings.production"], given if value is None else {**given, setting: value}, tmp_path
    )
    assert answer.returncode != 0
    assert "ImproperlyConfigured" in answer.stderr
    assert setting in answer.stderr.strip().splitlines()[-1], "and says what to set"
    assert ENOUGH["CONNECTOR_SECRET_KEY"] not in answer.stderr
    assert value is None or value == "1" or value not in answer.stderr


def test_it_starts_with_all_of_it_and_django_has_nothing_to_warn_of(tmp_path: Path) -> None:
    answer = _run(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], ENOUGH, tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert "no issues (0 silenced)" in answer.stdout
    assert "WARNING" not in answer.stderr


def _run(arguments: list[str], given: dict[str, str], data: Path) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "VIRTUAL_ENV"}}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, **given, "CONNECTOR_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
