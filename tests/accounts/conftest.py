"""What tests of signing in share: somebody with an account, and the codes that were sent."""

import re
from collections.abc import Callable

import pytest

from connector.accounts.models import User
from tests.factories.users import UserFactory


@pytest.fixture
def maureen(db: None) -> User:
    """She keeps a group's listing."""
    return UserFactory(email="maureen@tenterclough.example", first_name="Maureen", role="Group editors")


@pytest.fixture
def newest_code(mailoutbox: list) -> Callable[[], str]:
    """The code in the message that was sent last."""
    return lambda: re.search(r"\d{4}-\d{4}", mailoutbox[-1].body)[0]
