"""A client's own rhythm, from the days on which he was heard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.rooms.care.rules.rhythm import own_rhythm, uneasy_at

SUNDAY = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def days(*gaps: int) -> list[int]:
    return list(accumulate(gaps, initial=700_000))


@pytest.mark.parametrize(
    ("gaps", "rhythm"),
    [
        ([10, 10, 10, 10], 10),
        ([9, 12, 10, 11, 8], 10),
        ([1, 1, 363, 1, 1, 363, 1, 1], 363),
        ([365, 364], 364.5),
        ([1, 1, 1, 1, 3, 1, 1, 1, 1, 3], 1),
        ([30, 31, 400, 29, 30], 30),
    ],
    ids=[
        "regular",
        "about ten days",
        "bursts once a year",
        "once a year",
        "every workday",
        "one long illness",
    ],
)
def test_the_rhythm_is_the_gap_that_is_usual_for_him(gaps: list[int], rhythm: float) -> None:
    assert own_rhythm(days(*gaps)) == pytest.approx(rhythm, abs=1)


@pytest.mark.parametrize(
    "gaps", [[], [30], [2, 3, 2], [9, 20]], ids=["once", "twice", "one week", "three letters"]
)
def test_too_little_was_heard_for_a_rhythm(gaps: list[int]) -> None:
    assert own_rhythm(days(*gaps)) is None


@given(st.lists(st.integers(5, 15), min_size=4, max_size=40))
def test_three_times_the_rhythm_is_surely_past_the_uneasy_moment(gaps: list[int]) -> None:
    rhythm = own_rhythm(days(*gaps))
    assert rhythm is not None
    assert uneasy_at(rhythm, SUNDAY, None) < SUNDAY + timedelta(days=3 * rhythm)


def test_one_who_comes_once_a_year_is_missed_after_fifteen_months() -> None:
    assert uneasy_at(365.0, SUNDAY, None) == SUNDAY + timedelta(days=1.25 * 365)


def test_a_weekend_is_no_silence_for_one_who_writes_every_day() -> None:
    thursday = SUNDAY + timedelta(days=4)
    assert uneasy_at(1.0, thursday, None) > thursday + timedelta(days=3)
    assert uneasy_at(1.0, SUNDAY, None) == SUNDAY + timedelta(days=2)


def test_he_gets_time_to_answer_when_we_have_just_written() -> None:
    wrote = SUNDAY + timedelta(days=25)
    assert uneasy_at(10.0, SUNDAY, wrote) > wrote + timedelta(days=7)
