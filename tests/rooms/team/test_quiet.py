"""Quiet hours: nights that run over midnight, whole days, and the first free moment."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import QuietHours
from kashuv.rooms.team.rules.quiet import Span, covering, free_from

ISRAEL = ZoneInfo("Asia/Jerusalem")
EVERY_DAY = frozenset(range(7))
NIGHT = Span(EVERY_DAY, time(20), time(7))
FRIDAY = Span(frozenset({4}), time(), time())
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))
spans = st.lists(st.builds(Span, st.frozensets(st.integers(0, 6), min_size=1), hours, hours), max_size=4)
YEAR = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 366 * 24 * 60).map(lambda minutes: YEAR + timedelta(minutes=minutes))


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ISRAEL)


def test_a_night_belongs_to_the_evening_on_which_it_begins():
    sunday_night = Span(frozenset({6}), time(20), time(7))
    assert covering([sunday_night], local(22, 23)) and covering([sunday_night], local(23, 6))
    assert not covering([sunday_night], local(23, 7)) and not covering([sunday_night], local(23, 23))


def test_what_is_quiet_one_after_the_other_is_waited_out_to_the_end():
    assert free_from([NIGHT, FRIDAY], local(26, 21), ISRAEL) == local(28, 7)


def test_whoever_is_always_quiet_has_no_free_moment():
    assert free_from([Span(EVERY_DAY, time(), time())], local(24, 10), ISRAEL) is None


@given(spans, moments)
def test_the_free_moment_is_free_and_nothing_before_it(quiet, at):
    free = free_from(quiet, at, ISRAEL)
    assert free is None or (at <= free and not covering(quiet, free.astimezone(ISRAEL)))
    clock_kept = free and free.astimezone(ISRAEL).utcoffset() == at.astimezone(ISRAEL).utcoffset()
    if free is not None and free > at and clock_kept:
        just_before = max(at, free - timedelta(minutes=1))
        assert covering(quiet, just_before.astimezone(ISRAEL))


def test_two_presses_at_once_keep_the_hours_of_the_firm_once(noa):
    kept = quieting.keep(NIGHT, for_all=True, by=noa, at=YEAR)
    with pytest.raises(IntegrityError), transaction.atomic():
        QuietHours.objects.create(
            workspace_id=noa.workspace_id, days=kept.days, since=NIGHT.since, until=NIGHT.until, made_at=YEAR
        )
    assert quieting.keep(NIGHT, for_all=True, by=noa, at=YEAR) == kept
