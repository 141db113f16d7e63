"""People who are asked whether their listings are still right."""

from datetime import date

import factory

from connector.notifications.recipients import person_key
from connector.stewardship.models import Asked, Asking, Enquiry, KnownAs, Task, TimeOfYear
from tests.factories.assets import AssetFactory, ContactFactory

MONDAY = date(2026, 11, 30)


class AskingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Asking

    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))
    recipient = "accounts.user:1"
    started_on = MONDAY
    last_on = MONDAY


class AskedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Asked

    asking = factory.SubFactory(AskingFactory)
    asset = factory.SubFactory(AssetFactory)


class EnquiryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Enquiry

    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))
    recipient = "accounts.user:1"
    started_on = MONDAY


class KnownAsFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KnownAs

    contact = factory.SubFactory(ContactFactory)
    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))


class TimeOfYearFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TimeOfYear

    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))
    month = 5


class TaskFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Task

    asset = factory.SubFactory(AssetFactory)
    what = Task.What.SILENT
    made_on = MONDAY
