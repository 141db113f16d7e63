"""Calendars that listings follow."""

from datetime import date

import factory
from django.utils import timezone

from connector.feeds.models import Feed, FeedChange
from tests.factories.assets import AssetFactory


class FeedFactory(factory.django.DjangoModelFactory):
    """One that is followed and due."""

    class Meta:
        model = Feed

    asset = factory.SubFactory(AssetFactory)
    url = "https://calendars.example/sewing.ics"
    state = Feed.State.FOLLOWED
    since = factory.LazyFunction(timezone.now)
    next_on = date(2026, 3, 2)


class FeedChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FeedChange

    feed = factory.SubFactory(FeedFactory)
    seen_at = factory.LazyFunction(timezone.now)
    told = "One date moved."
