"""What residents would share, and who asked after it."""

from datetime import UTC, date, datetime

import factory

from cms.models import Kind
from connector.offers.models import BrokerTask, Offer

SENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class OfferFactory(factory.django.DjangoModelFactory):
    """Stan's bread, sent on a Tuesday morning, waiting for a connector. `out`: workers find it, until 25 May."""

    class Meta:
        model = Offer

    class Params:
        out = factory.Trait(
            state=Offer.State.OUT,
            ends_on=date(2027, 5, 25),
            asset=factory.SubFactory(
                "tests.factories.assets.AssetFactory", kind=Kind.OFFER, name=factory.SelfAttribute("..title")
            ),
        )

    state = Offer.State.WAITING
    title = "Bread with your own hands"
    words = "I baked for thirty years, and could show somebody how to make a loaf."
    when = "weekday mornings"
    often = Offer.Often.NOW_AND_THEN
    first_name = "Stan"
    email = "stan@tenterclough.example"
    agreed_words = "Workers may find this, without my name."
    sent_at = SENT


class BrokerTaskFactory(factory.django.DjangoModelFactory):
    """A worker would like it for somebody."""

    class Meta:
        model = BrokerTask

    asset = factory.SubFactory("tests.factories.assets.AssetFactory", kind=Kind.OFFER)
    worker = factory.SubFactory("tests.factories.users.UserFactory")
    since = date(2026, 11, 30)
