"""Tries to sign in are counted for all processes of an installation together."""

import pytest

from tests.processes.installation import Installation

pytestmark = pytest.mark.processes
ADDRESS = "maureen@tenterclough.example"


def test_another_process_does_not_begin_at_nought(installation: Installation) -> None:
    assert installation.act("ask_for_codes", ADDRESS, 3) == [302, 302, 302]
    assert 302 not in installation.act("ask_for_codes", ADDRESS, 1)
    assert installation.act("ask_for_codes", "vera@tenterclough.example", 1) == [302]
