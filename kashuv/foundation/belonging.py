"""Everything belongs to one workspace: the base of every row, and the key that never crosses a wall.

A row is written with its workspace in WHERE and never in SET, and a join carries the workspace on
both sides, so that the same code runs on one SQLite file and on a PostgreSQL distributed by workspace.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Self

from django.db import models
from django.db.models import lookups

from kashuv.foundation.keys import uuid7

_across: ContextVar[str] = ContextVar("across", default="")


@contextmanager
def across_workspaces(why: str) -> Iterator[None]:
    """Marks the few questions that look over all workspaces (a worker's next job); the tests refuse any other."""
    mark = _across.set(why)
    try:
        yield
    finally:
        _across.reset(mark)


def looking_across() -> str:
    """Why the running code may look over all workspaces; empty if it may not."""
    return _across.get()


class BelongingQuerySet(models.QuerySet):
    """Questions that stay inside one workspace."""

    def within(self, workspace_id: uuid.UUID) -> Self:
        """Only what belongs to this workspace; the first word of every question."""
        return self.filter(workspace_id=workspace_id)


class Belonging(models.Model):
    """A row of one workspace. `workspace_id` never changes after the row was made."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    workspace_id = models.UUIDField(editable=False)

    objects = BelongingQuerySet.as_manager()

    class Meta:
        abstract = True

    def _do_update(self, base_qs, using, pk_val, values, update_fields, forced_update):  # type: ignore[no-untyped-def]
        """Django's own step of `save`: the workspace moves from SET to WHERE."""
        kept = [value for value in values if value[0].attname != "workspace_id"]
        home = base_qs.filter(workspace_id=self.workspace_id)
        return super()._do_update(home, using, pk_val, kept, update_fields, forced_update)


class TiedKey(models.ForeignKey):
    """A foreign key inside one workspace: each join and look-up also compares `workspace_id`.

    Deleting is said by the verbs, never done behind their back: the default is DO_NOTHING, and the
    database refuses to leave a key that points nowhere.
    """

    def __init__(self, to: Any, on_delete: Any = models.DO_NOTHING, **kwargs: Any) -> None:
        kwargs.setdefault("related_name", "+")
        kwargs.setdefault("db_index", False)
        super().__init__(to, on_delete, **kwargs)

    def get_extra_restriction(self, alias: str, related_alias: str) -> Any:
        ours = self.model._meta.get_field("workspace_id")
        theirs = self.remote_field.model._meta.get_field("workspace_id")
        return lookups.Exact(ours.get_col(alias), theirs.get_col(related_alias))  # type: ignore[union-attr]

    def get_extra_descriptor_filter(self, instance: models.Model) -> dict[str, Any]:
        return {"workspace_id": instance.workspace_id}  # type: ignore[attr-defined]
