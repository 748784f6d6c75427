"""Rows as lines of JSON, read in one view of the database: a form that both SQLite and PostgreSQL take back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers import sort_dependencies
from django.db import connections, models, transaction

from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SearchLine

CHUNK = 500
REMADE = ("contenttypes", "auth")  # every migration makes these anew


def kept_models() -> list[type[models.Model]]:
    """The models of an installation, the earlier thing before the later that points at it."""
    families = [(app, None) for app in apps.get_app_configs() if app.label not in REMADE]
    return [model for model in sort_dependencies(families) if model._meta.managed and not model._meta.proxy]


def tables() -> dict[str, str]:
    """The table of each of them."""
    return {model._meta.label: model._meta.db_table for model in kept_models()}


def write(file: Path, using: str = "default") -> dict[str, int]:
    """Writes all rows as of one moment, and gives their numbers."""
    with across_workspaces("a backup holds every workspace"), transaction.atomic(using=using):
        if connections[using].vendor == "postgresql":
            connections[using].cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with file.open("w", encoding="utf-8") as stream:
            serializers.serialize("jsonl", _all_rows(using), stream=stream, ensure_ascii=False)
        return {model._meta.label: model._base_manager.using(using).count() for model in kept_models()}


def _all_rows(using: str) -> Iterator[models.Model]:
    for model in kept_models():
        yield from model._base_manager.using(using).order_by("pk").iterator(CHUNK)


@transaction.atomic
def load(file: Path, *, in_place: bool) -> None:
    """Takes the rows in, all or none; `in_place` first clears what stands in their way."""
    with across_workspaces("a restore brings every workspace"), file.open(encoding="utf-8") as stream:
        if in_place:
            _clear()
        arrived = (found.object for found in serializers.deserialize("jsonl", stream))
        for model, rows in groupby(arrived, key=type):
            _load_model(model, rows)
    _continue_numbers()


def _load_model(model: type[models.Model], rows: Iterator[models.Model]) -> None:
    if issubclass(model, SearchLine):
        index.write(rows)  # type: ignore[arg-type]  # the words go into the full-text table too
        return
    while batch := [row for _, row in zip(range(CHUNK), rows, strict=False)]:
        model._base_manager.bulk_create(batch)


def _clear() -> None:
    connection = connections["default"]
    tables = [model._meta.db_table for model in kept_models()]
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(
            no_style(), tables, reset_sequences=True, allow_cascade=True
        ):
            cursor.execute(statement)


def _continue_numbers() -> None:
    """Numbered tables go on after the highest number that came in."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
            cursor.execute(statement)
