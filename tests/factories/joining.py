"""Groups on their way into the catalogue, and what was agreed to."""

from datetime import UTC, datetime

import factory

from connector.joining.models import Agreement, NewListing
from tests.factories.assets import AssetFactory

BEGUN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class NewListingFactory(factory.django.DjangoModelFactory):
    """Begun on a Tuesday morning, with its first answer."""

    class Meta:
        model = NewListing

    answers = factory.LazyFunction(lambda: {"what": {"name": "Rug Makers", "summary": "We make rugs."}})
    made_at = BEGUN
    changed_at = BEGUN


class AgreementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Agreement

    asset = factory.SubFactory(AssetFactory)
    answer = "everybody"
    words = "Connector may show my name."
    how = "on the page"
    at = BEGUN
