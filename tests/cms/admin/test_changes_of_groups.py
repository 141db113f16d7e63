"""The queue of groups' changes in the admin: listed, read side by side, answered one by one or many at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.actions import send_change
from cms.models import Asset, ChangeNote, GroupChange
from cms.moderation import TABLE
from tests.factories.assets import AssetFactory
from tests.factories.users import UserFactory

State = GroupChange.State
LIST = "wagtailsnippets_cms_groupchange:list"


@pytest.fixture
def circle(db) -> Asset:
    """Its room is live and not looked at; its name waits."""
    asset = AssetFactory(name="Sewing circle", room="room")
    draft = asset.get_latest_revision_as_object()
    draft.name, draft.room = "Makers", "full"
    send_change(draft=draft, by=UserFactory(first_name="Maureen"))
    return Asset.objects.get()


def row(state: str) -> GroupChange:
    return GroupChange.objects.get(state=state)


def look(change: GroupChange) -> str:
    return reverse("cms_look_at_change", args=[change.pk])


def press(desk, change: GroupChange, answer: str, words: str = ""):
    return desk.post(look(change), {"answer": answer, "words": words}, follow=True)


def bulk(desk, action: str, rows: list[GroupChange], **given: str):
    url = reverse("wagtail_bulk_action", args=["cms", "groupchange", action])
    ids = "&".join(f"id={each.pk}" for each in rows)
    return desk.post(f"{url}?{ids}", given, follow=True)


def test_both_kinds_are_listed_in_words(desk, circle):
    page = desk.get(reverse(LIST)).content.decode()
    assert "Name: Sewing circle → Makers" in page
    assert "live, not looked at yet" in page
    assert "waits for a look" in page
    assert page.count(look(row(State.LIVE))) >= 1


def test_side_by_side(desk, circle):
    page = desk.get(look(row(State.WAITING))).content.decode()
    assert "Sewing circle" in page
    assert "Makers" in page
    assert "People and other pages know it by its name." in page
    assert row(State.WAITING), "looking answers nothing"


def test_right(desk, circle):
    press(desk, row(State.WAITING), "right")
    assert Asset.objects.get().name == "Makers"
    press(desk, row(State.LIVE), "right")
    assert row(State.FINE)


def test_asked_and_it_stays(desk, circle):
    page = press(desk, row(State.WAITING), "ask", "All of you?")
    assert "Asked." in page.content.decode()
    assert ChangeNote.objects.get().words == "All of you?"
    assert "waits for a look, asked" in desk.get(reverse(LIST)).content.decode()


def test_sent_back_and_put_back(desk, circle):
    press(desk, row(State.WAITING), "wrong", "Which makers?")
    assert row(State.RETURNED).reason == "Which makers?"
    press(desk, row(State.LIVE), "put-back", "You said there was room.")
    assert Asset.objects.get().room == "room"


@pytest.mark.parametrize("answer", ["wrong", "ask", "no such answer"])
def test_what_is_refused_is_told(desk, circle, answer):
    page = desk.post(look(row(State.WAITING)), {"answer": answer, "words": ""})
    assert page.status_code == 409
    assert row(State.WAITING)


def test_many_at_once(desk, circle):
    rows = list(GroupChange.objects.all())
    page = bulk(desk, "right", rows).content.decode()
    assert "2 answered as right." in page
    assert Asset.objects.get().name == "Makers"
    assert {change.state for change in GroupChange.objects.all()} == {State.FINE, State.APPROVED}
    again = bulk(desk, "right", rows).content.decode()
    assert "Left as they are" in again


def test_many_are_sent_back_with_one_reason(desk, circle):
    rows = list(GroupChange.objects.all())
    bulk(desk, "wrong", rows, reason="Ring us first.")
    assert {change.reason for change in GroupChange.objects.all()} == {"Ring us first."}
    assert (Asset.objects.get().name, Asset.objects.get().room) == ("Sewing circle", "room")


@pytest.mark.parametrize("role", ["Workers", "Managers", "Group editors"])
def test_it_is_for_connectors(browser_of, circle, role):
    browser = browser_of(UserFactory(role=role))
    for url in (reverse(LIST), look(row(State.LIVE)), reverse("cms_change_rules")):
        assert browser.get(url, follow=True).status_code in {403, 404}


def test_the_rules_are_shown(desk):
    page = desk.get(reverse("cms_change_rules")).content.decode()
    assert all(rule.why.replace("'", "&#x27;") in page for rule in TABLE)


def test_a_page_asks_as_much_however_many_wait(desk, circle):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert desk.get(reverse(LIST)).status_code == 200
        return len(queries)

    asked()
    few = asked()
    asset = Asset.objects.get()
    senders = [UserFactory() for _ in range(3)]
    GroupChange.objects.bulk_create(
        GroupChange(
            asset=asset,
            sender=senders[each % 3],
            sent_at=timezone.now(),
            state=(State.WAITING, State.LIVE)[each % 2],
            told=[["Room", "We have room", "We are full"]],
        )
        for each in range(60)
    )
    assert asked() == few
