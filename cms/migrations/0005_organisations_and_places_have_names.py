"""Organisations and places get a name for the world, each its own."""

import uuid

from django.db import migrations, models


def name_each(apps, schema_editor):
    for label in ("Organisation", "Place"):
        model = apps.get_model("cms", label)
        rows = model.objects.filter(uuid=None).only("pk").iterator(chunk_size=2_000)
        batch = []
        for row in rows:
            row.uuid = uuid.uuid4()
            batch.append(row)
        model.objects.bulk_update(batch, ["uuid"], batch_size=400)


def field(**options):
    return models.UUIDField(default=uuid.uuid4, editable=False, **options)


class Migration(migrations.Migration):
    dependencies = [("cms", "0004_interest_alone_words")]

    operations = [
        migrations.AddField("organisation", "uuid", models.UUIDField(editable=False, null=True)),
        migrations.AddField("place", "uuid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(name_each, migrations.RunPython.noop),
        migrations.AlterField("organisation", "uuid", field(unique=True)),
        migrations.AlterField("place", "uuid", field(unique=True)),
    ]
