"""A word written by hand and one read out of a letter: one where they say the same, two where only the day is shared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.rules.sameness import likeness
from tests.cast import NOW

MONDAY = datetime(2026, 11, 30, 16, tzinfo=UTC)
CALL = "I will call you on Monday about the launch."


@pytest.mark.parametrize(
    ("words", "due_at", "read", "read_due_at", "one"),
    [
        ("send the proposal", MONDAY, "I'll get the proposal over to you by Monday", MONDAY, True),
        ("לשלוח הצעת מחיר", MONDAY, "אשלח לך את ההצעה עד יום שני", MONDAY, True),
        ("send the signed contract", MONDAY, CALL, MONDAY, False),
        ("call you about the launch", MONDAY, CALL, MONDAY + timedelta(days=3), False),
        ("call you about the launch", None, CALL, MONDAY, True),
        ("send the contract", None, CALL, MONDAY, False),
        ("send the plan", MONDAY, "I will send you the invoice on Monday", MONDAY, False),
        ("להזמין אולם", MONDAY, "אשלח את ההצעה עד יום שני", MONDAY, False),
        ("לשלוח את החוזה", MONDAY, "אשלח את ההצעה עד יום שני", MONDAY, False),
        ("לחזור", MONDAY, "אחזור אליך ביום שני", MONDAY, True),
    ],
)
def test_one_word_or_two(words, due_at, read, read_due_at, one) -> None:  # type: ignore[no-untyped-def]
    assert bool(likeness(words, due_at, read, read_due_at)) is one


def test_of_two_words_that_fall_due_together_the_nearer_is_meant(noa, gal) -> None:  # type: ignore[no-untyped-def]
    for words in (CALL, "I will send you the signed contract on Monday."):
        ledger.note(gal, words, side="ours", due_at=MONDAY, by=noa, at=NOW, state=Promise.State.PROPOSED)
    noted = ledger.note(gal, "send the signed contract", side="ours", due_at=MONDAY, by=noa, at=NOW)
    assert noted.quote == "I will send you the signed contract on Monday."
    assert Promise.objects.of(gal).proposed().get().words == CALL
