from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kashuv', '0012_letters_passed_on'),
    ]

    operations = [
        migrations.AlterField(
            model_name='mailbox',
            name='trouble',
            field=models.TextField(blank=True, default=''),
        ),
    ]
