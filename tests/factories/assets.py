"""Assets and what belongs to them, in business words: `AssetFactory(withdrawn=True)`, `AssetFactory(offer=True)`."""

from datetime import date
from typing import Any
from uuid import uuid4

import factory
from django.utils import timezone

from cms.models import (
    Asset,
    AssetAccess,
    AssetArea,
    AssetInterest,
    AssetPlace,
    AssetSource,
    Contact,
    CostOption,
    FormerAddress,
    Kind,
    Lend,
    LikenessKey,
    PossibleDuplicate,
    Source,
)
from tests.factories.interests import InterestFactory
from tests.factories.places import AreaFactory, PlaceFactory


class AssetFactory(factory.django.DjangoModelFactory):
    """A group that anybody may come to. `at`: its places. `interests`, `suggested`: codes of interests."""

    class Meta:
        model = Asset
        skip_postgeneration_save = True

    class Params:
        withdrawn = factory.Trait(live=False)
        offer = factory.Trait(kind=Kind.OFFER)
        online = factory.Trait(kind=Kind.ONLINE, reach=Asset.Reach.ONLINE)
        confirmed = factory.Trait(confirmed_on=date(2026, 11, 1), confirmed_by="Meena", confirmed_how="by telephone")

    kind = Kind.GROUP
    name = factory.Sequence(lambda n: f"Wednesday Table {n}")
    summary = "A pot of tea and a chat."
    live = True

    @factory.post_generation
    def at(self, create: bool, places: Any, **_: object) -> None:
        for place in places if create and places else ():
            AssetPlaceFactory(asset=self, place=place)

    @factory.post_generation
    def interests(self, create: bool, codes: Any, **_: object) -> None:
        for code in codes if create and codes else ():
            AssetInterestFactory(asset=self, interest__code=code)

    @factory.post_generation
    def suggested(self, create: bool, codes: Any, **_: object) -> None:
        for code in codes if create and codes else ():
            AssetInterestFactory(asset=self, interest__code=code, state=AssetInterest.State.SUGGESTED)


class AssetPlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssetPlace

    asset = factory.SubFactory(AssetFactory)
    place = factory.SubFactory(PlaceFactory)


class AssetAreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssetArea

    asset = factory.SubFactory(AssetFactory)
    area = factory.SubFactory(AreaFactory)


class AssetInterestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssetInterest

    asset = factory.SubFactory(AssetFactory)
    interest = factory.SubFactory(InterestFactory)
    state = AssetInterest.State.CONFIRMED


class AssetAccessFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssetAccess

    asset = factory.SubFactory(AssetFactory)
    subject = AssetAccess.Subject.STEP_FREE
    state = AssetAccess.State.YES


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    asset = factory.SubFactory(AssetFactory)
    name = "Maureen"
    phone = "01632 960 123"


class CostOptionFactory(factory.django.DjangoModelFactory):
    """Two pounds a time."""

    class Meta:
        model = CostOption

    asset = factory.SubFactory(AssetFactory)
    pence = 200


class LendFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Lend

    asset = factory.SubFactory(AssetFactory)
    what = Lend.What.ROOM
    words = "The back room on a Monday"


class SourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Source

    name = factory.Sequence(lambda n: f"Register {n}")


class AssetSourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssetSource

    asset = factory.SubFactory(AssetFactory)
    source = factory.SubFactory(SourceFactory)
    source_ref = factory.Sequence(lambda n: f"record-{n}")
    last_seen = factory.LazyFunction(timezone.now)


class LikenessKeyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LikenessKey

    asset = factory.SubFactory(AssetFactory)
    key = factory.Sequence(lambda n: n)


class PossibleDuplicateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PossibleDuplicate

    first = factory.SubFactory(AssetFactory)
    second = factory.SubFactory(AssetFactory)
    score = 89
    agrees = ("name", "phone")


class FormerAddressFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FormerAddress

    asset = factory.SubFactory(AssetFactory)
    uuid = factory.LazyFunction(uuid4)
