"""A calendar brought again: what lies ahead follows it, what has passed stays, and nothing stands there twice."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from kashuv.flows.incoming import take_in
from kashuv.rooms.care import pulse
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.conversations.rules import occurrences
from kashuv.transfer.arriving.calendar import arrivals
from kashuv.transfer.arriving.reader import wire
from tests.cast import NOW
from tests.transfer.test_calendar import NOA, YOAV, told

OFF = "STATUS:CANCELLED\n"
WEEKLY = f"UID:1\nDTSTART:20261125T080000Z\nRRULE:FREQ=WEEKLY\n{NOA}\n{YOAV}"


def day(day: int, hour: int = 8) -> datetime:
    """Of December 2026; 0 is November's last."""
    return datetime(2026, 11, 30, hour, tzinfo=UTC) + timedelta(days=day)


def once(at: datetime, more: str = "", uid: str = "1") -> str:
    return f"UID:{uid}\nDTSTART:{at:%Y%m%dT%H%M%SZ}\nSUMMARY:Plan\nDESCRIPTION:Please bring the plan\n{more}{NOA}\n{YOAV}"


@pytest.fixture
def bring(noa, gal):
    """Brings a calendar of these events; gives the moments of what stands then, by kind."""

    def bring(*events: str, at: datetime = NOW) -> list[tuple[str, datetime]]:
        for answer in (json.loads(wire.packed(one)) for one in told(*events)):
            take_in(noa.workspace, arrivals.of(noa.workspace, answer), shipment=None, by=noa, at=at)
        return list(Entry.objects.within(noa.workspace_id).order_by("at").values_list("kind", "at"))

    return bring


def test_what_was_moved_is_moved_and_what_was_called_off_was_never_contact(bring, gal) -> None:
    bring(once(day(1)), once(day(20), uid="2"))
    there = bring(once(day(3)), once(day(20), uid="2"))
    assert there == [("meeting", day(3)), ("meeting", day(20))] == bring(once(day(3)))
    assert bring(once(day(3), OFF)) == [("meeting", day(20))]
    pulse.feel_all(gal.workspace_id, day(10))
    assert Pulse.objects.within(gal.workspace_id).get(client=gal).last_at is None


def test_one_of_a_series_is_moved_or_left_out_by_itself(bring) -> None:
    assert bring(WEEKLY) == [("meeting", day(-5))]
    moved = f"UID:1\nRECURRENCE-ID:20261125T080000Z\nDTSTART:20261126T100000Z\n{NOA}\n{YOAV}"
    assert bring(WEEKLY, moved) == [("meeting", day(-4, 10))]
    left_out = WEEKLY.replace("RRULE", "EXDATE:20261125T080000Z\nRRULE")
    assert bring(left_out) == [("meeting", day(2))]


def test_one_exception_alone_says_nothing_of_the_others(bring) -> None:
    bring(WEEKLY)
    alone = f"UID:1\nRECURRENCE-ID:20261209T080000Z\nDTSTART:20261209T080000Z\n{OFF}{NOA}\n{YOAV}"
    assert bring(alone) == [("meeting", day(-5))]


def test_what_has_passed_stays_and_the_new_moment_is_one_more(bring) -> None:
    bring(once(day(1)))
    there = [("meeting", day(1)), ("meeting", day(9))]
    assert bring(once(day(9)), at=day(2)) == there == bring(once(day(9)), at=day(2))
    assert bring(once(day(8)), at=day(2)) == [("meeting", day(1)), ("meeting", day(8))]
    assert bring(once(day(8), OFF), at=day(2)) == [("meeting", day(1))]


def test_an_event_that_begins_to_recur_is_not_told_twice(bring) -> None:
    bring(once(day(-10)))
    assert len(bring(once(day(-10), "RRULE:FREQ=MONTHLY\n"), at=NOW)) == 2
    assert len(bring(once(day(-10)))) == 2


def test_what_was_brought_under_its_old_name_is_known_and_follows(bring, noa) -> None:
    def as_of_old(at: datetime) -> None:
        entry = Entry.objects.within(noa.workspace_id).get()
        Entry.objects.within(noa.workspace_id).filter(pk=entry.pk).update(
            identity=occurrences.by_moment("1", at)
        )

    bring(once(day(1)))
    as_of_old(day(1))
    assert bring(once(day(1))) == [("meeting", day(1))]
    assert bring(once(day(3))) == [("meeting", day(3))] == bring(once(day(3)))
    assert bring(once(day(3), OFF)) == []


def test_what_somebody_decided_on_stays_as_a_memo(bring, noa, gal) -> None:
    bring(once(day(1)))
    Finding.objects.within(noa.workspace_id).update(state=Finding.State.ACCEPTED)
    assert bring(once(day(1), OFF)) == [("memo", NOW)]
    assert Pulse.objects.within(gal.workspace_id).get(client=gal).last_at is None
