"""What groups changed, and what was asked about it."""

import factory
from django.utils import timezone

from cms.models import ChangeNote, GroupChange


class GroupChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GroupChange

    asset = factory.SubFactory("tests.factories.assets.AssetFactory")
    sender = factory.SubFactory("tests.factories.users.UserFactory")
    sent_at = factory.LazyFunction(timezone.now)
    state = GroupChange.State.LIVE
    told = factory.LazyFunction(lambda: [["Room", "room for more", "full just now"]])


class ChangeNoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ChangeNote

    change = factory.SubFactory(GroupChangeFactory)
    words = "Is it every Friday?"
