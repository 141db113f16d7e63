"""What was said of a listing's days, and who is asked after them."""

from datetime import UTC, date, datetime

import factory

from connector.evidence.models import AskAfter, AskedAbout, Evidence, Question
from connector.notifications.recipients import person_key
from tests.factories.assets import AssetFactory

TUESDAY = date(2026, 11, 24)


class EvidenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Evidence

    asset = factory.SubFactory(AssetFactory)
    on = TUESDAY
    ran = True
    who = Evidence.Who.LEADER
    how = Evidence.How.EMAIL
    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))
    said_at = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


class AskAfterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AskAfter

    asset = factory.SubFactory(AssetFactory)
    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))
    recipient = "accounts.user:1"
    since = TUESDAY


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Question

    person = factory.Sequence(lambda n: person_key(f"person{n}@tenterclough.example"))
    recipient = "accounts.user:1"
    channel = "email"
    on = TUESDAY


class AskedAboutFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AskedAbout

    question = factory.SubFactory(QuestionFactory)
    asset = factory.SubFactory(AssetFactory)
    on = TUESDAY
