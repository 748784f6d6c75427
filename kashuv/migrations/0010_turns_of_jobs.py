from django.db import migrations, models

from kashuv.foundation.statistics import assume


class Migration(migrations.Migration):

    dependencies = [
        ('kashuv', '0009_quiet_hours'),
    ]

    operations = [
        migrations.AddField(
            model_name='job',
            name='turn',
            field=models.CharField(blank=True, default='', max_length=60),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(condition=models.Q(('leased_until__isnull', False)), fields=['turn'], name='job_in_hand'),
        ),
        migrations.RunPython(lambda apps, editor: assume(editor.connection), migrations.RunPython.noop),
    ]
