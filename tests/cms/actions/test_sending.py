"""A change of a group: what is safe is live at once, what is risky waits; answered, put back, asked about."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from cms.actions import (
    ChangedSince,
    Locked,
    NothingWaits,
    NotWhatYouSaw,
    answer_question,
    approve_change,
    ask_group,
    find_right,
    find_wrong,
    publish_asset,
    put_back,
    return_change,
    send_change,
    submit_change,
)
from cms.models import Asset, GroupChange
from cms.moderation import FLOOD
from tests.factories.assets import AssetFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

State = GroupChange.State


def now(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def draft_of(asset: Asset) -> Asset:
    return now(asset).get_latest_revision_as_object()


def changed(asset: Asset, **fields: object) -> Asset:
    draft = draft_of(asset)
    days = fields.pop("days", None)
    for name, value in fields.items():
        setattr(draft, name, value)
    if days:
        session = draft.sessions.all()[0]
        session.days = days
        draft.sessions.set([session])
    return draft


def days(asset: Asset) -> list[str]:
    return [day for session in asset.sessions.all() for day in session.days]


@pytest.fixture
def circle(circle: Asset) -> Asset:
    SessionFactory(asset=circle, days=["WE"])
    return circle


def change(state: str | None = None) -> GroupChange:
    rows = GroupChange.objects.filter(state=state) if state else GroupChange.objects.all()
    return rows.order_by("-pk")[0]


def test_a_mixed_change_is_parted_and_nothing_is_lost(circle, maureen, asha):
    sent = send_change(draft=changed(circle, name="Makers", room="full", days=["TH"]), by=maureen)
    assert sent.at_once == ("times", "room")
    assert [fact for fact, _why in sent.waits] == ["name"]
    assert (now(circle).name, now(circle).room, days(now(circle))) == ("Sewing circle", "full", ["TH"])
    assert (draft_of(circle).name, draft_of(circle).room, days(draft_of(circle))) == ("Makers", "full", ["TH"])
    live, waiting = change(State.LIVE), change(State.WAITING)
    assert [label for label, _was, _is in live.told] == ["When", "Room"]
    assert waiting.told == [["Name", "Sewing circle", "Makers"]]
    find_right(change=waiting, by=asha)
    assert (now(circle).name, now(circle).room, days(now(circle))) == ("Makers", "full", ["TH"])
    assert change(State.APPROVED).looker == asha


def test_what_waits_goes_on_waiting_and_stands_on_what_went_live(circle, maureen, asha, mailoutbox):
    send_change(draft=changed(circle, name="Makers"), by=maureen)
    state, told = now(circle).current_workflow_state, len(mailoutbox)
    send_change(draft=changed(circle, room="full"), by=maureen)
    assert now(circle).current_workflow_state == state
    assert len(mailoutbox) == told, "nobody is told again of what waits already"
    assert (now(circle).name, now(circle).room) == ("Sewing circle", "full")
    approve_change(asset=circle, by=asha)
    assert (now(circle).name, now(circle).room) == ("Makers", "full")


def test_what_was_sent_back_is_kept_and_a_safe_change_does_not_carry_it_live(circle, maureen, asha):
    submit_change(draft=changed(circle, days=["TH"]), by=maureen)
    return_change(asset=circle, by=asha, reason="Is the hall free?")
    sent = send_change(draft=changed(circle, room="full"), by=maureen)
    assert sent.at_once == ("room",)
    assert (days(now(circle)), days(draft_of(circle))) == (["WE"], ["TH"])
    again = send_change(draft=changed(circle, days=["FR"]), by=maureen)
    assert again.at_once == (), "times were sent back, and so times are looked at"
    assert days(now(circle)) == ["WE"]


def test_the_first_publication_waits_whole(maureen, asha):
    sent = send_change(draft=Asset(name="Tea dance", room="full"), by=maureen)
    assert sent.at_once == ()
    asset = Asset.objects.get(name="Tea dance")
    assert not asset.live
    assert ["Name", "Nothing said", "Tea dance"] in change().told
    again = send_change(draft=changed(asset, room="few"), by=maureen)
    assert again.at_once == ()
    assert (change().state, GroupChange.objects.filter(state=State.ENDED).count()) == (State.WAITING, 1)
    find_right(change=change(), by=asha)
    assert now(asset).live


def test_a_withdrawn_listing_does_not_come_back_by_itself(circle, maureen):
    Asset.objects.update(live=False)
    assert send_change(draft=changed(circle, room="full"), by=maureen).at_once == ()
    assert not now(circle).live


def test_an_imported_listing_keeps_what_it_was(maureen):
    asset = AssetFactory(room="room")
    send_change(draft=changed(asset, room="full"), by=maureen)
    assert [row.content["room"] for row in asset.revisions.order_by("pk")] == ["room", "full"]


def test_nothing_changed_is_nothing_sent(circle, maureen):
    assert send_change(draft=changed(circle), by=maureen) == type(send_change(draft=changed(circle), by=maureen))()
    assert not GroupChange.objects.exists()


def test_a_locked_listing_refuses_all_of_it(circle, maureen, asha):
    Asset.objects.update(locked=True, locked_by=asha)
    with pytest.raises(Locked):
        send_change(draft=changed(circle, room="full"), by=maureen)
    assert now(circle).room != "full"


def test_a_flood_waits_and_somebody_else_is_not_held_up(circle, maureen):
    other = AssetFactory()
    for turn in range(FLOOD):
        asset = (circle, other)[turn % 2]
        assert send_change(draft=changed(asset, room=("full", "few", "room")[turn // 2]), by=maureen).at_once
    held = send_change(draft=changed(circle, days=["TH"]), by=maureen)
    assert held.at_once == ()
    assert "Many changes" in change().why[0]
    assert days(now(circle)) == ["WE"]
    vera = UserFactory(first_name="Vera")
    assert send_change(draft=changed(other, room="full"), by=vera).at_once == ("room",)


@pytest.mark.parametrize("waits", [False, True])
def test_put_back_with_one_press(circle, maureen, asha, waits: bool):
    if waits:
        send_change(draft=changed(circle, name="Makers"), by=maureen)
    send_change(draft=changed(circle, room="full", days=["TH"]), by=maureen)
    put_back(change=change(State.LIVE), by=asha, reason="You told me Wednesday.")
    assert (now(circle).room, days(now(circle))) == ("unknown", ["WE"])
    assert (draft_of(circle).room, days(draft_of(circle))) == ("unknown", ["WE"])
    assert draft_of(circle).name == ("Makers" if waits else "Sewing circle")
    assert bool(now(circle).current_workflow_state) is waits
    row = change(State.PUT_BACK)
    assert (row.reason, row.looker) == ("You told me Wednesday.", asha)
    line = ModelLogEntry.objects.for_instance(circle).filter(action="cms.put_back").get()
    assert "You told me Wednesday." in line.message


def test_what_was_approved_can_be_put_back_too(circle, maureen, asha):
    send_change(draft=changed(circle, name="Makers"), by=maureen)
    find_right(change=change(), by=asha)
    put_back(change=change(), by=asha, reason="The old name after all.")
    assert now(circle).name == "Sewing circle"


def test_not_under_something_newer(circle, maureen, asha):
    send_change(draft=changed(circle, room="full"), by=maureen)
    older = change()
    send_change(draft=changed(circle, room="few"), by=maureen)
    with pytest.raises(ChangedSince):
        put_back(change=older, by=asha, reason="No.")
    assert now(circle).room == "few"
    put_back(change=change(), by=asha, reason="No.")
    put_back(change=older, by=asha, reason="No.")
    assert now(circle).room == "unknown"


@pytest.mark.parametrize("answer", [find_right, lambda **given: find_wrong(reason="Which?", **given)])
def test_moderator_and_group_at_once_the_older_answer_reaches_nothing(
    circle, maureen, asha, answer: Callable[..., None]
):
    send_change(draft=changed(circle, name="Makers"), by=maureen)
    read = change()
    send_change(draft=changed(circle, name="Makers of Weavers Fold"), by=maureen)
    with pytest.raises(NotWhatYouSaw):
        answer(change=read, by=asha)
    assert now(circle).name == "Sewing circle"
    assert draft_of(circle).name == "Makers of Weavers Fold"
    assert change(State.WAITING).told == [["Name", "Sewing circle", "Makers of Weavers Fold"]]


@pytest.mark.parametrize("first", [find_right, lambda **given: find_wrong(reason="Which?", **given)])
@pytest.mark.parametrize("field", [{"name": "Makers"}, {"room": "full"}])
def test_two_moderators_at_once_the_second_is_told(circle, maureen, asha, first, field: dict[str, str]):
    send_change(draft=changed(circle, **field), by=maureen)
    row = change()
    first(change=row, by=asha)
    with pytest.raises(NothingWaits):
        find_right(change=row, by=UserFactory(role="Connectors"))


def test_a_connector_publishing_in_between_is_seen_in_what_is_left(circle, maureen, asha):
    send_change(draft=changed(circle, name="Makers"), by=maureen)
    publish_asset(asset=now(circle), by=asha)
    assert change().state == State.ENDED
    assert now(circle).name == "Sewing circle"


def test_the_group_is_asked_and_answers(circle, maureen, asha):
    EditorshipFactory(user=maureen, asset=circle)
    send_change(draft=changed(circle, name="Makers"), by=maureen)
    with pytest.raises(NothingWaits):
        answer_question(asset=circle, by=maureen, words="Nobody asked.")
    ask_group(change=change(), by=asha, question="All of you?")
    assert change().state == State.WAITING
    with pytest.raises(PermissionDenied):
        answer_question(asset=circle, by=UserFactory(), words="Yes.")
    answer_question(asset=circle, by=maureen, words="All four.")
    assert [note.words for note in change().notes.all()] == ["All of you?", "All four."]


@pytest.mark.parametrize("role", ["Workers", "Group editors", None])
def test_answers_are_for_connectors(circle, maureen, role: str | None):
    send_change(draft=changed(circle, name="Makers", room="full"), by=maureen)
    somebody = UserFactory(role=role)
    for row in GroupChange.objects.all():
        for act in (
            lambda row=row: find_right(change=row, by=somebody),
            lambda row=row: find_wrong(change=row, by=somebody, reason="No."),
            lambda row=row: put_back(change=row, by=somebody, reason="No."),
            lambda row=row: ask_group(change=row, by=somebody, question="Why?"),
        ):
            with pytest.raises(PermissionDenied):
                act()


@pytest.mark.parametrize("words", ["", "   "])
def test_back_never_without_a_reason(circle, maureen, asha, words: str):
    send_change(draft=changed(circle, name="Makers", room="full"), by=maureen)
    for row in GroupChange.objects.all():
        with pytest.raises(ValueError, match="Say"):
            find_wrong(change=row, by=asha, reason=words)
    with pytest.raises(ValueError, match="Write"):
        ask_group(change=change(), by=asha, question=words)
