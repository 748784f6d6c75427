"""What a dispatch knows of refusals, bounces and automatic answers, and whether somebody must look at it."""

from django.db import migrations, models

from kashuv.foundation.statistics import assume


class Migration(migrations.Migration):
    dependencies = [("kashuv", "0004_letters_out")]

    operations = [
        migrations.AddField("dispatch", "refused", models.JSONField(default=list)),
        migrations.AddField("dispatch", "replied", models.CharField(blank=True, default="", max_length=500)),
        migrations.AddField("dispatch", "replied_at", models.DateTimeField(null=True)),
        migrations.AddField("dispatch", "troubled_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "dispatch",
            models.Index(
                fields=["workspace_id", "troubled_at"],
                name="dispatch_troubled",
                condition=models.Q(troubled_at__isnull=False, seen_to_at__isnull=True),
            ),
        ),
        migrations.RunPython(lambda apps, editor: assume(editor.connection), migrations.RunPython.noop),
    ]
