"""Before a letter of ours leaves: what it would do to its reader, and what it forgot."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.language import guard

ZONE = ZoneInfo("Asia/Jerusalem")


def _kinds(text: str, attachments: tuple[str, ...] = ()) -> set[str]:
    return {concern.kind for concern in guard.weigh(text, attachments=attachments)[0]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This is all your fault.", "blame"),
        ("זו אשמתכם.", "blame"),
        ("נמאס לי מהשאלות שלך.", "anger"),
        ("Not my problem.", "coldness"),
        ("I'll send you the report.", "promise_without_date"),
        ("אשלח לך את הדוח.", "promise_without_date"),
        ("The report is attached.", "attachment_missing"),
        ("מצורף הדוח.", "attachment_missing"),
    ],
)
def test_a_concern_is_told_with_its_reason(text: str, kind: str) -> None:
    concerns, _ = guard.weigh(text)
    (concern,) = [one for one in concerns if one.kind == kind]
    assert concern.because
    assert text[concern.words.start : concern.words.end] == concern.words.text


def test_a_day_and_a_file_put_the_guard_at_rest() -> None:
    assert _kinds("The report is attached. I'll call you on Sunday.", ("report.pdf",)) == set()


def test_a_friendly_letter_goes_out_and_a_furious_one_waits() -> None:
    assert guard.weigh("Thank you for the meeting, the plan looks good.") == ((), False)
    assert guard.weigh("I am furious. This is all your fault.")[1]


def test_at_night_less_is_enough_to_wait_for_the_morning() -> None:
    draft = "I demand an answer."
    assert not guard.weigh(draft, at=datetime(2026, 11, 23, 11, 0, tzinfo=ZONE))[1]
    assert guard.weigh(draft, at=datetime(2026, 11, 23, 23, 30, tzinfo=ZONE))[1]
