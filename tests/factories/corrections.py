"""What somebody says is wrong."""

import factory

from connector.corrections.models import Correction


class CorrectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Correction

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    listing = factory.SelfAttribute("asset.name")
    number = factory.Sequence(lambda n: f"K4M-{n:04}")
    topic = Correction.Topic.TIMES
    words = "It is on Thursdays now."
