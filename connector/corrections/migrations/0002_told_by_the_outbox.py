from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('corrections', '0001_corrections'),
    ]

    operations = [
        migrations.DeleteModel(
            name='ToTell',
        ),
    ]
