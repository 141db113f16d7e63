"""One press stops it, one keeps it; a link that is expired, forged or taken back does nothing; it ends by itself."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.models import Asset
from connector.links.models import Link
from connector.notifications.models import Message
from connector.notifications.sending import send_due
from connector.offers.actions.forget_offer import forget_offer
from connector.offers.actions.send_offer import prove_offer
from connector.offers.daily import see_to_offers
from connector.offers.models import BrokerTask, Offer
from tests.factories.offers import BrokerTaskFactory, OfferFactory
from tests.offers.conftest import a_browser, at_the_desk, let_out, link_in_the_last_letter, tell

pytestmark = pytest.mark.django_db
State = Offer.State
Offered = Callable[..., Offer]


def on(day: date) -> time_machine.travel:
    """At ten in the morning, when messages go."""
    return time_machine.travel(datetime.combine(day, time(10), UTC), tick=False)


def out(offered: Offered) -> tuple[Offer, str]:
    """One that workers find, and its own link."""
    row = let_out(offered())
    return row, link_in_the_last_letter()


def test_one_press_stops_it_and_it_is_gone_at_once(offered: Offered, up_to_date: Callable[[], None]) -> None:
    row, path = out(offered)
    up_to_date()
    worker = a_browser("Workers")
    assert row.title in worker.get("/search/?q=bread").content.decode()
    assert "Stop it now" in Client().get(path).content.decode()
    assert row.title in worker.get("/search/?q=bread").content.decode(), "looking stops nothing"
    Client().post(path, {"do": "stop"})
    # The index has not heard of it yet: the database decides.
    assert row.title not in worker.get("/search/?q=bread").content.decode()
    assert worker.get(row.asset.get_absolute_url()).status_code == 404
    up_to_date()
    assert row.title not in worker.get("/search/?q=bread").content.decode()
    row.refresh_from_db()
    assert (row.state, row.closed_on) == (State.WITHDRAWN, date(2026, 11, 24))


@pytest.mark.parametrize("do", ["stop", "true", "mine", "answer", ""])
def test_what_is_stopped_stays_stopped(offered: Offered, do: str) -> None:
    row, path = out(offered)
    Client().post(path, {"do": "stop"})
    with on(date(2026, 12, 1)):
        page = Client().post(path, {"do": do, "words": "Oh, go on."}, follow=True).content.decode()
    row.refresh_from_db()
    assert (row.state, row.closed_on) == (State.WITHDRAWN, date(2026, 11, 24))
    assert "It is stopped" in page


def test_the_link_of_the_first_letter_stops_it_at_any_step(offered: Offered) -> None:
    row = offered(proven=False)
    path = link_in_the_last_letter()
    Client().post(path, {"do": "mine"})
    let_out(row)
    with on(date(2027, 3, 1)):
        Client().post(path, {"do": "stop"})
    row.refresh_from_db()
    assert row.state == State.WITHDRAWN
    assert not Asset.objects.get().live


@pytest.mark.parametrize("how", ["forged", "expired", "taken back", "of another"])
def test_a_link_that_is_not_good_does_nothing(offered: Offered, how: str) -> None:
    row, path = out(offered)
    if how == "forged":
        path = f"{path[:-3]}xx/"
    elif how == "expired":
        Link.objects.update(expires_at=timezone.now(), made_at=timezone.now() - timedelta(days=1))
    elif how == "taken back":
        Link.objects.update(revoked_at=timezone.now())
    else:
        other = OfferFactory(out=True, title="Chess by post")
        theirs = {"object_id": str(other.pk), "recipient": f"offers.offer:{other.pk}"}
        Link.objects.filter(purpose="your own offer").update(**theirs)
    answer = Client().post(path, {"do": "stop"})
    row.refresh_from_db()
    assert row.state == State.OUT
    assert answer.status_code == {"forged": 404, "of another": 302}.get(how, 410)


def test_its_person_is_asked_some_weeks_before_and_once(offered: Offered) -> None:
    row, _path = out(offered)
    see_to_offers(date(2027, 5, 3))
    assert not Message.objects.filter(kind="offer_ends").exists()
    with on(date(2027, 5, 4)):
        for _ in range(3):
            see_to_offers(date(2027, 5, 4))
        path = link_in_the_last_letter()
        assert mail.outbox[-1].subject == "Is your offer still true?"
        assert "because you told us what you could share" in mail.outbox[-1].body
        assert "To stop messages about what you offer to share" in mail.outbox[-1].body
        assert Message.objects.filter(kind="offer_ends").count() == 1
        for _ in range(2):
            Client().post(path, {"do": "true"})
    row.refresh_from_db()
    assert (row.state, row.ends_on) == (State.OUT, date(2027, 11, 2))
    assert Asset.objects.get().confirmed_on == date(2027, 5, 4)
    see_to_offers(date(2027, 10, 20))
    assert Message.objects.filter(kind="offer_ends").count() == 2, "and before the next end again"


def test_without_a_word_it_ends(offered: Offered, settings) -> None:
    row, path = out(offered)
    settings.CONNECTOR_OFFER_DAYS = 10  # counts for what is agreed to from now on
    with on(date(2027, 5, 25)):
        assert see_to_offers(date(2027, 5, 25)) == {"end": 1}
        row.refresh_from_db()
        assert (row.state, row.closed_on, row.asset.live) == (State.ENDED, date(2027, 5, 25), False)
        Client().post(path, {"do": "true"})
        row.refresh_from_db()
        assert row.state == State.ENDED
        assert "You can offer it again" in Client().get(path).content.decode()


def test_the_setting_says_how_long(settings) -> None:
    settings.CONNECTOR_OFFER_DAYS = 40
    tell()
    row = Offer.objects.get()
    prove_offer(offer=row)
    let_out(row)
    assert row.ends_on == date(2027, 1, 3)
    assert "40 days" in row.agreed_words


def test_what_was_stopped_and_is_live_again_is_taken_off(offered: Offered) -> None:
    _row, path = out(offered)
    Client().post(path, {"do": "stop"})
    Asset.objects.update(live=True)
    see_to_offers(date(2026, 11, 25))
    assert not Asset.objects.get().live


def test_whose_it_was_is_forgotten_a_while_after(offered: Offered) -> None:
    row, path = out(offered)
    BrokerTaskFactory(asset=row.asset)
    Client().post(path, {"do": "stop"})
    see_to_offers(date(2026, 12, 24))
    assert Offer.objects.get().first_name == "Stan"
    see_to_offers(date(2026, 12, 25))
    left = Offer.objects.get()
    told = str(list(Offer.objects.values()))
    assert not any(word in told for word in ("Stan", "stan@", "weekday", "bread", "meet first"))
    assert (left.state, left.agreed_words != "") == (State.WITHDRAWN, True)
    assert not Asset.objects.exists()
    assert not BrokerTask.objects.exists()
    assert Client().get(path).status_code == 410
    assert see_to_offers(date(2027, 12, 25)) == {}


def test_one_that_nobody_proved_goes_as_a_whole(offered: Offered) -> None:
    row = offered(proven=False)
    forget_offer(offer=row, now=timezone.now())
    assert not Offer.objects.exists()
    send_due()
    assert mail.outbox == [], "nobody is written to any more"


def test_a_connector_is_told_by_telephone_as_well(offered: Offered) -> None:
    row = let_out(offered(you={"email": "", "phone": "01632 960 337"}))
    with on(date(2027, 5, 10)):
        browser = a_browser("Connectors")
        page = browser.get("/admin/snippets/offers/offer/?state=ring").content.decode()
        assert row.title in page
        at_the_desk(row, "true", browser=browser)
        assert row.ends_on == date(2027, 11, 8)
        at_the_desk(row, "stop", browser=browser)
        assert row.state == State.WITHDRAWN
