"""Search lines: the text by which a thing is found, one line for each thing."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import BelongingQuerySet


class SearchLine(models.Model):
    """`ref` is the key of the thing, `client_id` the client in whose name it is seen.

    Derived and rebuilt at will, so its key is a plain number: SQLite's full-text table is tied to it by rowid.
    """

    id = models.BigAutoField(primary_key=True)
    workspace_id = models.UUIDField()
    kind = models.CharField(max_length=8)
    ref = models.UUIDField()
    client_id = models.UUIDField(null=True)
    text = models.TextField()

    objects = BelongingQuerySet.as_manager()

    class Meta:
        abstract = True


class WhoLine(SearchLine):
    """Names, addresses and phones of clients and people: short, asked at every key press."""

    class Kind(models.TextChoices):
        CLIENT = "client"
        PERSON = "person"

    class Meta:
        app_label = "kashuv"
        constraints = [models.UniqueConstraint(fields=["workspace_id", "kind", "ref"], name="wholine_once")]


class SaidLine(SearchLine):
    """What was said and promised: entries with subject and own words, promises."""

    class Kind(models.TextChoices):
        ENTRY = "entry"
        PROMISE = "promise"

    class Meta:
        app_label = "kashuv"
        constraints = [models.UniqueConstraint(fields=["workspace_id", "kind", "ref"], name="saidline_once")]
        indexes = [models.Index(fields=["workspace_id", "client_id"], name="saidline_of_client")]
