"""How often listings came up."""

import factory

from connector.reach.models import WeekOfReach
from tests.factories.assets import AssetFactory


class WeekOfReachFactory(factory.django.DjangoModelFactory):
    """Shown once in the week of 30 November."""

    class Meta:
        model = WeekOfReach

    asset = factory.SubFactory(AssetFactory)
    week = "2026-W49"
    shown = 1
