"""The better moment: within the client's hours and the firm's day, on working days, not on Shabbat or a holiday."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashuv.flows.outgoing import better_moment, moments
from kashuv.foundation import clock
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Detail, Person
from kashuv.rooms.clients.rules import hours
from kashuv.rooms.team import quieting
from kashuv.rooms.team.rules.quiet import Span, covering
from tests.cast import NOW

EVERY_DAY = frozenset(range(7))


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


def test_the_firms_and_the_writers_quiet_hours_are_waited_out(gal, noa, dana):
    register.state_manner(gal, "hours", "16-20", by=noa, at=NOW)
    quieting.keep(Span(EVERY_DAY, time(18), time(7)), for_all=True, by=noa, at=NOW)
    quieting.keep(Span(frozenset({1}), time(), time()), by=noa, at=NOW)  # her Tuesdays
    assert asked(gal, local(24, 17)) is None
    assert asked(gal, local(24, 19)) == local(25, 16)
    hers = better_moment(gal, None, noa.workspace, local(24, 17), noa.id)
    assert hers == local(25, 16)
    assert better_moment(gal, None, noa.workspace, local(24, 17), dana.id) is None


def test_where_his_hours_and_the_quiet_ones_never_meet_his_count(gal, noa):
    register.state_manner(gal, "hours", "אחרי 20:00", by=noa, at=NOW)
    quieting.keep(Span(EVERY_DAY, time(20), time(7)), for_all=True, by=noa, at=NOW)
    assert asked(gal, local(28, 3)) == local(29, 20)  # from the night of a Shabbat to Sunday evening


WISHES = ("", "אחרי 16:00", "10-12", "בבקרים", "17-21")
spans = st.lists(
    st.builds(Span, st.frozensets(st.integers(0, 6), min_size=1), st.times(), st.times()), max_size=3
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spans,
    st.sampled_from(WISHES),
    st.integers(0, 366 * 24 * 60).map(lambda minutes: local(1, 2, month=3) + timedelta(minutes=minutes)),
)
def test_the_better_moment_is_never_at_rest_outside_his_hours_or_quiet(gal, monkeypatch, quiet, wish, at):
    """Whatever the week looks like; no better moment is said only of a good one."""
    stated = hours.stretch(wish)
    monkeypatch.setattr(moments, "_stated_hours", lambda *_: stated)
    monkeypatch.setattr(moments.quieting, "spans", lambda *_: tuple(quiet))
    firm = gal.owner.workspace
    better = asked(gal, at)
    there = (better or at).astimezone(firm.zone)
    assert better is None or better > at
    assert clock.rests(there, firm.zone) is None and clock.is_workday(there.date(), firm.zone)
    wished = stated or (firm.day_starts, firm.day_ends)
    if moments._first(at, firm, wished, quiet):
        assert wished[0] <= there.time() < wished[1] and not covering(quiet, there)
