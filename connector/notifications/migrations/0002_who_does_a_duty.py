from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0001_outbox_of_messages'),
    ]

    operations = [
        migrations.AddField(
            model_name='duty',
            name='held_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='duty',
            name='holder',
            field=models.CharField(blank=True, max_length=80),
        ),
    ]
