"""Workers' tokens for programs."""

from datetime import timedelta

import factory
from django.utils import timezone

from connector.core.tokens import digest_of
from connector.matching.models import MatchToken
from tests.factories.users import UserFactory

TOKEN = "match_for-tests-alone"


class MatchTokenFactory(factory.django.DjangoModelFactory):
    """A worker's token, `TOKEN`, which ends tomorrow."""

    class Meta:
        model = MatchToken

    user = factory.SubFactory(UserFactory, role="Workers")
    token_hash = digest_of(TOKEN)
    made_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))
