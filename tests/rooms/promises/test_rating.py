"""How our word is kept, per client and per member, counted by the database as by the rule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kashuv.rooms.promises import ledger, rating
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.rating import Rate
from kashuv.rooms.today.rules.word import Given, our_word
from tests.cast import NOW
from tests.rooms.saying import ago


def given(
    client, by, due_days_ago: float, *, kept_days_ago: float | None = None, moved_to: float | None = None
):  # type: ignore[no-untyped-def]
    word = ledger.note(client, "w", side="ours", due_at=ago(due_days_ago), by=by, at=ago(due_days_ago + 5))
    if moved_to is not None:
        ledger.move(word, ago(moved_to), reason="x", told=True, by=by, at=ago(due_days_ago + 1))
    if kept_days_ago is not None:
        ledger.keep(word, by=by, at=ago(kept_days_ago))
    return word


def rate_of(client) -> Rate:  # type: ignore[no-untyped-def]
    rows = list(rating.of_client(client.workspace_id, client.id, NOW - rating.SPAN, NOW))
    return Rate(rows[0]["kept"], rows[0]["moved"], rows[0]["due"]) if rows else Rate()


@pytest.fixture
def told(noa, amit, gal, dalia):
    """Gal: two on time, one moved, two late; Dalia: one on time, given by Amit."""
    given(gal, noa, 3, kept_days_ago=4)
    given(gal, noa, 3, kept_days_ago=3)
    given(gal, noa, 6, moved_to=2, kept_days_ago=2.5)
    given(gal, noa, 6, kept_days_ago=1)
    given(gal, noa, 1)
    given(dalia, amit, 2, kept_days_ago=2.5)


def test_the_rate_of_a_client_is_that_of_the_rule(told, gal, dalia):
    rows = Promise.objects.within(gal.workspace_id).of(gal).values_list("due_at", "first_due_at", "ended_at")
    word = our_word([Given(*row) for row in rows])
    rate = rate_of(gal)
    assert (rate.kept, rate.moved, rate.late) == (word.kept, word.moved, word.late) == (2, 1, 2)
    assert rate_of(dalia) == Rate(1, 0, 1)


def test_each_member_answers_for_her_own_word(told, noa):
    seen = Promise.objects.seen_by(noa)
    assert rating.by_member(seen, NOW) == [("Noa", Rate(2, 1, 5)), ("Amit", Rate(1, 0, 1))]


def test_what_is_not_due_yet_released_theirs_or_long_ago_is_not_counted(noa, gal):
    given(gal, noa, -2)
    ledger.release(given(gal, noa, 2), by=noa, at=NOW)
    ledger.note(gal, "w", side="theirs", due_at=ago(2), by=noa, at=ago(4))
    ledger.note(gal, "w", side="ours", due_at=ago(2), by=None, at=ago(4), state="proposed")
    given(gal, noa, (rating.SPAN + timedelta(days=1)).days)
    assert rate_of(gal) == Rate()
