"""A group's change on Wagtail's own screens: the same road as the catalogue's verbs, the reason included."""

import json
import re

import pytest
from django.core import mail
from django.urls import reverse

from cms.actions import publish_asset, submit_change
from cms.models import Asset
from tests.cms.admin.pages import fields_of
from tests.factories.assets import AssetFactory
from tests.factories.users import UserFactory


def now(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


@pytest.fixture
def waiting(asha) -> Asset:
    """A circle whose change waits."""
    asset = AssetFactory(name="Sewing circle", summary="Thread and tea.")
    publish_asset(asset=asset, by=asha)
    draft = now(asset).get_latest_revision_as_object()
    draft.summary = "Moved to Friday."
    submit_change(draft=draft, by=UserFactory(first_name="Maureen"))
    return now(asset)


def edit(asset: Asset) -> str:
    return reverse("wagtailsnippets_cms_asset:edit", args=[asset.pk])


def answered(desk, asset: Asset, action: str, **extra: str):
    """The edit page with one of its moderation buttons pressed."""
    fields = fields_of(desk.get(edit(asset)).content.decode())
    press = {
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps(extra),
    }
    return desk.post(edit(asset), fields | press, follow=True).content.decode()


def test_the_edit_page_shows_the_change_and_its_buttons(desk, waiting):
    page = desk.get(edit(waiting)).content.decode()
    assert "Moved to Friday." in page
    assert 'data-workflow-action-name="approve"' in page
    assert 'data-workflow-action-name="reject"' in page
    assert "Maureen sent a change that nobody sees yet" in page
    compare = re.search(r'href="([^"]+/revisions/compare/live\.\.\.latest/)"', page)
    changes = desk.get(compare[1]).content.decode()
    assert "Thread and tea." in re.sub("<[^>]+>", "", changes)
    assert "Moved to Friday." in re.sub("<[^>]+>", "", changes)


def test_approved_it_is_what_people_see(desk, waiting):
    answered(desk, waiting, "approve")
    assert now(waiting).summary == "Moved to Friday."
    assert now(waiting).current_workflow_state is None


def test_sent_back_with_a_reason(desk, waiting):
    mail.outbox.clear()
    answered(desk, waiting, "reject", comment="Is it every Friday?")
    assert now(waiting).summary == "Thread and tea."
    assert now(waiting).current_workflow_state.current_task_state.comment == "Is it every Friday?"


@pytest.mark.parametrize("extra", [{}, {"comment": "  "}])
def test_not_without_a_reason(desk, waiting, extra):
    page = answered(desk, waiting, "reject", **extra)
    assert "Say what should be different" in page
    assert now(waiting).current_workflow_task_state is not None


@pytest.mark.parametrize("name", ["collect_workflow_action_data", "workflow_action"])
class TestTheSmallWindow:
    def url(self, asset: Asset, name: str, action: str) -> str:
        state = asset.current_workflow_task_state
        return reverse(f"wagtailsnippets_cms_asset:{name}", args=[asset.pk, action, state.pk])

    def test_asks_why(self, desk, waiting, name):
        shown = desk.get(self.url(waiting, name, "reject"), headers={"X-Requested-With": "XMLHttpRequest"})
        assert "What should be different?" in shown.json()["html"]

    def test_takes_no_empty_answer(self, desk, waiting, name):
        ajax = {"X-Requested-With": "XMLHttpRequest"}
        shown = desk.post(self.url(waiting, name, "reject"), {"comment": " "}, headers=ajax)
        assert "Say what should be different" in shown.json()["html"]
        assert now(waiting).current_workflow_task_state is not None

    def test_takes_an_answer(self, desk, waiting, name):
        ajax = {"X-Requested-With": "XMLHttpRequest"}
        shown = desk.post(self.url(waiting, name, "reject"), {"comment": "Every Friday?"}, headers=ajax)
        assert shown.json()["step"] == "success"
        carried_out = now(waiting).current_workflow_task_state is None or name.startswith("collect")
        assert carried_out


def test_at_once_from_the_first_page(desk, waiting):
    state = waiting.current_workflow_task_state
    desk.post(reverse("wagtailsnippets_cms_asset:workflow_action", args=[waiting.pk, "approve", state.pk]))
    assert now(waiting).summary == "Moved to Friday."
