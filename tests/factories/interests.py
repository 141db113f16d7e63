"""Interests and the edges between them. One that the product ships is taken as it is, by its code."""

import factory

from cms.models import Interest, InterestRelation, ShippedInterest


class InterestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Interest
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"made-up-{n}")
    label = factory.LazyAttribute(lambda interest: interest.code.replace("-", " ").capitalize())


class InterestRelationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InterestRelation

    source = factory.SubFactory(InterestFactory)
    target = factory.SubFactory(InterestFactory)
    kind = InterestRelation.Kind.RELATED


class ShippedInterestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ShippedInterest

    code = factory.Sequence(lambda n: f"shipped-{n}")
    digest = "0" * 64
    version = "1"
    content = factory.LazyAttribute(lambda shipped: {"code": shipped.code})
