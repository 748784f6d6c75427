"""Time as people say it, in both tongues."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kashuv.desk.layout import times
from kashuv.desk.layout.words import due

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Asia/Jerusalem"))  # a Tuesday


@pytest.mark.parametrize(
    ("away", "hebrew", "english"),
    [
        (timedelta(), "עכשיו", "just now"),
        (timedelta(minutes=-1), "לפני דקה", "a minute ago"),
        (timedelta(minutes=-2), "לפני שתי דקות", "2 minutes ago"),
        (timedelta(minutes=-59), "לפני 59 דקות", "59 minutes ago"),
        (timedelta(hours=-3), "היום ב־05:30", "today at 05:30"),
        (timedelta(minutes=90), "היום ב־10:00", "today at 10:00"),
        (timedelta(days=1, minutes=90), "מחר ב־10:00", "tomorrow at 10:00"),
        (timedelta(days=2), "מחרתיים ב־08:30", "on Thursday at 08:30"),
        (timedelta(days=4), "בשבת ב־08:30", "on Saturday at 08:30"),
        (timedelta(hours=-16), "אתמול ב־16:30", "yesterday at 16:30"),
        (timedelta(days=-2), "שלשום", "two days ago"),
        (timedelta(days=-3), "לפני שלושה ימים", "three days ago"),
        (timedelta(days=-7), "לפני שבוע", "a week ago"),
        (timedelta(days=-12), "לפני 12 יום", "12 days ago"),
        (timedelta(days=-14), "לפני שבועיים", "two weeks ago"),
        (timedelta(days=20), "ב־14 בדצמבר", "on 14 December"),
        (timedelta(days=-400), "ב־20 באוקטובר 2025", "on 20 October 2025"),
    ],
)
def test_a_moment_is_said_as_people_say_it(away: timedelta, hebrew: str, english: str) -> None:
    assert times.moment(NOW + away, NOW, "he") == hebrew
    assert times.moment(NOW + away, NOW, "en") == english


def test_midnight_lies_between_today_and_tomorrow() -> None:
    late = NOW.replace(hour=23, minute=30)

    assert times.moment(late + timedelta(hours=1), late, "he") == "מחר ב־00:30"
    assert times.moment(late - timedelta(hours=24), late, "en") == "yesterday at 23:30"


def test_the_end_of_a_day_is_no_hour() -> None:
    assert times.moment(NOW.replace(hour=23, minute=59), NOW, "he") == "היום"


@pytest.mark.parametrize(
    ("away", "hebrew", "english"),
    [
        (-2, "שלשום", "two days ago"),
        (0, "עד סוף היום", "by the end of today"),
        (1, "עד סוף מחר", "by the end of tomorrow"),
        (2, "עד סוף מחרתיים", "by the end of Thursday"),
        (5, "עד סוף יום ראשון", "by the end of Sunday"),
        (20, "עד 14 בדצמבר", "by 14 December"),
        (400, "עד 29 בדצמבר 2027", "by 29 December 2027"),
    ],
)
def test_what_is_due_on_a_day_is_due_at_its_end(away: int, hebrew: str, english: str) -> None:
    due = NOW.replace(hour=23, minute=59) + timedelta(days=away)
    assert times.due(due, NOW, "he", ends_the_day=True) == hebrew
    assert times.due(due, NOW, "en", ends_the_day=True) == english


def test_a_due_hour_that_was_named_is_said() -> None:
    at = NOW.replace(hour=16, minute=0)
    assert times.due(at, NOW, "he", ends_the_day=False) == "היום ב־16:00"


@pytest.mark.parametrize(("hour", "minute"), [(23, 59), (18, 0)])
def test_no_page_names_the_hour_that_stands_for_a_day(noa, hour: int, minute: int) -> None:
    drawn = due({"now": NOW, "member": noa}, NOW.replace(hour=hour, minute=minute))
    assert "עד סוף היום" in drawn and f">{hour}:" not in drawn and f" ב־{hour}:" not in drawn


def test_the_exact_moment_leaves_no_doubt() -> None:
    assert times.exact(NOW, "he") == "יום שלישי, 24 בנובמבר 2026, ב־08:30"
    assert times.exact(NOW, "en") == "Tuesday, 24 November 2026, at 08:30"


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("days", range(-1000, 1000, 13))
def test_no_day_is_left_without_words(tongue: str, days: int) -> None:
    assert times.day(NOW.date() + timedelta(days=days), NOW.date(), tongue).strip()
