"""What SQLite's planner is told of the tables makes it take a key where one is given."""

from __future__ import annotations

import pytest

from kashuv.foundation.keys import uuid7
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # PostgreSQL counts by itself


def _plan(rows) -> str:
    return rows.explain()


@pytest.mark.parametrize("model", [Client, Entry])
@pytest.mark.parametrize("many", [1, 10, 50])
def test_rows_are_found_by_their_keys_and_not_by_reading_the_firm(model, many):
    keys = [uuid7() for _ in range(many)]
    assert "(id=?)" in _plan(model.objects.within(uuid7()).filter(id__in=keys))


def test_an_order_along_an_index_is_not_sorted():
    rows = Client.objects.within(uuid7()).current().order_by("folded", "id")[:50]
    assert "client_by_name" in _plan(rows) and "TEMP B-TREE" not in _plan(rows)
