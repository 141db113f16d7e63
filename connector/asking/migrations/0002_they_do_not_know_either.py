from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('asking', '0001_questions_to_groups'),
    ]

    operations = [
        migrations.AddField(
            model_name='accessquestion',
            name='unsure_on',
            field=models.DateField(blank=True, null=True, verbose_name='they said that they don’t know'),
        ),
        migrations.AlterField(
            model_name='accessquestion',
            name='state',
            field=models.CharField(choices=[('open', 'to be asked'), ('asked', 'asked, no answer yet'), ('unsure', 'they don’t know either'), ('answered', 'known now')], default='open', max_length=8),
        ),
    ]
