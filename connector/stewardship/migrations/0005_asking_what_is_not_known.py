from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stewardship', '0004_calendars_and_websites_are_seen_to'),
    ]

    operations = [
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.CharField(max_length=64, verbose_name='keyed hash of an address')),
                ('recipient', models.CharField(max_length=60, verbose_name='whom we ask')),
                ('way', models.CharField(choices=[('email', 'e-mail'), ('text', 'text message'), ('telephone', 'telephone'), ('visit', 'somebody calls round'), ('post', 'a letter by post')], default='email', max_length=10, verbose_name='how')),
                ('started_on', models.DateField(verbose_name='asked on')),
                ('sent', models.BooleanField(default=False, verbose_name='it went')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='times nobody answered')),
                ('try_from', models.DateField(blank=True, null=True, verbose_name='ring again from')),
            ],
            options={
                'verbose_name_plural': 'enquiries',
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_on__isnull', True)), fields=('person',), name='one_enquiry_a_person_at_a_time')],
            },
        ),
    ]
