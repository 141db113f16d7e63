"""Websites that listings name."""

from datetime import date

import factory

from connector.websites.models import Website
from tests.factories.assets import AssetFactory


class WebsiteFactory(factory.django.DjangoModelFactory):
    """One that is due."""

    class Meta:
        model = Website

    url = "https://sewing.example/"
    asset = factory.SubFactory(AssetFactory, url=factory.SelfAttribute("..url"))
    next_on = date(2026, 3, 2)
