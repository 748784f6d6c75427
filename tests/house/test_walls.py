"""The walls of the house: keys point only downwards, and every row knows its workspace."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.models import ForeignKey

from kashuv.foundation.belonging import TiedKey, across_workspaces
from kashuv.rooms.clients.models import Client, Person
from tests.statements import strays

ROOMS = ["team", "clients", "post", "conversations", "promises", "care", "calm", "today"]
GLOBAL = {"Workspace", "Login"}


def _floor(model: type) -> int:
    path = model.__module__.split(".")
    return ROOMS.index(path[2]) + 1 if path[1] == "rooms" else 0


def _models() -> list[type]:
    return list(apps.get_app_config("kashuv").get_models())


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_keys_point_only_downwards(model) -> None:  # type: ignore[no-untyped-def]
    for field in model._meta.fields:
        if isinstance(field, ForeignKey):
            assert _floor(field.related_model) <= _floor(model), (
                f"{model.__name__}.{field.name} points upwards"
            )


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_row_belongs(model) -> None:  # type: ignore[no-untyped-def]
    if model.__name__ in GLOBAL:
        return
    assert any(field.column == "workspace_id" for field in model._meta.fields)
    for index in [*model._meta.indexes, *model._meta.constraints]:
        fields = [name.lstrip("-") for name in getattr(index, "fields", ())]
        if fields and model.__name__ != "Job":
            assert fields[0] in ("workspace_id", "workspace"), (
                f"{index.name} does not begin with the workspace"
            )


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_keys_inside_a_workspace_are_tied(model) -> None:  # type: ignore[no-untyped-def]
    for field in model._meta.fields:
        if isinstance(field, ForeignKey) and field.related_model.__name__ not in GLOBAL:
            assert isinstance(field, TiedKey), f"{model.__name__}.{field.name} may cross a wall"


def test_a_join_carries_the_workspace_on_both_sides(db: None) -> None:
    sql = str(Person.objects.select_related("client__owner").query)
    assert '"kashuv_person"."workspace_id" = ("kashuv_client"."workspace_id")' in sql or (
        '"kashuv_client"."workspace_id" = ("kashuv_person"."workspace_id")' in sql
    )


def test_a_save_never_moves_a_row_to_another_firm(gal, mallory) -> None:  # type: ignore[no-untyped-def]
    gal.workspace_id = mallory.workspace_id
    gal.name = "stolen"
    with pytest.raises(DatabaseError), transaction.atomic():
        gal.save(force_update=True)
    with across_workspaces("this test looks for the theft"):
        assert Client.objects.get(pk=gal.pk).name == "מרכז גל"


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "kashuv_client"."workspace_id" FROM "kashuv_client"',
        'UPDATE "kashuv_client" SET "name" = %s WHERE "kashuv_client"."id" = %s',
        'DELETE FROM "kashuv_entry" WHERE "kashuv_entry"."id" IN (%s)',
        'SELECT 1 FROM "kashuv_person" INNER JOIN "kashuv_client" ON ("a" = "b") WHERE "kashuv_person"."workspace_id" = %s',
        'SELECT 1 FROM "kashuv_client" WHERE "kashuv_client"."workspace_id" = %s AND EXISTS(SELECT 1 FROM "kashuv_entry" U0 WHERE U0."id" = 1)',
    ],
)
def test_the_watch_sees_a_stray_statement(sql: str) -> None:
    assert strays(sql)


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "kashuv_client"."id" FROM "kashuv_client" WHERE "kashuv_client"."workspace_id" = %s',
        'UPDATE "kashuv_client" SET "name" = %s WHERE ("kashuv_client"."workspace_id" = %s AND "kashuv_client"."id" = %s)',
        'INSERT INTO "kashuv_client" ("id", "workspace_id") VALUES (%s, %s)',
        'SELECT "django_session"."session_key" FROM "django_session"',
    ],
)
def test_the_watch_lets_an_honest_statement_pass(sql: str) -> None:
    assert not strays(sql)
