"""Tests reach nothing but this machine, and a warning is an error."""

import re
import socket
import tomllib
import warnings

import pytest
from pytest_socket import SocketConnectBlockedError

from tests.architecture.tree import ROOT

# Addresses for documents (RFC 5737, RFC 3849): nobody has them.
ELSEWHERE = [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]


@pytest.mark.parametrize(("family", "host"), ELSEWHERE)
def test_no_other_machine_is_reached(family: int, host: str) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as asking:
        asking.settimeout(1)
        # It warns before it raises, and a warning is an error.
        with pytest.raises((SocketConnectBlockedError, UserWarning), match=re.escape(host)):
            asking.connect((host, 443))


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=5):
        server.accept()[0].close()


def test_a_warning_is_an_error() -> None:
    with pytest.raises(UserWarning):
        warnings.warn("something is about to change", UserWarning, stacklevel=1)


def test_the_project_says_so() -> None:
    """For whoever runs a part of the suite: neither hangs on an argument that somebody types."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert settings["filterwarnings"][0] == "error"
    assert {"--disable-socket", "--strict-markers"} <= set(settings["addopts"].split())
