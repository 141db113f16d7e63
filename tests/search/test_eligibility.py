"""The rule of what belongs in an index, as a predicate and in SQL, says the same of every asset."""

from itertools import product

import pytest

from cms.models import Asset, Kind
from search.eligibility import belongs, eligible
from tests.factories.assets import AssetFactory

pytestmark = pytest.mark.django_db


def test_both_say_the_same_of_every_kind_of_asset() -> None:
    for kind, live, name, expired in product(Kind.values, (True, False), ("A name", " ", ""), (True, False)):
        AssetFactory(kind=kind, live=live, name=name, expired=expired)
    everything = list(Asset.objects.all())
    assert {asset.pk for asset in everything if belongs(asset)} == set(eligible().values_list("pk", flat=True))


@pytest.mark.parametrize("kind", Kind.values)
def test_every_kind_belongs_offers_too(kind: str) -> None:
    asset = AssetFactory(kind=kind)
    assert list(eligible()) == [asset]


def test_drafts_withdrawn_and_nameless_ones_do_not() -> None:
    AssetFactory(withdrawn=True)
    AssetFactory(name="")
    assert not eligible().exists()
