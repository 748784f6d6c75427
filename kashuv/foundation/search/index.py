"""Writes search lines, and what the database needs to find inside words, in the same transaction as the things."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from django.db import connection, transaction

from kashuv.foundation.search.lines import SearchLine
from kashuv.foundation.search.tables import fts_table, has_fts

CHUNK = 400


def write(lines: Iterable[SearchLine]) -> None:
    """Writes the lines, each in the place of an older one for the same thing."""
    for model, family in groupby(sorted(lines, key=lambda line: type(line).__name__), key=type):
        _write_family(model, list(family))


@transaction.atomic
def _write_family(model: type[SearchLine], lines: list[SearchLine]) -> None:
    for workspace_id, own in groupby(
        sorted(lines, key=attrgetter("workspace_id")), key=attrgetter("workspace_id")
    ):
        batch = list(own)
        drop(model, workspace_id, [line.ref for line in batch])
        _insert(model, batch)


def _insert(model: type[SearchLine], batch: Sequence[SearchLine]) -> None:
    made = model.objects.bulk_create(batch, batch_size=CHUNK)
    if has_fts():
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {fts_table(model)} (rowid, text) VALUES (%s, %s)",
                [(line.pk, line.text) for line in made],
            )


def drop(model: type[SearchLine], workspace_id: uuid.UUID, refs: Sequence[uuid.UUID]) -> None:
    """Forgets the lines of these things."""
    for start in range(0, len(refs), CHUNK):
        own = model.objects.within(workspace_id).filter(ref__in=refs[start : start + CHUNK])
        if has_fts():
            _forget(model, list(own.values_list("pk", flat=True)))
        own.delete()


def _forget(model: type[SearchLine], rowids: list[int]) -> None:
    if rowids:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM {fts_table(model)} WHERE rowid = %s", [(rowid,) for rowid in rowids]
            )
