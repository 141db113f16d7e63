"""A sewing circle that is live, the woman who keeps its listing, and a connector who looks at her changes."""

import pytest

from cms.actions import publish_asset
from cms.models import Asset
from connector.accounts.models import User
from tests.factories.assets import AssetFactory
from tests.factories.users import UserFactory


@pytest.fixture
def maureen(db) -> User:
    """Keeps the listing of the sewing circle. She is in no group of staff."""
    return UserFactory(first_name="Maureen")


@pytest.fixture
def asha(db) -> User:
    """A connector."""
    return UserFactory(first_name="Asha", role="Connectors")


@pytest.fixture
def circle(asha) -> Asset:
    """The sewing circle, published by Asha."""
    asset = AssetFactory(name="Sewing circle", summary="Thread and tea.")
    publish_asset(asset=asset, by=asha)
    return Asset.objects.get(pk=asset.pk)
