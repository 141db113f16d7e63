"""A change from somebody who keeps a listing: sent, replaced, looked at, put live or sent back."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import ModelLogEntry, TaskState, WorkflowContentType, WorkflowState

from cms.actions import NothingWaits, approve_change, publish_asset, return_change, submit_change
from cms.models import Asset, AssetInterest, Contact, Session
from tests.factories.assets import AssetFactory, AssetInterestFactory, AssetSourceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory


def changed(asset: Asset, **fields: object) -> Asset:
    """The newest draft of the asset, with these fields."""
    draft = Asset.objects.get(pk=asset.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft


def now(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def actions(asset: Asset) -> list[str]:
    return list(ModelLogEntry.objects.for_instance(asset).order_by("timestamp", "pk").values_list("action", flat=True))


class TestSubmit:
    def test_people_see_nothing_of_it_yet(self, circle, maureen):
        state = submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        assert state.status == WorkflowState.STATUS_IN_PROGRESS
        assert now(circle).summary == "Thread and tea."
        assert now(circle).get_latest_revision_as_object().summary == "Moved to Friday."

    def test_its_parts_wait_too(self, circle, maureen, asha):
        SessionFactory(asset=circle)
        draft = changed(circle)
        session = draft.sessions.get()
        session.days = ["FR"]
        draft.sessions.add(session, Session(rhythm="once", first=date(2026, 12, 5), start=time(10)))
        draft.contacts.add(Contact(name="Sandra"))
        submit_change(draft=draft, by=maureen)
        assert [session.days for session in now(circle).sessions.all()] == [["TU"]]
        assert not now(circle).contacts.exists()
        approve_change(asset=circle, by=asha)
        assert [session.days for session in now(circle).sessions.order_by("first")] == [["FR"], []]
        assert now(circle).contacts.get().name == "Sandra"

    def test_the_first_one_of_an_imported_asset_has_something_to_be_compared_with(self, maureen):
        asset = AssetFactory(summary="As it was imported.")
        submit_change(draft=changed(asset, summary="Moved to Friday."), by=maureen)
        kept = [revision.content["summary"] for revision in asset.revisions.order_by("pk")]
        assert kept == ["As it was imported.", "Moved to Friday."]
        assert now(asset).get_latest_revision_as_object().summary == "Moved to Friday."

    def test_a_newer_one_replaces_it_and_both_are_kept(self, circle, maureen, asha):
        first = submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        second = submit_change(draft=changed(circle, greeter_name="Maureen"), by=maureen)
        first.refresh_from_db()
        assert (first.status, second.status) == (WorkflowState.STATUS_CANCELLED, WorkflowState.STATUS_IN_PROGRESS)
        kept = [revision.content["summary"] for revision in circle.revisions.order_by("pk")]
        assert kept == ["Thread and tea.", "Moved to Friday.", "Moved to Friday."]
        approve_change(asset=circle, by=asha)
        assert (now(circle).summary, now(circle).greeter_name) == ("Moved to Friday.", "Maureen")

    def test_a_new_listing_is_not_live(self, maureen):
        submit_change(draft=Asset(name="Tea dance"), by=maureen)
        asset = Asset.objects.get(name="Tea dance")
        assert not asset.live
        assert asset.workflow_in_progress

    def test_is_kept_as_a_draft_where_the_council_took_the_workflow_away(self, circle, maureen):
        WorkflowContentType.objects.all().delete()
        assert submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen) is None
        assert now(circle).get_latest_revision_as_object().summary == "Moved to Friday."
        assert now(circle).summary == "Thread and tea."


class TestApprove:
    def test_puts_the_change_live(self, circle, maureen, asha):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        assert approve_change(asset=circle, by=asha, comment="Rang her.").summary == "Moved to Friday."
        assert not now(circle).workflow_in_progress
        task = TaskState.objects.get()
        assert (task.finished_by, task.comment) == (asha, "Rang her.")

    def test_the_whole_story_is_in_the_history(self, circle, maureen, asha):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        approve_change(asset=circle, by=asha)
        assert actions(circle)[2:] == [
            *("wagtail.edit", "wagtail.workflow.start", "wagtail.workflow.approve", "wagtail.publish")
        ]

    @pytest.mark.parametrize("role", ["Workers", "Managers", None])
    def test_is_for_connectors(self, circle, maureen, role):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        with pytest.raises(PermissionDenied):
            approve_change(asset=circle, by=UserFactory(role=role))
        assert now(circle).summary == "Thread and tea."

    def test_twice_says_that_nothing_waits(self, circle, maureen, asha):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        approve_change(asset=circle, by=asha)
        with pytest.raises(NothingWaits):
            approve_change(asset=circle, by=asha)

    def test_keeps_what_was_decided_while_it_waited(self, circle, maureen, asha):
        suggestion = AssetInterestFactory(asset=circle, interest__code="embroidery", state="suggested")
        record = AssetSourceFactory(asset=circle, digest="old")
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        AssetInterest.objects.filter(pk=suggestion.pk).update(state="removed")
        AssetInterestFactory(asset=circle, interest__code="lacemaking", state="suggested")
        type(record).objects.filter(pk=record.pk).update(digest="new")
        approve_change(asset=circle, by=asha)
        states = dict(now(circle).asset_interests.values_list("interest__code", "state"))
        assert states == {"embroidery": "removed", "lacemaking": "suggested"}
        assert [row.digest for row in now(circle).sources.all()] == ["new"]


class TestReturn:
    def test_sends_it_back_with_the_reason(self, circle, maureen, asha):
        state = submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        return_change(asset=circle, by=asha, reason="Which Friday?")
        state.refresh_from_db()
        assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
        assert state.current_task_state.comment == "Which Friday?"
        assert now(circle).summary == "Thread and tea."

    def test_it_can_be_sent_again(self, circle, maureen, asha):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        return_change(asset=circle, by=asha, reason="Which Friday?")
        submit_change(draft=changed(circle, summary="Moved to every Friday."), by=maureen)
        assert approve_change(asset=circle, by=asha).summary == "Moved to every Friday."

    def test_wants_a_reason(self, circle, maureen, asha):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        with pytest.raises(ValueError, match="different"):
            return_change(asset=circle, by=asha, reason="")
        assert now(circle).workflow_in_progress

    def test_is_for_connectors(self, circle, maureen):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        with pytest.raises(PermissionDenied):
            return_change(asset=circle, by=maureen, reason="No.")


class TestInWagtail:
    """The same, through the admin's own pages."""

    @pytest.fixture
    def desk(self, client, asha):
        client.force_login(asha, backend=BACKEND)
        return client

    def answer(self, desk, asset, name, **data):
        task = now(asset).current_workflow_task_state
        url = reverse("wagtailsnippets_cms_asset:workflow_action", args=[asset.pk, name, task.pk])
        return desk.post(url, data)

    def test_a_connector_approves_and_the_change_is_live(self, circle, maureen, desk):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        waiting = desk.get(reverse("wagtailsnippets_cms_asset:list"), {"status": "waiting"})
        assert "Sewing circle" in waiting.content.decode()
        assert (
            "Moved to Friday." in desk.get(reverse("wagtailsnippets_cms_asset:edit", args=[circle.pk])).content.decode()
        )
        self.answer(desk, circle, "approve", comment="")
        assert now(circle).summary == "Moved to Friday."

    def test_a_connector_sends_it_back(self, circle, maureen, desk):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        self.answer(desk, circle, "reject", comment="Which Friday?")
        assert now(circle).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES

    def test_the_history_page_tells_it(self, circle, maureen, desk, asha):
        submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
        approve_change(asset=circle, by=asha)
        page = desk.get(reverse("wagtailsnippets_cms_asset:history", args=[circle.pk])).content.decode()
        assert "A connector looks" in page
        assert "Maureen" in page


def test_publishing_ends_a_change_that_waits(circle, maureen, asha):
    submit_change(draft=changed(circle, summary="Moved to Friday."), by=maureen)
    publish_asset(asset=now(circle), by=asha)
    assert now(circle).current_workflow_state is None
    assert now(circle).summary == "Thread and tea."


def test_an_asset_of_nobody_says_that_nothing_waits(asha):
    with pytest.raises(NothingWaits):
        approve_change(asset=AssetFactory(), by=asha)
