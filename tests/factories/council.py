"""A council with a name."""

from factory.django import DjangoModelFactory

from connector.council.models import Council


class CouncilFactory(DjangoModelFactory[Council]):
    class Meta:
        model = Council

    name = "Calder Council"
