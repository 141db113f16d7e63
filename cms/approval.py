"""The one look that a change from outside gets before people see it, as a Wagtail workflow.

Invariant: made once. Whatever a council does to it afterwards in the admin (another group, a second step, none at all)
is kept by every later `migrate`.
"""

from typing import Any, Final

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from cms.grants import CURATORS
from cms.models import Asset

WORKFLOW: Final = "A connector looks"
TASK: Final = "A connector looks at it"


def make_workflow(sender: Any, using: str, apps: Apps = installed, **_: Any) -> None:
    """`post_migrate` of cms, after the groups are there. Does nothing where assets have a workflow, or had this one."""
    try:
        apps.get_model("cms", "Asset")
    except LookupError:  # migrated back to nothing
        return
    if Workflow.objects.using(using).filter(name=WORKFLOW).exists():
        return
    content_type = ContentType.objects.db_manager(using).get_for_model(Asset)
    if WorkflowContentType.objects.using(using).filter(content_type=content_type).exists():
        return
    with transaction.atomic(using=using):
        task = GroupApprovalTask(name=TASK)
        task.save(using=using)
        task.groups.set(Group.objects.using(using).filter(name__in=CURATORS))
        workflow = Workflow(name=WORKFLOW)
        workflow.save(using=using)
        WorkflowTask(workflow=workflow, task=task, sort_order=0).save(using=using)
        WorkflowContentType(workflow=workflow, content_type=content_type).save(using=using)
