"""What of a reading is kept beside an entry: a day that was named is that day, and not the midnight after it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.language import read
from kashuv.rooms.conversations.rules.worth import worth

ON_TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Asia/Jerusalem"))


@pytest.mark.parametrize("text", ["The deadline is by Thursday.", "The launch is on Thursday."])
def test_a_date_that_is_kept_falls_on_the_day_that_was_named(text: str) -> None:
    (kept,) = [
        one for one in worth(read(text, reference=ON_TUESDAY, direction="in"), "in") if one.kind == "date"
    ]
    assert kept.due is not None and kept.due.date() == date(2026, 11, 26)
