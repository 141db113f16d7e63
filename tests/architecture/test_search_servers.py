"""The two ways to a search server for developers agree, and say what is missing on a machine that lacks it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.architecture.tree import ROOT

SERVER = ROOT / "deploy" / "elasticsearch"
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_containers_have_the_version_that_tests_run_on() -> None:
    version = re.search(r'^VERSION = "(.+)"$', SERVER.read_text(encoding="utf-8"), re.MULTILINE)
    assert version is not None
    assert COMPOSE["services"]["elasticsearch"]["image"] == f"${{ELASTICSEARCH_IMAGE:-elasticsearch:{version[1]}}}"


def test_containers_are_reached_from_this_machine_alone_and_are_waited_for() -> None:
    for name, service in COMPOSE["services"].items():
        assert [port.rpartition(":")[0].split(":")[0] for port in service["ports"]] == ["127.0.0.1"], name
        assert service["healthcheck"]["test"], name
        kept = {volume.partition(":")[0] for volume in service["volumes"]}
        assert kept <= COMPOSE["volumes"].keys(), name


@pytest.mark.parametrize(
    ("java", "said"),
    [
        ("", "java is missing, and Elasticsearch cannot be had without it."),
        ("11.0.2", "Java 17 or newer is needed."),
        ("17.0.1", "mvn is missing, and Elasticsearch cannot be had without it."),
    ],
)
def test_what_is_missing_is_said(java: str, said: str, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    if java:
        program = programs / "java"
        program.write_text(f"#!/bin/sh\necho 'openjdk version \"{java}\"' >&2\n")
        program.chmod(0o755)
    # A port where nothing can answer.
    environment = {"PATH": str(programs), "ES_CACHE": str(tmp_path / "cache"), "ES_PORT": "1", "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, SERVER, "start"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
