"""Changing a listing through the pages: one question a page, read back, sent, waiting, sent back."""

from collections.abc import Callable

import pytest
from django.test import Client

from cms.actions import approve_change, return_change
from cms.models import Asset, Contact, Session
from tests.cms.selfservice.conftest import keeper_of
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


def test_the_days_are_read_back_and_nothing_is_sent_yet(maureen: Client, circle: Asset) -> None:
    page = _answer(maureen, circle, "days", days=["TH"])
    assert page.context["rows"] == [
        ("Until now", "Every Wednesday, 1.30 to 3.30pm, not on bank holidays"),
        ("From now on", "Every Thursday, 1.30 to 3.30pm, not on bank holidays"),
    ]
    assert [date.day for date in page.context["dates"]] == ["Thu 26 Nov", "Thu 3 Dec", "Thu 10 Dec", "Thu 17 Dec"]
    circle.refresh_from_db()
    assert circle.latest_revision is None


def test_what_is_risky_waits_and_people_see_it_as_it_was(maureen: Client, circle: Asset) -> None:
    _answer_listing(maureen, circle, "name", name="Weavers Fold Makers")
    page = _send(maureen, circle)
    assert "Sent. A connector looks at it" in page
    assert "You sent it today." in page
    assert "Being looked at since today. People and other pages know it by its name." in page
    circle.refresh_from_db()
    assert circle.live
    assert circle.name == "Weavers Fold Sewing Circle"
    assert _draft(circle).name == "Weavers Fold Makers"
    assert circle.current_workflow_state.requested_by == keeper_of(circle)
    assert "Weavers Fold Makers" not in Client().get(circle.get_absolute_url()).content.decode()


def test_a_time_is_live_at_once(maureen: Client, circle: Asset) -> None:
    assert "People see it at once." in _answer(maureen, circle, "days", days=["TH"]).content.decode()
    page = _send(maureen, circle)
    assert "Sent. People see it now." in page
    assert "Live since today. A connector looks at it afterwards." in page
    assert circle.sessions.get().days == ["TH"]
    assert Asset.objects.get().current_workflow_state is None
    assert "Every Thursday" in Client().get(circle.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("question", "words", "kept"),
    [
        ("hours", {"start": "2pm", "end": "4.15pm"}, {"start": "14:00", "end": "16:15"}),
        ("hours", {"start": "noon", "end": ""}, {"start": "12:00", "end": "None"}),
        ("not-on", {"closed": "25 December and 1 January"}, {"closed": "['2026-12-25', '2027-01-01']"}),
        (
            "called-off",
            {"day": "2026-12-02", "why": "The hall is let."},
            {"cancelled": "{'2026-12-02': 'The hall is let.'}"},
        ),
        ("rhythm", {"rhythm": "daily"}, {"rhythm": "daily", "days": "[]"}),
    ],
)
def test_each_answer_reaches_the_draft(
    maureen: Client, circle: Asset, question: str, words: dict[str, str], kept: dict[str, str]
) -> None:
    _answer(maureen, circle, question, **words)
    _send(maureen, circle)
    session = _draft(circle).sessions.get()
    assert {name: str(getattr(session, name))[: len(value)] for name, value in kept.items()} == kept


@pytest.mark.parametrize(
    ("question", "words", "said"),
    [
        ("days", {}, "Tick at least one day."),
        ("hours", {"start": "1.30"}, "in the morning or the afternoon?"),
        ("hours", {"start": "half one", "end": "3pm"}, "“half one” is not a time."),
        ("hours", {"start": "3pm", "end": "3pm"}, "It ends when it starts."),
        ("hours", {"start": "3pm", "end": "1pm"}, "Check morning and afternoon."),
        ("not-on", {"closed": "25 December\nChristmas"}, "“Christmas” is not a date."),
        ("called-off", {"why": "snow"}, "Choose a day"),
        ("called-off", {"day": "2026-12-02"}, "Say why"),
        ("called-off", {"day": "2026-12-03", "why": "snow"}, "Select a valid choice"),
        ("rhythm", {}, "Choose how often"),
        ("rhythm", {"rhythm": "yearly"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    maureen: Client, circle: Asset, question: str, words: dict[str, str], said: str
) -> None:
    page = maureen.post(_time(circle, question), words)
    assert page.status_code == 200
    html = page.content.decode()
    assert said in html
    assert all(text.split("\n")[0] in html for text in words.values())
    assert not maureen.session.get("my_listings")


def test_every_other_week_asks_which_week(maureen: Client, circle: Asset) -> None:
    assert maureen.post(_time(circle, "rhythm"), {"rhythm": "fortnightly"})["Location"] == _time(circle, "date")
    asked = maureen.post(_time(circle, "days"), {"days": ["TH"]})
    assert asked["Location"] == _time(circle, "date")
    assert maureen.get(f"{_home(circle)}check/")["Location"] == _time(circle, "date")
    page = maureen.get(asked["Location"]).content.decode()
    assert "Thu 26 Nov" in page
    assert "Thu 3 Dec" in page
    page = _answer(maureen, circle, "date", first="2026-12-03")
    assert [date.day for date in page.context["dates"]][:2] == ["Thu 3 Dec", "Thu 17 Dec"]


def test_every_month_asks_which_week(maureen: Client, circle: Asset) -> None:
    asked = maureen.post(_time(circle, "rhythm"), {"rhythm": "monthly"})
    assert asked["Location"] == _time(circle, "weeks")
    page = _answer(maureen, circle, "weeks", weeks_of_month=["2", "-1"])
    assert [date.day for date in page.context["dates"]][:2] == ["Wed 25 Nov", "Wed 9 Dec"]


def test_just_once_asks_for_the_date(maureen: Client, circle: Asset) -> None:
    assert maureen.post(_time(circle, "rhythm"), {"rhythm": "once"})["Location"] == _time(circle, "date")
    page = _answer(maureen, circle, "date", first="19 December")
    assert [date.day for date in page.context["dates"]] == ["Sat 19 Dec"]


def test_a_day_that_was_called_off_is_on_after_all(maureen: Client, circle: Asset) -> None:
    Session.objects.update(cancelled={"2026-12-02": "The hall is let."})
    assert "Wed 2 Dec: The hall is let." in maureen.get(_time(circle, "called-off")).content.decode()
    page = _answer(maureen, circle, "called-off", back_on=["2026-12-02"])
    assert page.context["rows"] == [("Called off", "Nothing")]


def test_called_off_dates_are_shown_and_four_that_are_on(maureen: Client, circle: Asset) -> None:
    page = _answer(maureen, circle, "called-off", day="2026-11-25", why="The hall is let.")
    assert [(date.day, date.off) for date in page.context["dates"]] == [
        ("Wed 25 Nov", True),
        *((day, False) for day in ("Wed 2 Dec", "Wed 9 Dec", "Wed 16 Dec", "Wed 23 Dec")),
    ]


def test_a_time_is_added(maureen: Client, circle: Asset) -> None:
    start = f"{_home(circle)}times/new/"
    assert maureen.post(f"{start}rhythm/", {"rhythm": "weekly"})["Location"] == f"{start}days/"
    assert maureen.post(f"{start}days/", {"days": ["FR"]})["Location"] == f"{start}hours/"
    assert maureen.post(f"{start}hours/", {"start": "10am"})["Location"] == f"{_home(circle)}check/"
    _send(maureen, circle)
    friday = next(row for row in _draft(circle).sessions.all() if row.days == ["FR"])
    assert friday.place_id == circle.asset_places.get().place_id, "at the only place there is"
    assert len(_draft(circle).sessions.all()) == 2


def test_a_time_that_stopped_goes(maureen: Client, circle: Asset) -> None:
    page = maureen.post(_time(circle, "rhythm"), {"rhythm": "stopped"}, follow=True)
    assert page.context["rows"][0][0] == "No longer"
    _send(maureen, circle)
    assert not _draft(circle).sessions.all()
    assert not Session.objects.exists()


def test_room_and_whom_to_ring(maureen: Client, circle: Asset) -> None:
    maureen.post(f"{_home(circle)}room/", {"room": "paused"})
    page = maureen.post(f"{_home(circle)}phone/", {"phone": "01632  960 015"}, follow=True)
    assert page.context["rows"] == [("Room", "We are not running just now"), ("Ring", "01632 960 015")]
    assert "not running just now" in page.content.decode()
    assert "People see this at once: room for new people. This waits" in page.content.decode()
    _send(maureen, circle)
    circle.refresh_from_db()
    assert circle.room == Asset.Room.PAUSED, "at once"
    assert Contact.objects.get(visibility="public").phone == "01632 960 014", (
        "not before somebody has asked whose it is"
    )
    approve_change(asset=circle, by=UserFactory(role="Connectors"))
    circle.refresh_from_db()
    assert circle.room == Asset.Room.PAUSED
    assert dict(Contact.objects.values_list("visibility", "phone")) == {
        "internal": "01632 960 999",
        "public": "01632 960 015",
    }


def test_a_number_that_its_owner_confirms_is_live_at_once(maureen: Client, circle: Asset) -> None:
    _answer_listing(maureen, circle, "phone", phone="01632 960 015", mine="on")
    _send(maureen, circle)
    assert Contact.objects.get(visibility="public").phone == "01632 960 015"


def test_a_number_is_taken_off_at_once(maureen: Client, circle: Asset) -> None:
    _answer_listing(maureen, circle, "phone", phone="")
    _send(maureen, circle)
    assert not Contact.objects.exclude(phone="").filter(visibility="public").exists()


def test_a_contact_of_the_councils_is_never_shown(maureen: Client, circle: Asset) -> None:
    Contact.objects.filter(visibility="public").delete()
    for path in ("", "phone/", "room/"):
        assert "01632 960 999" not in maureen.get(f"{_home(circle)}{path}").content.decode()
    _answer_listing(maureen, circle, "phone", phone="01632 960 015")
    _send(maureen, circle)
    approve_change(asset=circle, by=UserFactory(role="Connectors"))
    assert Contact.objects.filter(visibility="internal").get().phone == "01632 960 999"
    assert Contact.objects.filter(visibility="public").get().phone == "01632 960 015"


def test_several_changes_wait_together(maureen: Client, circle: Asset) -> None:
    _answer_listing(maureen, circle, "name", name="Weavers Fold Makers")
    _send(maureen, circle)
    _answer_listing(maureen, circle, "what", summary="We mend.")
    _answer_listing(maureen, circle, "place", place="Carder Street Hall", postcode="")
    _answer(maureen, circle, "hours", start="2pm", end="4pm")
    _send(maureen, circle)
    assert Session.objects.get().start.hour == 14, "safe, and so live"
    approve_change(asset=circle, by=UserFactory(role="Connectors"))
    circle.refresh_from_db()
    place = circle.asset_places.get().place
    assert (circle.name, circle.summary, place.name) == ("Weavers Fold Makers", "We mend.", "Carder Street Hall")
    assert Session.objects.get().start.hour == 14
    assert "People see this." in maureen.get("/my-listings/").content.decode()


def test_a_change_that_was_sent_back_says_why_and_is_sent_again(maureen: Client, circle: Asset) -> None:
    _answer_listing(maureen, circle, "name", name="Makers")
    _send(maureen, circle)
    return_change(asset=circle, by=UserFactory(role="Connectors"), reason="Do all of you want that name?")
    page = maureen.get("/my-listings/").content.decode()
    assert "A connector sent your change back today. They wrote: “Do all of you want that name?”" in page
    page = maureen.get(_home(circle)).content.decode()
    assert "Sent back today. They wrote: “Do all of you want that name?”" in page
    assert "Makers" in page, "what she wrote is still there"
    _answer_listing(maureen, circle, "name", name="Weavers Fold Makers")
    assert "You sent it today." in _send(maureen, circle)


def test_two_at_once_the_second_is_told_and_loses_nothing(circle: Asset, keeper: Callable[[], Client]) -> None:
    maureen, vera = keeper(), keeper()
    page = _answer(vera, circle, "hours", start="2pm", end="4pm")
    _answer(maureen, circle, "days", days=["TH"])
    _send(maureen, circle)

    late = vera.post(f"{_home(circle)}check/", {"version": page.context["version"]})
    assert late.status_code == 409
    assert "Somebody else changed this listing since you began." in late.content.decode()
    assert late.context["rows"][1] == ("From now on", "Every Thursday, 2 to 4pm, not on bank holidays")
    assert _draft(circle).sessions.get().start.hour == 13, "nothing was sent"

    vera.post(f"{_home(circle)}check/", {"version": late.context["version"]})
    draft = _draft(circle).sessions.get()
    assert (draft.days, draft.start.hour) == (["TH"], 14)


def test_the_second_is_told_before_sending_too(circle: Asset, keeper: Callable[[], Client]) -> None:
    maureen, vera = keeper(), keeper()
    vera.post(_time(circle, "hours"), {"start": "2pm", "end": "4pm"})
    _answer(maureen, circle, "days", days=["TH"])
    _send(maureen, circle)
    assert "Somebody else changed this listing" in vera.get(f"{_home(circle)}check/").content.decode()


def test_the_same_as_before_is_nothing_to_send(maureen: Client, circle: Asset) -> None:
    page = _answer(maureen, circle, "days", days=["WE"])
    assert "There is nothing to send." in page.content.decode()


def test_a_mistake_elsewhere_in_the_listing_loses_no_answer(maureen: Client, circle: Asset) -> None:
    Asset.objects.update(url="not an address")
    page = _answer(maureen, circle, "days", days=["TH"])
    told = maureen.post(f"{_home(circle)}check/", {"version": page.context["version"]})
    assert told.status_code == 422
    assert "Enter a valid URL. A connector can put this right: your answers are kept." in told.content.decode()
    assert "Every Thursday" in told.content.decode()


def test_answers_can_be_left(maureen: Client, circle: Asset) -> None:
    _answer(maureen, circle, "days", days=["TH"])
    assert "not sent yet" in maureen.get("/my-listings/").content.decode()
    page = maureen.post(f"{_home(circle)}forget/", follow=True).content.decode()
    assert "Nothing was sent. Everything stays as it is." in page
    assert maureen.get(f"{_home(circle)}check/")["Location"] == _home(circle)


def _home(asset: Asset) -> str:
    return f"/my-listings/{asset.uuid}/"


def _time(asset: Asset, question: str) -> str:
    """The page of a question about the only time."""
    draft = _draft(asset).sessions.all()
    return f"{_home(asset)}times/{next(iter(draft)).pk}/{question}/"


def _answer(client: Client, asset: Asset, question: str, **words: object):
    """Answer a question about the only time; what the check page says then."""
    assert client.post(_time(asset, question), words).status_code == 302
    return client.get(f"{_home(asset)}check/")


def _answer_listing(client: Client, asset: Asset, question: str, **words: object) -> None:
    assert client.post(f"{_home(asset)}{question}/", words).status_code == 302


def _send(client: Client, asset: Asset) -> str:
    """Say yes on the check page; what the next page says."""
    page = client.get(f"{_home(asset)}check/")
    sent = client.post(f"{_home(asset)}check/", {"version": page.context["version"]}, follow=True)
    assert sent.redirect_chain[-1][0] == _home(asset)
    return sent.content.decode()


def _draft(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk).get_latest_revision_as_object()
