"""Who asks to keep a listing."""

import factory

from connector.claiming.models import Claim


class ClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Claim

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    name = "Maureen"
    email = "maureen@tenterclough.example"
    way = Claim.Way.CONNECTOR
