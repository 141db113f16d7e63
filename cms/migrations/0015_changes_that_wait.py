"""A row for each change that waits or was sent back when rows for changes came."""

from django.db import migrations

STATES = {"in_progress": "waiting", "needs_changes": "returned"}


def make_rows(apps, schema_editor):
    """What differs was not written down then: `told` stays empty, and whoever looks compares the versions."""
    states = apps.get_model("wagtailcore", "WorkflowState").objects.using(schema_editor.connection.alias)
    kinds = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    kind = kinds.filter(app_label="cms", model="asset").first()
    if kind is None:
        return
    assets = apps.get_model("cms", "Asset").objects.using(schema_editor.connection.alias)
    changes = apps.get_model("cms", "GroupChange").objects.using(schema_editor.connection.alias)
    there = set(assets.values_list("pk", flat=True))
    for state in states.filter(base_content_type=kind, status__in=STATES).select_related("current_task_state"):
        if not state.object_id.isdigit() or int(state.object_id) not in there:
            continue
        task = state.current_task_state
        returned = state.status == "needs_changes"
        changes.create(
            asset_id=int(state.object_id),
            workflow_state=state,
            sender_id=state.requested_by_id,
            sent_at=state.created_at,
            state=STATES[state.status],
            looker_id=task.finished_by_id if returned and task else None,
            looked_at=(task.finished_at or state.created_at) if returned and task else None,
            reason=task.comment if returned and task else "",
        )


class Migration(migrations.Migration):
    dependencies = [("cms", "0014_changes_of_groups"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [migrations.RunPython(make_rows, migrations.RunPython.noop)]
