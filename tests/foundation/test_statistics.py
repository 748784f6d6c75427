"""What SQLite's planner is told makes it take a key where one is given; PostgreSQL counts as soon as it is asked to."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.foundation import statistics
from kashuv.foundation.keys import uuid7
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from tests.cast import NOW

pytestmark = pytest.mark.django_db
of_sqlite = pytest.mark.sqlite


def _plan(rows) -> str:
    return rows.explain()


@of_sqlite
@pytest.mark.parametrize("model", [Client, Entry])
@pytest.mark.parametrize("many", [1, 10, 50])
def test_rows_are_found_by_their_keys_and_not_by_reading_the_firm(model, many):
    keys = [uuid7() for _ in range(many)]
    assert "(id=?)" in _plan(model.objects.within(uuid7()).filter(id__in=keys))


@of_sqlite
def test_an_order_along_an_index_is_not_sorted():
    rows = Client.objects.within(uuid7()).current().order_by("folded", "id")[:50]
    assert "client_by_name" in _plan(rows) and "TEMP B-TREE" not in _plan(rows)


def test_counted_tables_are_known_by_their_true_size(noa):
    """SQLite keeps what it was told, and is asked nothing."""
    home = noa.workspace_id
    names = [f"Client {n}" for n in range(321)]
    Client.objects.bulk_create(
        Client(workspace_id=home, name=name, folded=name.lower(), owner=noa, created_at=NOW) for name in names
    )
    with CaptureQueriesContext(connection) as asked:
        statistics.count(connection)
    assert len(asked) == (connection.vendor == "postgresql")
    assert connection.vendor == "sqlite" or " rows=321 " in _plan(Client.objects.within(home))
