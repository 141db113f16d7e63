"""A worker asks after an offer: one task for a connector, who alone sees whose it is, and says what came of it."""

from collections.abc import Callable

import pytest
from django.test import Client

from cms.models import Asset
from connector.offers.models import BrokerTask, Offer
from connector.reach.models import SayHello
from tests.factories.assets import AssetAreaFactory, AssetFactory, ContactFactory
from tests.factories.offers import BrokerTaskFactory, OfferFactory
from tests.factories.places import AreaFactory
from tests.factories.users import BACKEND, UserFactory
from tests.offers.conftest import a_browser

pytestmark = pytest.mark.django_db
NOTE = {"note": "She would love baking.", "press": "show", "travel": "foot"}
ASK = "Ask the connector"


@pytest.fixture
def bread(up_to_date: Callable[[], None]) -> Offer:
    asset = AssetFactory(offer=True, name="Bread with your own hands", summary="I teach baking.", interests=["baking"])
    AssetAreaFactory(asset=asset, area=AreaFactory(name="Sale Central"))
    row = OfferFactory(out=True, asset=asset, phone="01632 960 337")
    up_to_date()
    return row


def press(browser: Client, offer: Offer) -> str:
    return browser.post("/match/", NOTE | {"press": f"hello:{offer.asset.uuid}"}).content.decode()


def test_asking_from_a_card_makes_one_task(bread: Offer) -> None:
    worker = a_browser("Workers")
    page = worker.post("/match/", NOTE).content.decode()
    assert ASK in page
    assert "Whoever offers this is not named." in page
    for _ in range(2):
        assert "A connector gets in touch with them" in press(worker, bread)
    assert BrokerTask.objects.count() == 1
    assert not SayHello.objects.exists()
    assert ASK not in worker.post("/match/", NOTE).content.decode()
    press(a_browser("Workers"), bread)
    assert BrokerTask.objects.count() == 2, "another worker's wish is another task"


def test_asking_from_its_own_page(bread: Offer) -> None:
    worker, path = a_browser("Workers"), bread.asset.get_absolute_url()
    assert ASK in worker.get(path).content.decode()
    worker.post("/match/kept/", {"hello": str(bread.asset.uuid), "back": "listing"})
    assert "A connector gets in touch with them" in worker.get(path).content.decode()
    assert BrokerTask.objects.count() == 1


def test_a_connector_sees_whom_to_ask_and_the_worker_reads_what_came_of_it(bread: Offer) -> None:
    priya = UserFactory(role="Workers", first_name="Priya")
    worker = Client()
    worker.force_login(priya, backend=BACKEND)
    press(worker, bread)
    task, desk = BrokerTask.objects.get(), a_browser("Connectors")
    listed = desk.get("/admin/snippets/offers/brokertask/").content.decode()
    assert all(word in listed for word in ("Bread with your own hands", "Sale Central", "Priya"))
    path = f"/admin/offers-to-ask-about/{task.pk}/"
    page = desk.get(path).content.decode()
    assert "01632 960 337" in page
    assert priya.email in page
    desk.post(path, {"came": "nonsense"})
    assert BrokerTask.objects.get().done_on is None
    desk.post(path, {"came": "introduced"})
    desk.post(path, {"came": "not_now"})
    assert BrokerTask.objects.get().came == "introduced", "a second press changes nothing"
    page = worker.post("/match/", NOTE).content.decode()
    assert "They said yes" in page
    assert ASK in page, "for somebody else they may ask again"
    assert "Stan" not in page


@pytest.mark.parametrize("role", ["Workers", "Managers", "Group editors"])
def test_nobody_else_reads_whom_to_ask(bread: Offer, role: str) -> None:
    task = BrokerTaskFactory(asset=bread.asset)
    for path in ("/admin/snippets/offers/brokertask/", f"/admin/offers-to-ask-about/{task.pk}/"):
        assert a_browser(role).get(path).status_code in (302, 403)


def test_an_offer_that_a_connector_typed_in_has_a_broker_too() -> None:
    asset = AssetFactory(offer=True, name="Chess by post")
    ContactFactory(asset=asset, name="Cyril", phone="01632 960 339", visibility="internal")
    a_browser("Workers").post("/match/kept/", {"hello": str(asset.uuid)})
    task = BrokerTask.objects.get()
    page = a_browser("Connectors").get(f"/admin/offers-to-ask-about/{task.pk}/").content.decode()
    assert "Cyril, 01632 960 339" in page


@pytest.mark.parametrize("who", ["nobody", "Group editors", "Managers"])
def test_only_workers_ask(bread: Offer, who: str) -> None:
    browser = Client() if who == "nobody" else a_browser(who)
    browser.post("/match/kept/", {"hello": str(bread.asset.uuid)})
    press(browser, bread)
    assert not BrokerTask.objects.exists()


def test_what_is_stopped_is_asked_after_no_more(bread: Offer) -> None:
    Asset.objects.update(live=False)
    a_browser("Workers").post("/match/kept/", {"hello": str(bread.asset.uuid)})
    assert not BrokerTask.objects.exists()
    task = BrokerTaskFactory(asset=bread.asset)
    page = a_browser("Connectors").get(f"/admin/offers-to-ask-about/{task.pk}/").content.decode()
    assert "Workers cannot find it any more." in page
