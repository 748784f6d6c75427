"""What of a person another may share if the two are one, beside each who is here already."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import migrations, models

from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.statistics import assume
from kashuv.rooms.clients.rules.sameness import marks


def hint(apps: Any, editor: Any) -> None:
    """Hints for everybody who is met by now."""
    people, addresses, hints = (apps.get_model("kashuv", name) for name in ("Person", "Address", "Hint"))
    mails: dict[Any, set[str]] = defaultdict(set)
    with across_workspaces("a migration is for all firms"):
        for person, normal in addresses.objects.filter(kind="mail").values_list("person_id", "normal"):
            mails[person].add(normal)
        humans = people.objects.filter(nature="human", merged_into=None)
        hints.objects.bulk_create(
            [
                hints(workspace_id=home, person_id=person, mark=f"{kind}:{word}"[:250])
                for person, home, folded in humans.values_list("id", "workspace_id", "folded")
                for kind, word in sorted(marks(folded, mails[person]))
            ],
            batch_size=400,
        )
    assume(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("kashuv", "0005_dispatch_trouble")]

    operations = [
        migrations.CreateModel(
            name="Hint",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("workspace_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("mark", models.CharField(max_length=250)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["workspace_id", "mark", "person_id"], name="hint_by_mark"),
                    models.Index(fields=["workspace_id", "person_id"], name="hint_of_person"),
                ]
            },
        ),
        migrations.RunPython(hint, migrations.RunPython.noop),
    ]
