"""The change and its row in the log are kept together or not at all, also where Wagtail opens no transaction."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from cms.models import Asset
from cms.signals import announce, asset_changed, asset_withdrawn
from search.models import IndexChange
from tests.factories.assets import AssetFactory, AssetPlaceFactory
from tests.factories.schedules import SessionFactory


class Torn(Exception):
    """The process ends here."""


def _logged() -> list[int]:
    return list(IndexChange.objects.values_list("asset_id", flat=True))


@pytest.fixture
def asset(committing_db: None) -> Asset:
    made = AssetFactory(name="Wednesday Table")
    SessionFactory(asset=made)
    made.save_revision().publish()
    made.refresh_from_db()
    IndexChange.objects.all().delete()
    assert not connection.in_atomic_block
    return made


@pytest.fixture
def torn(asset: Asset) -> Iterator[None]:
    """The log cannot be written."""

    def tear(**_: Any) -> None:
        raise Torn

    asset_changed.connect(tear)
    asset_withdrawn.connect(tear)
    yield
    asset_changed.disconnect(tear)
    asset_withdrawn.disconnect(tear)


def _publish(asset: Asset) -> None:
    draft = asset.get_latest_revision_as_object()
    draft.name = "Thursday Table"
    draft.save_revision().publish()


def _cancel(asset: Asset) -> None:
    session = asset.sessions.get()
    session.cancelled = {"2026-12-01": "The boiler"}
    session.save()


CHANGES: dict[str, Callable[[Asset], object]] = {
    "publish": _publish,
    "unpublish": lambda asset: asset.unpublish(),
    "delete": lambda asset: asset.delete(),
    "cancel a date": _cancel,
    "add a place": lambda asset: AssetPlaceFactory(asset=asset),
}


def _seen(pk: int) -> tuple[Any, ...]:
    asset = Asset.objects.filter(pk=pk).first()
    if asset is None:
        return ()
    return asset.live, asset.name, asset.sessions.get().cancelled, asset.asset_places.count()


def _change_and_fall_over(what: str, asset: Asset) -> None:
    with transaction.atomic():
        pk = asset.pk
        CHANGES[what](asset)
        assert set(_logged()) == {pk}
        raise Torn


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_logged(asset: Asset, what: str) -> None:
    before, pk = _seen(asset.pk), asset.pk
    CHANGES[what](asset)
    assert _seen(pk) != before
    assert set(_logged()) == {pk}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_that_is_rolled_back_leaves_no_row(asset: Asset, what: str) -> None:
    before, pk = _seen(asset.pk), asset.pk
    with pytest.raises(Torn):
        _change_and_fall_over(what, asset)
    assert (_seen(pk), _logged()) == (before, [])


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_that_cannot_be_logged_does_not_happen(asset: Asset, torn: None, what: str) -> None:
    before, pk = _seen(asset.pk), asset.pk
    with pytest.raises(Torn):
        CHANGES[what](asset)
    assert (_seen(pk), _logged()) == (before, [])


@pytest.mark.usefixtures("committing_db")
def test_an_announcement_outside_of_a_transaction_is_refused() -> None:
    with pytest.raises(TransactionManagementError, match="inside the transaction"):
        announce([1])
