import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("cms", "0017_secret_whereabouts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Website",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(max_length=500, verbose_name="address")),
                ("next_on", models.DateField(verbose_name="looked at next on")),
                ("seen_on", models.DateField(blank=True, null=True, verbose_name="last there")),
                ("failed_days", models.PositiveSmallIntegerField(default=0, verbose_name="days on which it was not there")),
                ("failed_on", models.DateField(blank=True, null=True, verbose_name="last day on which it was not")),
                ("trouble", models.CharField(blank=True, max_length=200, verbose_name="what is wrong")),
                (
                    "asset",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cms.asset"
                    ),
                ),
            ],
            options={"ordering": ["-failed_days", "asset__name"]},
        ),
    ]
