"""How English speaks of time."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
ENDS = {0: "by the end of today", 1: "by the end of tomorrow"}
SPELLED = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}


def minutes_ago(n: int) -> str:
    if n == 0:
        return "just now"
    return "a minute ago" if n == 1 else f"{n} minutes ago"


def days_ago(n: int) -> str:
    if n in (7, 14, 21):
        return {7: "a week ago", 14: "two weeks ago", 21: "three weeks ago"}[n]
    return f"{SPELLED.get(n, n)} days ago"


def at_hour(day: str, hour: str) -> str:
    return f"{day} at {hour}"


def on_weekday(weekday: int) -> str:
    return f"on {WEEKDAYS[weekday]}"


def plain_date(then: date, *, with_year: bool) -> str:
    """The date with its month by name: "24 November"."""
    return f"{then.day} {MONTHS[then.month - 1]}" + (f" {then.year}" if with_year else "")


def on_date(then: date, *, with_year: bool) -> str:
    return f"on {plain_date(then, with_year=with_year)}"


def by_end_of(weekday: int) -> str:
    return f"by the end of {WEEKDAYS[weekday]}"


def by_date(then: date, *, with_year: bool) -> str:
    return f"by {plain_date(then, with_year=with_year)}"
