"""What an index will not take is shown to staff with its reason, can be tried again, and goes when it is taken."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import Asset
from search.health.refused import refusals
from search.models import IndexChange, IndexRejection
from tests.engines.shared import SharedEngine
from tests.factories.assets import AssetFactory
from tests.factories.search import IndexRejectionFactory
from tests.factories.users import BACKEND, UserFactory

PAGE = "/admin/reports/search/refused/"
AGAIN = f"{PAGE}again/"
WHY = "A part of it is longer than the index takes, or not of the kind that it expects. (document_parsing_exception)"


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    """A connector's browser."""
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    return client


@pytest.fixture
def refused(server: SharedEngine, up_to_date: Callable[[], None], db: None) -> Asset:
    """A listing that the server will not take, another that it does."""
    asset, _ = AssetFactory(name="Xanthippe’s Table"), AssetFactory()
    server.refuses[asset.pk] = "document_parsing_exception"
    up_to_date()
    return asset


def test_it_is_listed_with_its_reason_and_leads_to_its_page(desk: Client, refused: Asset) -> None:
    page = desk.get(PAGE).content.decode()
    assert f'<a href="{edit(refused)}">Xanthippe’s Table</a>' in page
    assert WHY in page
    assert page.count('name="asset"') == 1


def test_its_own_page_says_so_and_another_would_not(desk: Client, refused: Asset) -> None:
    assert WHY in desk.get(edit(refused)).content.decode()
    other = Asset.objects.exclude(pk=refused.pk).get()
    assert list(refusals([other.pk])) == []


def test_tried_again_it_is_refused_once_more_or_taken_and_gone(
    desk: Client, refused: Asset, server: SharedEngine, up_to_date: Callable[[], None]
) -> None:
    up_to_date()
    assert not _ids(server) >= {refused.pk}
    answer = desk.post(AGAIN, {"asset": refused.pk}, follow=True)
    assert "1 listing is tried again" in answer.content.decode()
    up_to_date()
    assert IndexRejection.objects.get().asset_id == refused.pk
    server.refuses.clear()
    desk.post(AGAIN, {"asset": refused.pk})
    up_to_date()
    assert refused.pk in _ids(server)
    assert not IndexRejection.objects.exists()
    assert "None. Every listing is taken by every index." in desk.get(PAGE).content.decode()


def test_a_listing_that_is_put_right_goes_by_itself(
    refused: Asset, server: SharedEngine, up_to_date: Callable[[], None]
) -> None:
    server.refuses.clear()
    refused.save()
    up_to_date()
    assert not IndexRejection.objects.exists()


def test_so_does_one_that_is_withdrawn(refused: Asset, up_to_date: Callable[[], None]) -> None:
    refused.unpublish()
    up_to_date()
    assert not IndexRejection.objects.exists()


def test_all_can_be_tried_again_and_no_other(desk: Client) -> None:
    first = IndexRejectionFactory()
    IndexRejectionFactory(position=first.position)
    IndexRejectionFactory(asset_id=first.asset_id)
    desk.post(AGAIN)
    tried = list(IndexChange.objects.values_list("asset_id", flat=True))
    assert sorted(tried) == sorted(set(IndexRejection.objects.values_list("asset_id", flat=True)))
    IndexChange.objects.all().delete()
    desk.post(AGAIN, {"asset": first.asset_id + 1_000})
    assert not IndexChange.objects.exists()


def test_one_that_is_gone_is_told_by_its_number(desk: Client) -> None:
    row = IndexRejectionFactory()
    assert f"Listing {row.asset_id}, which is gone" in desk.get(PAGE).content.decode()


def test_looking_is_no_trying(desk: Client) -> None:
    IndexRejectionFactory()
    assert desk.get(AGAIN).status_code == 405
    assert not IndexChange.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_sees_or_does_it(client: Client, db: None, method: str) -> None:
    IndexRejectionFactory()
    client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    assert getattr(client, method)(PAGE if method == "get" else AGAIN).status_code == 302
    assert not IndexChange.objects.exists()


def test_however_many_there_are_the_list_asks_as_often(
    desk: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    asset = AssetFactory()
    row = IndexRejectionFactory(asset_id=asset.pk)
    for _ in range(60):
        IndexRejectionFactory(position=row.position)
    desk.get(PAGE)
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        page = desk.get(f"{PAGE}?p=2").content.decode()
    assert "Page 2 of 2" in page


def edit(asset: Asset) -> str:
    return reverse(Asset.snippet_viewset.get_url_name("edit"), args=[asset.pk])  # type: ignore[attr-defined]


def _ids(server: SharedEngine) -> set[int]:
    return {asset_id for asset_id, _ in server.digests()}
