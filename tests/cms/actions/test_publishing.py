"""Putting an asset live, taking it down, and saying that it is still right."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.actions import Written, confirm_current, publish_asset, submit_change, withdraw_asset, write_down
from cms.models import Asset, GroupChange
from connector.accounts.models import User
from tests.factories.assets import AssetFactory


def history(asset: Asset) -> list[str]:
    return list(ModelLogEntry.objects.for_instance(asset).order_by("timestamp", "pk").values_list("action", flat=True))


def last_line(asset: Asset) -> str:
    return ModelLogEntry.objects.for_instance(asset).order_by("-timestamp", "-pk").first().message


class TestPublish:
    def test_puts_the_asset_and_its_parts_live(self, circle, asha):
        circle.summary = "Thread, tea and talk."
        circle.contacts.create(name="Maureen", phone="01632 960 123")
        revision = publish_asset(asset=circle, by=asha)
        live = Asset.objects.get(pk=circle.pk)
        assert (live.live, live.summary, live.live_revision) == (True, "Thread, tea and talk.", revision)
        assert [contact.name for contact in live.contacts.all()] == ["Maureen"]
        assert revision.user == asha

    def test_saves_a_new_asset_first(self, db, asha):
        publish_asset(asset=Asset(name="Tea dance"), by=asha)
        assert Asset.objects.get(name="Tea dance").live

    def test_changes_nothing_for_what_does_not_hold_together(self, circle, asha):
        circle.name = ""
        with pytest.raises(ValidationError):
            publish_asset(asset=circle, by=asha)
        assert Asset.objects.get(pk=circle.pk).name == "Sewing circle"
        assert circle.revisions.count() == 1

    def test_a_new_one_that_does_not_hold_together_leaves_no_row(self, db, asha):
        with pytest.raises(ValidationError):
            publish_asset(asset=Asset(name="", summary="No name."), by=asha)
        assert not Asset.objects.exists()

    def test_is_in_the_history(self, circle):
        assert history(circle) == ["wagtail.edit", "wagtail.publish"]


def write_summary(asset: Asset, by: User, words: str) -> Written:
    return write_down(
        asset=asset, put=lambda version: setattr(version, "summary", words), by=by, who="Maureen", how="by telephone"
    )


class TestWriteDown:
    def test_is_read_at_once_and_the_same_again_is_nothing_new(self, circle: Asset, asha: User) -> None:
        assert write_summary(circle, asha, "Tea and talk.") is Written.NEW
        assert Asset.objects.get(pk=circle.pk).summary == "Tea and talk."
        assert write_summary(circle, asha, "Tea and talk.") is Written.SAME
        assert GroupChange.objects.count() == 1

    def test_what_was_taken_down_while_it_was_in_hand_stays_down(self, circle: Asset, asha: User) -> None:
        withdraw_asset(asset=Asset.objects.get(pk=circle.pk), by=asha, reason="Closed.")
        before = history(circle)
        assert circle.live, "in hand it is as it was"
        assert write_summary(circle, asha, "Tea and talk.") is Written.NOT_LIVE
        row = Asset.objects.get(pk=circle.pk)
        assert (row.live, row.summary, history(circle)) == (False, "Thread and tea.", before)
        assert not GroupChange.objects.exists()


class TestWithdraw:
    def test_takes_it_down_and_says_why(self, circle, asha):
        withdraw_asset(asset=circle, by=asha, reason="The hall has closed.")
        assert not Asset.objects.get(pk=circle.pk).live
        assert last_line(circle) == "Withdrawn: The hall has closed."

    def test_ends_a_change_that_waits(self, circle, asha, maureen):
        circle.summary = "Moved to Friday."
        submit_change(draft=circle, by=maureen)
        withdraw_asset(asset=circle, by=asha, reason="Not running.")
        row = Asset.objects.get(pk=circle.pk)
        assert row.current_workflow_state is None
        assert row.get_latest_revision_as_object().summary == "Moved to Friday."

    def test_does_not_put_a_draft_in_hand_into_the_row(self, circle, asha):
        circle.summary = "Not saved by anybody."
        withdraw_asset(asset=circle, by=asha, reason="Closed.")
        assert Asset.objects.get(pk=circle.pk).summary == "Thread and tea."

    def test_leaves_one_alone_that_is_not_live(self, asha):
        asset = AssetFactory(withdrawn=True)
        withdraw_asset(asset=asset, by=asha, reason="Closed.")
        assert history(asset) == []

    def test_wants_a_reason(self, circle, asha):
        with pytest.raises(ValueError, match="why"):
            withdraw_asset(asset=circle, by=asha, reason="  ")
        assert Asset.objects.get(pk=circle.pk).live


class TestConfirm:
    def test_writes_down_who_when_and_how(self, circle):
        confirm_current(asset=circle, by=None, who="Maureen", how="by telephone", on=date(2026, 11, 3))
        row = Asset.objects.get(pk=circle.pk)
        assert (row.confirmed_on, row.confirmed_by, row.confirmed_how) == (date(2026, 11, 3), "Maureen", "by telephone")
        assert last_line(circle) == "Confirmed as right on 2026-11-03, by telephone"

    def test_an_older_one_changes_nothing(self, circle):
        confirm_current(asset=circle, by=None, who="Maureen", on=date(2026, 11, 3))
        confirm_current(asset=circle, by=None, who="Sandra", on=date(2026, 10, 1))
        assert Asset.objects.get(pk=circle.pk).confirmed_by == "Maureen"

    def test_a_draft_takes_it_along(self, circle, asha, maureen):
        circle.summary = "Moved to Friday."
        submit_change(draft=circle, by=maureen)
        confirm_current(asset=circle, by=asha, who="Maureen")
        draft = Asset.objects.get(pk=circle.pk).get_latest_revision_as_object()
        assert (draft.summary, draft.confirmed_by) == ("Moved to Friday.", "Maureen")

    def test_wants_a_name(self, circle):
        with pytest.raises(ValueError, match="who"):
            confirm_current(asset=circle, by=None, who=" ")

    def test_not_on_a_day_to_come(self, circle):
        with pytest.raises(ValueError, match="still to come"):
            confirm_current(asset=circle, by=None, who="Maureen", on=timezone.localdate() + timedelta(days=1))
