"""Somebody at the council's desk, with a browser."""

from collections.abc import Callable

import pytest
from django.test import Client

from connector.accounts.models import User
from tests.factories.users import BACKEND, UserFactory


@pytest.fixture
def browser_of(db) -> Callable[[User], Client]:
    """The browser of somebody who is signed in."""

    def signed_in(user: User) -> Client:
        browser = Client()
        browser.force_login(user, backend=BACKEND)
        return browser

    return signed_in


@pytest.fixture
def asha(db) -> User:
    """A connector."""
    return UserFactory(first_name="Asha", role="Connectors")


@pytest.fixture
def desk(browser_of, asha) -> Client:
    """Asha's browser."""
    return browser_of(asha)
