"""Rows that search keeps: changes, positions, what the ranking reads. Most tests get theirs from the real writers."""

import factory

from search.models import (
    AssetMeaning,
    AssetRow,
    FeatureClock,
    IndexChange,
    IndexPosition,
    IndexRejection,
    TermSnapshot,
    TextVector,
)


class IndexChangeFactory(factory.django.DjangoModelFactory):
    """An asset that waits to be looked at again."""

    class Meta:
        model = IndexChange

    asset_id = factory.Sequence(lambda n: n + 1)


class IndexPositionFactory(factory.django.DjangoModelFactory):
    """An index that has followed the log to its start."""

    class Meta:
        model = IndexPosition

    index = factory.Sequence(lambda n: f"index-{n}")


class AssetRowFactory(factory.django.DjangoModelFactory):
    """The row of an asset that is gone: nothing is packed in it."""

    class Meta:
        model = AssetRow

    asset_id = factory.Sequence(lambda n: n + 1)
    sequence = factory.Sequence(lambda n: n + 1)
    payload = b""


class FeatureClockFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FeatureClock


class TermSnapshotFactory(factory.django.DjangoModelFactory):
    """How common terms are where there are no documents."""

    class Meta:
        model = TermSnapshot

    documents = 0
    mean_length = 0.0
    keys = b""
    counts = b""


class IndexRejectionFactory(factory.django.DjangoModelFactory):
    """A listing that the index would not take."""

    class Meta:
        model = IndexRejection

    position = factory.SubFactory(IndexPositionFactory)
    asset_id = factory.Sequence(lambda n: n + 1)
    reason = "document_parsing_exception"


class AssetMeaningFactory(factory.django.DjangoModelFactory):
    """An asset that is gone: it means nothing any more."""

    class Meta:
        model = AssetMeaning

    asset_id = factory.Sequence(lambda n: n + 1)
    sequence = factory.Sequence(lambda n: n + 1)


class TextVectorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TextVector

    kind = TextVector.Kind.WHOLE
    digest = factory.Sequence(lambda n: f"{n:064x}")
    vector = bytes(768)
