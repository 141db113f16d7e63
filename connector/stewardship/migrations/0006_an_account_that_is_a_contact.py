import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0020_when_a_listing_last_ran'),
        ('stewardship', '0005_asking_what_is_not_known'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownAs',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.CharField(max_length=64, verbose_name='keyed hash of the address of their account')),
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cms.contact')),
            ],
            options={
                'verbose_name_plural': 'known as',
            },
        ),
    ]
