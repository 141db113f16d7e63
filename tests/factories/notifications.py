"""Messages, who wants none, and the worker's duties."""

import factory
from django.utils import timezone

from connector.notifications.models import Duty, Message, NotWanted, SteppedBack
from connector.notifications.recipients import person_key


class MessageFactory(factory.django.DjangoModelFactory):
    """One that waits and is due."""

    class Meta:
        model = Message

    key = factory.Sequence(lambda n: f"message-{n}")
    kind = "try"
    recipient = "accounts.user:1"
    made_at = factory.LazyFunction(timezone.now)
    due_at = factory.LazyFunction(timezone.now)


class NotWantedFactory(factory.django.DjangoModelFactory):
    """Somebody who stopped everything."""

    class Meta:
        model = NotWanted

    person = person_key("maureen@tenterclough.example")
    why = NotWanted.Why.ASKED
    since = factory.LazyFunction(timezone.now)


class SteppedBackFactory(factory.django.DjangoModelFactory):
    """Maureen handed it over."""

    class Meta:
        model = SteppedBack

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    person = person_key("maureen@tenterclough.example")


class DutyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Duty

    name = factory.Sequence(lambda n: f"duty {n}")
