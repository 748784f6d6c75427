"""What SQLite's planner is to believe of the tables before there is anything to count."""

from django.db import migrations

from kashuv.foundation.statistics import assume


class Migration(migrations.Migration):
    dependencies = [("kashuv", "0002_search")]
    operations = [migrations.RunPython(lambda apps, editor: assume(editor.connection), migrations.RunPython.noop)]
