"""What each database needs to find inside words."""

from django.db import migrations

from kashuv.foundation.search import tables


class Migration(migrations.Migration):
    dependencies = [("kashuv", "0001_first_morning")]
    operations = [migrations.RunPython(tables.make, tables.unmake)]
