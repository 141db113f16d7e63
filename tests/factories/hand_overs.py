"""Phones that were handed over."""

import factory
from django.contrib.auth.hashers import make_password

from connector.matching.models import HandOver

PIN = "71930468"


class HandOverFactory(factory.django.DjangoModelFactory):
    """A phone that the digits `PIN` open."""

    class Meta:
        model = HandOver

    pin = factory.LazyFunction(lambda: make_password(PIN))
