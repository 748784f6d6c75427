"""Calendars: meetings that were held with others, read apart so that one made to harm harms itself alone."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from kashuv.transfer.arriving.calendar import events, groups
from kashuv.transfer.arriving.reader.work import Desk

DESK = Desk(
    frozenset({"noa@rosen-levy.example"}), "Asia/Jerusalem", datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
)
YOAV = "ATTENDEE;CN=Yoav Gal:mailto:yoav@gal.example"
NOA = "ORGANIZER:mailto:noa@rosen-levy.example"


def calendar(*bodies: str) -> str:
    inner = "".join(f"BEGIN:VEVENT\n{body}\nEND:VEVENT\n" for body in bodies)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{inner}END:VCALENDAR\n"


def told(*bodies: str) -> list[dict]:  # type: ignore[type-arg]
    return [DESK.answer("event", piece.raw, {}) for piece in groups.cut(calendar(*bodies), "work.ics")]


def test_a_meeting_with_somebody() -> None:
    (answer,) = told(
        f"UID:1\nDTSTART:20261110T080000Z\nSUMMARY:Kickoff\nDESCRIPTION:Please bring the plan\n{NOA}\n{YOAV}"
    )
    (meeting,) = answer["meetings"]
    assert meeting["at"] == datetime(2026, 11, 10, 8, tzinfo=UTC)
    assert (meeting["direction"], meeting["who"][0].mails) == ("out", ("yoav@gal.example",))
    assert meeting["reading"].asks


@pytest.mark.parametrize(
    "body",
    [
        "UID:1\nDTSTART:20261110T080000Z\nSUMMARY:Dentist",
        f"UID:1\nDTSTART:20261110T080000Z\nSTATUS:CANCELLED\n{YOAV}",
        "UID:1\nDTSTART:20261110T080000Z\nATTENDEE;CUTYPE=ROOM:mailto:room@gal.example",
    ],
)
def test_what_was_no_meeting_with_anybody(body: str) -> None:
    (answer,) = told(body)
    assert answer["meetings"] == [] and answer["birthdays"] == []


@pytest.mark.parametrize("broken", ["SEQUENCE:second", "SEQUENCE:", "RECURRENCE-ID:nonsense"])
def test_a_broken_word_on_versions_keeps_no_meeting_out(broken: str) -> None:
    (answer,) = told(f"UID:1\nDTSTART:20261110T080000Z\n{broken}\n{YOAV}")
    assert len(answer["meetings"]) == 1


def test_a_weekly_meeting_of_the_past_year_with_its_exceptions() -> None:
    weekly = f"UID:1\nDTSTART:20240101T080000Z\nRRULE:FREQ=WEEKLY\nEXDATE:20261116T080000Z\n{YOAV}"
    moved = f"UID:1\nRECURRENCE-ID:20261109T080000Z\nDTSTART:20261109T100000Z\n{YOAV}"
    (answer,) = told(weekly, moved)
    moments = [meeting["at"] for meeting in answer["meetings"]]
    assert 50 <= len(moments) <= 53
    assert (
        datetime(2026, 11, 9, 10, tzinfo=UTC) in moments
        and datetime(2026, 11, 16, 8, tzinfo=UTC) not in moments
    )
    assert len({meeting["identity"] for meeting in answer["meetings"]}) == len(moments)


def test_a_meeting_to_come_is_told_and_of_a_series_the_next() -> None:
    once, weekly = told(
        f"UID:1\nDTSTART:20261210T080000Z\nSUMMARY:To come\n{YOAV}",
        f"UID:2\nDTSTART:20261123T080000Z\nRRULE:FREQ=WEEKLY\n{YOAV}",
    )
    assert [one["at"].day for one in once["meetings"]] == [10]
    assert [one["at"].day for one in weekly["meetings"]] == [23, 30]


def test_local_times_and_the_firms_own_zone() -> None:
    (answer,) = told(f"UID:1\nDTSTART:20261110T100000\n{YOAV}")
    assert answer["meetings"][0]["at"] == datetime(2026, 11, 10, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY",
        "FREQ=DAILY;COUNT=99999999",
    ],
)
def test_rules_made_to_harm_end_soon(rule: str) -> None:
    began = time.monotonic()
    bad, good = told(
        f"UID:1\nDTSTART:19700101T080000Z\nRRULE:{rule}\n{YOAV}", f"UID:2\nDTSTART:20261110T080000Z\n{YOAV}"
    )
    assert time.monotonic() - began < 14
    assert "refused" in bad or len(bad["meetings"]) <= events.MOST
    assert len(good["meetings"]) == 1


@pytest.mark.parametrize(
    "rule", ["FREQ=HOURLY;BYMINUTE=0,15,30,45", "FREQ=DAILY;BYSECOND=1,2", "FREQ=MINUTELY"]
)
def test_a_rule_finer_than_hourly_is_refused(rule: str) -> None:
    (bad,) = told(f"UID:1\nDTSTART:20261101T080000Z\nRRULE:{rule}\n{YOAV}")
    assert bad["refused"] == events.TOO_OFTEN


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("יום הולדת של יואב גל", "יואב גל"),
        ("יום הולדת ליואב גל", "יואב גל"),
        ("Yoav Gal's birthday", "Yoav Gal"),
        ("Birthday: Yoav Gal", "Yoav Gal"),
        ("Yoav Gal - Birthday", "Yoav Gal"),
    ],
)
def test_birthdays(title: str, name: str) -> None:
    (answer,) = told(f"UID:1\nDTSTART;VALUE=DATE:19801123\nRRULE:FREQ=YEARLY\nSUMMARY:{title}")
    assert [contact.name for contact in answer["birthdays"]] == [name]


def test_an_event_without_sense_or_without_an_end_is_refused() -> None:
    (answer,) = told("UID:1\nSUMMARY:no time at all")
    assert answer["refused"]
    text = calendar(f"UID:1\nDTSTART:20261110T080000Z\n{YOAV}").replace(
        "END:VCALENDAR", "BEGIN:VEVENT\nUID:2"
    )
    whole, half = groups.cut(text, "work.ics")
    assert not whole.refused and half.refused == groups.UNENDED
