"""Links that were sent. The token of the newest is `token-N` with N counted on."""

from datetime import timedelta

import factory
from django.utils import timezone

from connector.core.tokens import digest_of
from connector.links.models import Link


class LinkFactory(factory.django.DjangoModelFactory):
    """A link that works for a week, for a purpose that nothing but tests registers."""

    class Meta:
        model = Link
        exclude = ("token",)

    token = factory.Sequence(lambda n: f"token-{n}")
    token_hash = factory.LazyAttribute(lambda row: digest_of(row.token))
    purpose = "try"
    object_type = "cms.asset"
    object_id = "1"
    recipient = "accounts.user:1"
    made_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda row: row.made_at + timedelta(days=7))
