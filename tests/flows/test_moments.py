"""The better moment: within the client's hours and the firm's day, on working days, not on Shabbat or a holiday."""

from __future__ import annotations

from datetime import UTC, datetime

from kashuv.flows.outgoing import better_moment
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Detail, Person
from tests.cast import NOW


def local(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment on Jerusalem's clock in winter."""
    return datetime(2026, month, day, hour - 2, minute, tzinfo=UTC)


def asked(gal, at, person=None):  # type: ignore[no-untyped-def]
    return better_moment(gal, person, gal.owner.workspace, at)


def test_an_hour_of_the_working_day_is_as_good_as_any(gal):
    assert asked(gal, local(24, 10)) is None


def test_before_and_after_the_day_it_waits_for_the_next_one(gal):
    assert asked(gal, local(24, 8, 30)) == local(24, 9)
    assert asked(gal, local(24, 22)) == local(25, 9)


def test_from_thursday_evening_to_sunday(gal):
    assert asked(gal, local(26, 20)) == local(29, 9)
    assert asked(gal, local(27, 10)) == local(29, 9)


def test_a_holiday_is_waited_out(gal):
    eve = datetime(2026, 9, 11, 12, 0, tzinfo=UTC)  # a Friday, before the New Year of two days
    assert asked(gal, eve) == datetime(2026, 9, 14, 6, 0, tzinfo=UTC)


def test_stated_hours_count_and_the_persons_own_before_his_firms(gal, noa):
    yoav = Person.objects.of(gal).get()
    register.state_manner(gal, "hours", "אחרי 16:00", by=noa, at=NOW)
    assert asked(gal, local(24, 10)) == local(24, 16)
    assert asked(gal, local(24, 19)) is None
    register.state_manner(gal, "hours", "10-12", by=noa, at=NOW, person=yoav)
    assert asked(gal, local(24, 13), yoav) == local(25, 10)
    assert asked(gal, local(24, 13)) == local(24, 16)


def test_whoever_asked_for_rest_is_left_alone_until_then(gal):
    until = local(30, 12)
    Detail.objects.create(
        workspace_id=gal.workspace_id,
        client=gal,
        words="not now",
        leave_alone=True,
        leave_alone_until=until,
        at=NOW,
    )
    assert asked(gal, local(24, 10)) == until


def test_a_stranger_gets_it_in_the_firms_day(noa):
    assert better_moment(None, None, noa.workspace, local(24, 20)) == local(25, 9)
