"""A prepared question answers as the plain one does, for any values, and is put into SQL once."""

from __future__ import annotations

from datetime import timedelta

from kashuv.desk.clients.prepared import Prepared
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from tests.cast import NOW
from tests.doors.desk.clients.lives import life


def _since(ws, client, moment):
    return (
        Entry.objects.within(ws)
        .filter(client_id=client, at__gte=moment)
        .order_by("-at")
        .values_list("id", "at", "html")
    )


def test_it_answers_as_the_plain_question_does(gal, dalia):
    life(gal, 5), life(dalia, 3)
    since = Prepared(_since)
    for client in (gal, dalia, gal):
        for days in (0, 1, 9):
            asked = (client.workspace_id, client.id, NOW - timedelta(days=days, hours=1))
            assert since(*asked) == list(_since(*asked))


def test_it_is_put_into_sql_once(gal, dalia):
    made = []

    def named(ws, client):
        made.append(client)
        return Client.objects.within(ws).filter(pk=client).values_list("name")

    name = Prepared(named)
    assert [name(gal.workspace_id, client.id) for client in (gal, dalia)] == [[(gal.name,)], [(dalia.name,)]]
    assert len(made) == 1
