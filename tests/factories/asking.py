"""What groups have to be asked."""

from datetime import date

import factory

from connector.asking.models import AccessQuestion
from tests.factories.assets import AssetFactory


class AccessQuestionFactory(factory.django.DjangoModelFactory):
    """Whether it is step-free, needed once."""

    class Meta:
        model = AccessQuestion

    asset = factory.SubFactory(AssetFactory)
    subject = "step_free"
    first_asked = date(2026, 11, 2)
    last_asked = date(2026, 11, 2)
