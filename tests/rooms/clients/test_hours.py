"""Hours as people state them."""

from __future__ import annotations

from datetime import time

import pytest

from kashuv.rooms.clients.rules.hours import stretch


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("09:00-17:00", time(9), time(17)),
        ("9–16:30", time(9), time(16, 30)),
        ("בין 10 עד 14", time(10), time(14)),
        ("אחרי 16:00", time(16), time(21)),
        ("לא לפני 10", time(10), time(21)),
        ("רק לפני 12", time(7), time(12)),
        ("לא אחרי 18:00", time(7), time(18)),
        ("never before 11", time(11), time(21)),
        ("after 16:00 please", time(16), time(21)),
        ("mornings", time(8), time(12)),
        ("עדיף בבוקר", time(8), time(12)),
        ("evenings only", time(17), time(21)),
    ],
)
def test_a_stretch_of_the_day(words, begin, end):
    assert stretch(words) == (begin, end)


@pytest.mark.parametrize("words", ["", "whenever", "לא בבוקר", "25-30", "17-9", "mornings or evenings"])
def test_what_names_no_hour_that_is_understood(words):
    assert stretch(words) is None
