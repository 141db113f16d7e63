from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('joining', '0001_new_listings'),
    ]

    operations = [
        migrations.AddField(
            model_name='newlisting',
            name='carry_on_to',
            field=models.EmailField(blank=True, max_length=254, verbose_name='address that asked for the link to go on'),
        ),
    ]
