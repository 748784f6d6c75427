"""The plan as an entry of a calendar."""

from __future__ import annotations

from kashuv.rooms.care import pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.calendar import today_event
from tests.cast import NOW
from tests.rooms.saying import said


def test_who_needs_her_stands_on_the_day_and_takes_no_time(noa: Member, gal: Client, dalia: Client) -> None:
    for client, days in ((gal, 9), (dalia, 4)):
        said(client, days, asks=True)
    pulse.feel_all(noa.workspace_id, NOW)
    event = today_event(noa, NOW)
    assert event is not None
    assert str(event["summary"]) == "הבוקר: מרכז גל ועוד 1"
    assert event["dtstart"].dt.isoformat() == "2026-11-24"
    assert str(event["transp"]) == "TRANSPARENT"
    assert str(event["description"]).splitlines()[0].startswith("1. מרכז גל: ")


def test_an_empty_day_leaves_the_calendar_empty(noa: Member) -> None:
    assert today_event(noa, NOW) is None
