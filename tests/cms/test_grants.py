"""What `migrate` leaves for staff: groups that may keep the catalogue, and the look that a change gets."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, Workflow, WorkflowContentType

from cms.approval import TASK, WORKFLOW, make_workflow
from cms.grants import ADMIN, CATALOGUE, FILES, give_grants
from cms.models import Asset

CMS = apps.get_app_config("cms")

pytestmark = pytest.mark.django_db


def held(group: str) -> set[str]:
    rows = Permission.objects.filter(group__name=group).select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}" for row in rows}


@pytest.mark.parametrize("group", ["Connectors", "Administrators"])
def test_those_who_curate_hold_every_grant_that_is_named(group):
    assert held(group) >= {ADMIN, *CATALOGUE}
    files = GroupCollectionPermission.objects.filter(group__name=group, collection=Collection.get_first_root_node())
    names = {f"{row.permission.content_type.app_label}.{row.permission.codename}" for row in files}
    assert names == FILES


@pytest.mark.parametrize("group", ["Workers", "Managers"])
def test_nobody_else_holds_any(group):
    assert not held(group) & {ADMIN, *CATALOGUE}


def test_a_second_run_writes_nothing():
    with CaptureQueriesContext(connection) as captured:
        give_grants(CMS, using="default")
        make_workflow(CMS, using="default")
    kinds = {query["sql"].split()[0] for query in captured}
    assert kinds <= {"SELECT", "SAVEPOINT", "RELEASE"}


def test_what_a_council_gives_besides_stays_and_what_is_missing_comes_back():
    group = Group.objects.get(name="Connectors")
    extra = Permission.objects.get(codename="add_user", content_type__app_label="accounts")
    group.permissions.add(extra)
    group.permissions.remove(Permission.objects.get(codename="publish_asset"))
    give_grants(CMS, using="default")
    assert held("Connectors") >= {"accounts.add_user", "cms.publish_asset"}


class TestWorkflow:
    def test_assets_have_one_and_connectors_look(self):
        assert Asset.get_default_workflow().name == WORKFLOW
        task = GroupApprovalTask.objects.get(name=TASK)
        assert set(task.groups.values_list("name", flat=True)) == {"Connectors", "Administrators"}

    def test_what_a_council_does_to_it_stays(self):
        GroupApprovalTask.objects.get(name=TASK).groups.set(Group.objects.filter(name="Managers"))
        WorkflowContentType.objects.all().delete()
        make_workflow(CMS, using="default")
        assert Asset.get_default_workflow() is None
        assert [group.name for group in GroupApprovalTask.objects.get(name=TASK).groups.all()] == ["Managers"]

    def test_a_workflow_of_the_councils_own_stays(self):
        Workflow.objects.filter(name=WORKFLOW).update(name="Two of us look")
        make_workflow(CMS, using="default")
        assert Asset.get_default_workflow().name == "Two of us look"
        assert not Workflow.objects.filter(name=WORKFLOW).exists()


@pytest.mark.django_db(transaction=True)
def test_both_are_there_again_after_a_flush():
    call_command("flush", interactive=False, verbosity=0)
    assert held("Connectors") >= {ADMIN, *CATALOGUE}
    assert Asset.get_default_workflow().name == WORKFLOW
