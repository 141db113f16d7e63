"""A connector agrees, asks or returns; workers find it once it is agreed to, and nobody else ever does."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from cms.models import Asset, AssetInterest
from connector.notifications.sending import send_due
from connector.offers.actions.keep_offer import withdraw_offer
from connector.offers.actions.look_at_offer import agree_offer, return_offer
from connector.offers.models import Offer
from tests.factories.offers import BrokerTaskFactory
from tests.factories.places import AreaFactory
from tests.factories.users import UserFactory
from tests.offers.conftest import STAN, a_browser, at_the_desk, let_out, link_in_the_last_letter

pytestmark = pytest.mark.django_db
State = Offer.State
Offered = Callable[..., Offer]
LIST = "/admin/snippets/offers/offer/"
NOTE = {"note": "She would love to learn baking bread.", "press": "show", "travel": "foot"}


def test_a_connector_agrees_and_a_worker_finds_it(offered: Offered, up_to_date: Callable[[], None]) -> None:
    AreaFactory(code="E05015254", name="Sale Central")
    row = offered(code="E05015254")
    up_to_date()
    worker = a_browser("Workers")
    assert "Bread with your own hands" not in worker.post("/match/", NOTE).content.decode()
    assert "Done." in at_the_desk(row, "agree", follow=True).content.decode()
    up_to_date()
    assert row.state == State.OUT
    assert str(row.ends_on) == "2027-05-25"
    page = worker.post("/match/", NOTE).content.decode()
    assert "Bread with your own hands" in page
    assert "Sale Central" in page
    assert "Because" in page
    assert "Weekday mornings; now and then." in worker.get(row.asset.get_absolute_url()).content.decode()
    assert "Bread with your own hands" in worker.get("/search/?q=baking+bread").content.decode()
    assert "Bread with your own hands" not in Client().get("/search/?q=baking+bread").content.decode()
    assert Client().get(row.asset.get_absolute_url()).status_code == 404
    link_in_the_last_letter()
    assert "Workers can find your offer now" in mail.outbox[-1].subject


def test_what_workers_find_is_the_offer_alone(offered: Offered) -> None:
    AreaFactory(code="E05015254", name="Sale Central")
    row = let_out(offered(code="E05015254"))
    asset = Asset.objects.get(pk=row.asset_id)
    assert (asset.kind, asset.reach, asset.cost, asset.live) == ("offer", "area", "free", True)
    assert list(asset.asset_areas.values_list("area__name", flat=True)) == ["Sale Central"]
    assert "baking" in AssetInterest.objects.filter(asset=asset, state="confirmed").values_list(
        "interest__code", flat=True
    )
    assert asset.opening_words == "Weekday mornings; now and then."
    assert "I would like to meet first." in asset.description
    assert not asset.contacts.exists()
    assert not asset.asset_places.exists()


def test_the_list_shows_what_waits_and_no_address_that_nobody_proved(offered: Offered) -> None:
    offered(proven=False, what={"words": "A lift on Sundays."}, you={"email": "ann@home.example"})
    row = offered()
    page = a_browser("Connectors").get(LIST).content.decode()
    assert row.title in page
    assert "A lift on Sundays" not in page
    hidden = Offer.objects.get(state=State.UNPROVEN)
    assert a_browser("Connectors").get(f"/admin/peoples-offers/{hidden.pk}/").status_code == 404


def test_the_first_page_says_how_many_wait(offered: Offered) -> None:
    offered(proven=False)
    browser = a_browser("Connectors")
    assert "0 people’s offers wait" in browser.get("/admin/").content.decode()
    asked, row = offered(), offered()
    at_the_desk(asked, "ask", question="On which days?")
    assert "2 people’s offers wait" in browser.get("/admin/").content.decode()
    BrokerTaskFactory(asset=let_out(row).asset)
    page = browser.get("/admin/").content.decode()
    assert f'<a href="{LIST}">1 person’s offer waits</a>' in page
    assert '<a href="/admin/snippets/offers/brokertask/">1 offer to ask somebody about</a>' in page


@pytest.mark.parametrize("role", ["Workers", "Group editors", "Managers"])
def test_nobody_but_a_connector_sees_who_it_is(offered: Offered, role: str) -> None:
    row, browser = offered(), a_browser(role)
    for path in (LIST, f"/admin/peoples-offers/{row.pk}/"):
        assert STAN not in browser.get(path, follow=True).content.decode()
        assert browser.get(path).status_code in (302, 403)
    assert STAN in a_browser("Connectors").get(f"/admin/peoples-offers/{row.pk}/").content.decode()


def test_a_number_is_rung_before_it_is_agreed_to(offered: Offered) -> None:
    row = offered(you={"email": "", "phone": "01632 960 337"})
    assert "Ring them first" in at_the_desk(row, "agree").content.decode()
    assert row.state == State.TO_RING
    at_the_desk(row, "agree", rung="yes")
    assert row.state == State.OUT
    assert row.proved_at is not None


@pytest.mark.parametrize(
    "words", ["Stan shows you how.", "Ring 01632 960 337.", "At 12 Mill Lane.", "Near M33 7ZF, mornings."]
)
def test_a_connector_puts_nobody_into_it_either(offered: Offered, words: str) -> None:
    row = offered()
    page = at_the_desk(row, "agree", words=words).content.decode()
    assert "Take it out" in page
    assert words in page
    assert row.state == State.WAITING
    assert not Asset.objects.exists()


def test_it_goes_back_with_a_reason(offered: Offered) -> None:
    row = offered()
    at_the_desk(row, "return")
    assert row.state == State.WAITING, "not without one"
    at_the_desk(row, "return", reason="We know of no safe way for that.")
    assert row.state == State.RETURNED
    send_due()
    assert "We know of no safe way for that." in mail.outbox[-1].body


def test_a_question_is_answered_behind_a_link(offered: Offered) -> None:
    row = offered()
    at_the_desk(row, "ask", question="Could you come to a ground floor flat?")
    assert row.state == State.ASKED
    path = link_in_the_last_letter()
    assert "Could you come to a ground floor flat?" in Client().get(path).content.decode()
    Client().post(path, {"do": "answer", "words": " "})
    row.refresh_from_db()
    assert row.state == State.ASKED, "not without words"
    Client().post(path, {"do": "answer", "words": "Yes, gladly."})
    row.refresh_from_db()
    assert (row.state, row.answer) == (State.WAITING, "Yes, gladly.")
    at_the_desk(row, "ask", question="And on Fridays?")
    assert (row.state, row.answer) == (State.ASKED, "")
    link_in_the_last_letter()
    assert "And on Fridays?" in mail.outbox[-1].body, "a second question is a message of its own"


def test_of_two_at_once_the_first_counts(offered: Offered) -> None:
    """Both have the page open as it was: two connectors, or a connector and whoever offers."""
    dawn, words = UserFactory(role="Connectors"), {"title": "Bread", "words": "I could teach baking."}
    first = offered()
    stale = Offer.objects.get(pk=first.pk)
    assert agree_offer(offer=first, by=dawn, **words)
    assert not agree_offer(offer=stale, by=dawn, **words)
    assert not return_offer(offer=stale, by=dawn, reason="No.")
    assert Asset.objects.count() == 1
    second = offered(you={"email": "ann@home.example"})
    stale = Offer.objects.get(pk=second.pk)
    assert withdraw_offer(offer=second)
    assert not agree_offer(offer=stale, by=dawn, **words)
    assert Asset.objects.count() == 1
    assert "Somebody has answered already" in at_the_desk(second, "agree", follow=True).content.decode()
