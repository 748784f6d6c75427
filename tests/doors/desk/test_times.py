"""Time as people say it, in both tongues."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kashuv.desk.layout import times

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


def test_the_exact_moment_leaves_no_doubt() -> None:
    assert times.exact(NOW, "he") == "יום שלישי, 24 בנובמבר 2026, ב־08:30"
    assert times.exact(NOW, "en") == "Tuesday, 24 November 2026, at 08:30"


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("days", range(-1000, 1000, 13))
def test_no_day_is_left_without_words(tongue: str, days: int) -> None:
    assert times.day(NOW.date() + timedelta(days=days), NOW.date(), tongue).strip()
