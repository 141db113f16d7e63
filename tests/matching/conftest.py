"""A worker who is signed in."""

import pytest
from django.test import Client

from tests.factories.users import BACKEND, UserFactory


@pytest.fixture
def priya(client: Client, db: None) -> Client:
    client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    return client
