"""A hint: what of a person another may share if the two are one, written anew whenever he is."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import BelongingQuerySet


class Hint(models.Model):
    """`mark` is his full name, its sound in either alphabet, or the name in a mail address (clients.rules.sameness).

    Derived like a search line, so its key is a plain number, and `person_id` is looked at before it is believed.
    """

    id = models.BigAutoField(primary_key=True)
    workspace_id = models.UUIDField()
    person_id = models.UUIDField()
    mark = models.CharField(max_length=250)

    objects = BelongingQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        indexes = [
            models.Index(fields=["workspace_id", "mark", "person_id"], name="hint_by_mark"),
            models.Index(fields=["workspace_id", "person_id"], name="hint_of_person"),
        ]
