import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0021_what_a_patch_names'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='asset',
            index=models.Index(fields=['live', 'unasked', 'kind', 'cost', 'mood'], name='assets_seen_and_narrowed'),
        ),
        migrations.CreateModel(
            name='ScheduledSession',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('part', models.PositiveSmallIntegerField(choices=[(0, 'morning'), (1, 'afternoon'), (2, 'evening')])),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled', models.BooleanField(default=False)),
                ('why', models.TextField(blank=True)),
                ('asset', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='scheduled', to='cms.asset')),
                ('session', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='scheduled', to='cms.session')),
            ],
            options={
                'ordering': ['day', 'part', 'starts_at', 'pk'],
                'indexes': [models.Index(fields=['day', 'part', 'starts_at'], name='scheduled_by_day'), models.Index(fields=['asset', 'day'], name='scheduled_by_asset')],
                'constraints': [models.UniqueConstraint(fields=('session', 'day'), name='a_session_once_a_day')],
            },
        ),
    ]
