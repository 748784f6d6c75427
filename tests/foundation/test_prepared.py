"""Prepared questions: the same answers as the plain ones, compiled once a shape."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from tests import cast
from tests.cast import BEFORE, NOW
from tests.doors.desk.clients.lives import life

built: list[str] = []


@dataclass(frozen=True)
class Asker:
    workspace_id: uuid.UUID
    owner: uuid.UUID | None = None


@prepared
def owned(asker: Asker, made_before: datetime) -> QuerySet[Any]:
    built.append("owned")
    mine = Client.objects.within(asker.workspace_id).filter(created_at__lt=made_before)
    if asker.owner:
        mine = mine.filter(owner_id=asker.owner)
    return mine.order_by("name").values_list("id", "name", "created_at", "exclusive")


@prepared
def among(workspace_id: uuid.UUID, ids: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    built.append("among")
    return Client.objects.within(workspace_id).filter(id__among=ids).order_by("name").values_list("name")


@prepared
def one_by_one(workspace_id: uuid.UUID, ids: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    """Has a parameter for each key, and would be compiled for one."""
    return Client.objects.within(workspace_id).filter(id__in=ids).values_list("name")


@prepared
def made_or_felt(workspace_id: uuid.UUID, client: uuid.UUID, since: datetime) -> QuerySet[Any]:
    """Two tables in one question; SQLite tells the moments of such a one as text."""
    built.append("made_or_felt")
    made = Client.objects.within(workspace_id).filter(pk=client, created_at__gte=since)
    told = Entry.objects.within(workspace_id).filter(client_id=client, at__gte=since)
    return made.order_by().values_list("id", "created_at").union(told.values_list("id", "at"), all=True)


@prepared
def careless(workspace_id: uuid.UUID, at: datetime) -> QuerySet[Any]:
    """Computes with a value that is not known yet."""
    old = Client.objects.within(workspace_id).filter(created_at__lt=at + timedelta(days=1))
    return old.values_list("id")


@pytest.fixture(autouse=True)
def nothing_built_yet() -> None:
    built.clear()


def test_each_asking_has_its_own_values(gal, dalia, mallory):
    theirs = cast.client(mallory.workspace, "Theirs", mallory)
    (row,) = owned(Asker(theirs.workspace_id), NOW)
    assert row == (theirs.id, "Theirs", BEFORE, False)
    assert [row[0] for row in owned(Asker(gal.workspace_id), NOW)] == [gal.id, dalia.id]
    assert owned(Asker(gal.workspace_id), BEFORE) == []


def test_a_shape_is_compiled_once_and_another_for_itself(gal, dalia, noa, amit):
    for _ in range(3):
        owned(Asker(gal.workspace_id), NOW)
    shapes = len(built)
    assert shapes <= 1
    assert len(owned(Asker(gal.workspace_id, noa.id), NOW)) == 2
    assert owned(Asker(gal.workspace_id, amit.id), NOW) == []
    assert len(built) <= shapes + 1


@pytest.mark.parametrize("size", [1, 2, 5, 17])
def test_a_list_of_any_length_fits(noa, size):
    clients = [cast.client(noa.workspace, f"{n:02}", noa) for n in range(20)]
    asked = tuple(client.id for client in clients[:size])
    assert [name for (name,) in among(noa.workspace_id, asked)] == [f"{n:02}" for n in range(size)]
    assert len(built) <= 1


def test_a_list_that_is_asked_for_key_by_key_is_refused(gal, dalia):
    with pytest.raises(AssertionError, match="__among"):
        one_by_one(gal.workspace_id, (gal.id, dalia.id))


def test_nobody_is_asked_about_nobody(noa):
    assert among(noa.workspace_id, ()) == []
    assert built == []


def test_a_value_that_the_question_computes_with_is_refused(noa):
    with pytest.raises(AssertionError, match="nobody's mark"):
        careless(noa.workspace_id, NOW)


def test_a_union_tells_keys_and_moments_as_the_plain_question_does(gal, dalia):
    life(gal, 3), life(dalia, 1)
    for client in (gal, dalia, gal):
        rows = made_or_felt(client.workspace_id, client.id, BEFORE)
        said = Entry.objects.within(client.workspace_id).filter(client_id=client.id).values_list("id", "at")
        assert sorted(rows) == sorted([(client.id, client.created_at), *said])
    assert built == ["made_or_felt"]


def test_a_server_plans_a_question_once(gal, dalia, noa):
    for owner in (noa.id, noa.id, gal.id):
        owned(Asker(gal.workspace_id, owner), NOW)
    assert _plans("owner_id") == {"generic"}


def _plans(words: str) -> set[str]:
    """How the server planned what it was asked with these words; SQLite knows no values when it plans."""
    if connection.vendor == "sqlite":
        return {"generic"}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement LIKE %s",
            [f"%{words}%"],
        )
        kept = cursor.fetchall()
    assert kept, "nothing was kept"
    return {"custom" if custom else "generic" for generic, custom in kept}
