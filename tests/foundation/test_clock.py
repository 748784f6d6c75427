"""The clock knows the Israeli week, Shabbat by the hour, and the holidays."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.foundation import clock
from kashuv.foundation.clock.sun import PLACES, sunset

JERUSALEM = ZoneInfo("Asia/Jerusalem")
LONDON = ZoneInfo("Europe/London")


def jerusalem(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=JERUSALEM)


@pytest.mark.parametrize(
    ("moment", "name"),
    [
        ("2026-11-26T17:00", None),
        ("2026-11-27T14:00", None),
        ("2026-11-27T16:20", "Shabbat"),
        ("2026-11-28T12:00", "Shabbat"),
        ("2026-11-28T16:50", "Shabbat"),
        ("2026-11-28T18:30", None),
        ("2026-09-20T20:00", "Yom Kippur"),
        ("2026-09-28T11:00", None),
        ("2027-05-12T11:00", "Independence Day"),
    ],
)
def test_rest_begins_and_ends_by_the_hour(moment: str, name: str | None) -> None:
    assert clock.rests(jerusalem(moment), JERUSALEM) == name


def test_other_places_keep_their_own_week() -> None:
    assert clock.rests(datetime(2026, 11, 28, 12, tzinfo=UTC), LONDON) is None
    assert clock.is_workday(date(2026, 11, 27), LONDON)
    assert not clock.is_workday(date(2026, 11, 29), LONDON)


def test_sunset_is_right_within_a_few_minutes() -> None:
    assert (
        abs(sunset(date(2026, 11, 27), PLACES["Asia/Jerusalem"]).timestamp() - 1795790130) < 240
    )  # 16:35:30 local
    assert abs((sunset(date(2026, 6, 21), (51.5, -0.12)).hour * 60 + 21) - (20 * 60 + 21)) < 61


@pytest.mark.parametrize(("day", "following"), [("2026-11-26", "2026-11-29"), ("2026-09-10", "2026-09-14")])
def test_the_next_working_day_leaps_over_rest(day: str, following: str) -> None:
    assert clock.next_workday(date.fromisoformat(day)) == date.fromisoformat(following)


def test_working_days_are_counted_without_rest() -> None:
    assert clock.workdays_between(date(2026, 11, 26), date(2026, 11, 30)) == 2
    assert clock.workdays_between(date(2026, 11, 30), date(2026, 11, 26)) == 0
    assert clock.workdays_between(date(2020, 1, 1), date(2026, 1, 1)) == 2192 * 5 // 7


def test_a_local_day_knows_that_clocks_are_turned() -> None:
    begin, end = clock.day_bounds(date(2026, 10, 25), JERUSALEM)
    assert (end - begin).total_seconds() == 25 * 3600


def test_the_hebrew_date_as_one_says_it() -> None:
    assert clock.hebrew_date(date(2026, 11, 24)) == "י״ד בכסלו"
