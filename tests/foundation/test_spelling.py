"""What never changes of a question stands in its text; nothing can leave its quotation marks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from kashuv.foundation.spelling import spelled


def nothing_changes(param: Any) -> bool:
    return False


def test_constants_are_spelled_and_the_rest_keeps_its_place():
    sql, left = spelled(
        "a = %s AND b = %s AND c LIKE '%%s' AND d = %s",
        ["x", 7, date(2026, 1, 2)],
        lambda p: p == 7,
        "sqlite",
    )
    assert sql == "a = 'x' AND b = %s AND c LIKE '%%s' AND d = %s"
    assert left == [7, date(2026, 1, 2)]


@pytest.mark.parametrize(
    "said", ["plain", "it's", "'; DROP TABLE x; --", "100% %s", "back\\slash", "שלום", 5, -5, 0.5, True]
)
def test_the_database_reads_what_was_meant(db, said):
    sql, left = spelled("SELECT %s, %s", [said, "kept"], lambda param: param == "kept", connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, left)
        assert cursor.fetchone() == (said, "kept")
