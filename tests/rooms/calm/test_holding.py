"""A hold: until the next working morning or an hour of one's choice; one stands at a time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from kashuv.rooms.calm import holding
from kashuv.rooms.calm.models import Hold
from kashuv.rooms.conversations import drafts
from kashuv.rooms.team import quieting
from kashuv.rooms.team.rules.quiet import Span

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(gal, noa, now):
    return drafts.begin(gal, None, by=noa, at=now, text="…")


@pytest.mark.parametrize(
    ("at", "morning"),
    [
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), datetime(2026, 11, 24, 7, 0, tzinfo=UTC)),  # one at night
        (datetime(2026, 11, 24, 15, 0, tzinfo=UTC), datetime(2026, 11, 25, 7, 0, tzinfo=UTC)),
        (
            datetime(2026, 11, 26, 20, 0, tzinfo=UTC),
            datetime(2026, 11, 29, 7, 0, tzinfo=UTC),
        ),  # Thursday evening
    ],
)
def test_the_next_morning_is_one_of_work(firm, at, morning):
    assert holding.next_morning(firm, at) == morning


def test_one_hold_stands_and_a_second_only_moves_it(draft, noa, now):
    holding.hold(draft, until=now + timedelta(hours=9), by=noa, at=now)
    moved = holding.hold(draft, until=now + timedelta(days=1), because=[{"kind": "anger"}], by=noa, at=now)
    assert Hold.objects.within(draft.workspace_id).count() == 1
    assert holding.standing(draft) == moved and moved.because == [{"kind": "anger"}]


def test_its_end_is_kept_with_how_it_ended(draft, noa, now):
    held = holding.hold(draft, until=now + timedelta(hours=9), by=noa, at=now)
    assert holding.end(held, "override", by=noa, at=now)
    assert not holding.end(held, "sent", by=noa, at=now)
    assert holding.standing(draft) is None
    assert Hold.objects.within(draft.workspace_id).get().ended == "override"


def test_the_next_morning_begins_when_quiet_hours_end(noa, dana, now):
    until_eleven = Span(frozenset({1}), time(18), time(11))  # from Tuesday evening
    quieting.keep(until_eleven, for_all=True, by=noa, at=now)
    quieting.keep(Span(frozenset({2}), time(), time()), by=dana, at=now)  # her Wednesdays
    evening = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
    assert holding.next_morning(noa.workspace, evening, noa) == datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert holding.next_morning(noa.workspace, evening, dana) == datetime(2026, 11, 26, 7, 0, tzinfo=UTC)


def test_whoever_is_always_quiet_gets_the_next_morning_all_the_same(noa, now):
    quieting.keep(Span(frozenset(range(7)), time(), time()), by=noa, at=now)
    assert holding.next_morning(noa.workspace, now, noa) == datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
