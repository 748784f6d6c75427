"""Vows: what a letter of ours promises is seen before it leaves, with its day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kashuv.rooms.promises import vows

pytestmark = pytest.mark.django_db


def test_i_will_get_back_to_you_today_falls_due_at_the_end_of_the_working_day(firm, now):
    (vow,) = vows.read("יואב שלום,\nאחזור אליך היום עם תשובה.\nתודה", workspace=firm, at=now)
    assert vow.due == datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # six o'clock in Jerusalem
    assert vow.taken and "אחזור" in vow.quote


def test_what_he_promised_and_what_nobody_did_is_no_vow(firm, now):
    assert vows.read("תודה שהבטחת לשלוח עד מחר. מה שלומך?", workspace=firm, at=now) == []


def test_one_that_was_declined_stays_declined(firm, now):
    text = "I will send the offer by Thursday. I will call you tomorrow."
    _, second = vows.read(text, workspace=firm, at=now)
    again = vows.read(text, workspace=firm, at=now, declined={second.quote})
    assert [one.taken for one in again] == [True, False]
    assert [vows.Vow.of(one.plain()) for one in again] == again
