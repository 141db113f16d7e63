"""Somebody lets a group know that they are coming."""

import factory

from connector.expecting.models import Expected


class ExpectedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Expected

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    called = "Ann"
    wants = ["first"]
