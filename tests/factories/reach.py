"""How often listings came up."""

from datetime import date

import factory

from cms.models import Introductions
from connector.reach.models import SayHello, WeekOfReach
from tests.factories.assets import AssetFactory


class WeekOfReachFactory(factory.django.DjangoModelFactory):
    """Shown once in the week of 30 November."""

    class Meta:
        model = WeekOfReach

    asset = factory.SubFactory(AssetFactory)
    week = "2026-W49"
    shown = 1


class SayHelloFactory(factory.django.DjangoModelFactory):
    """A connector is to say hello."""

    class Meta:
        model = SayHello

    asset = factory.SubFactory(AssetFactory)
    made_on = date(2026, 11, 30)


class IntroductionsFactory(factory.django.DjangoModelFactory):
    """They agreed."""

    class Meta:
        model = Introductions

    asset = factory.SubFactory(AssetFactory)
    state = Introductions.State.AGREED
    said_by = "Maureen"
    said_on = date(2026, 11, 2)
