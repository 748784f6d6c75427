"""A shipment may be on its way back."""

from __future__ import annotations

from django.db import migrations, models

STATES = ("waiting", "moving", "arrived", "failed", "returning", "taken_back")


class Migration(migrations.Migration):
    dependencies = [("kashuv", "0006_who_may_be_one")]

    operations = [
        migrations.AlterField(
            "shipment",
            "state",
            models.CharField(
                choices=[(state, state.replace("_", " ").title()) for state in STATES],
                default="waiting",
                max_length=10,
            ),
        )
    ]
