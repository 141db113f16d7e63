"""What somebody says is wrong, and who is to be told."""

import factory

from connector.corrections.models import Correction, ToTell


class CorrectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Correction

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    listing = factory.SelfAttribute("asset.name")
    number = factory.Sequence(lambda n: f"K4M-{n:04}")
    topic = Correction.Topic.TIMES
    words = "It is on Thursdays now."


class ToTellFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ToTell

    correction = factory.SubFactory(CorrectionFactory)
    user = factory.SubFactory("tests.factories.users.UserFactory")
