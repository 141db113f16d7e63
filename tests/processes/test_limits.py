"""Tries to sign in are counted for all processes of an installation together."""

import pytest

from tests.processes.installation import Installation

pytestmark = pytest.mark.processes
ADDRESS = "maureen@tenterclough.example"


def test_another_process_does_not_begin_at_nought(installation: Installation) -> None:
    assert installation.act("ask_for_codes", ADDRESS, 2) == 2
    assert installation.act("ask_for_codes", ADDRESS, 4) == 1, "the third, and none after it"
    assert installation.act("ask_for_codes", "vera@tenterclough.example", 1) == 1
