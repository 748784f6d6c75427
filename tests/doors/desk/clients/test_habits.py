"""Observed manners and the line of warmth: true figures, and silence where there are too few."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from kashuv.desk.clients.margin import contact
from kashuv.desk.clients.margin.differing import differs
from kashuv.desk.clients.margin.habits import Channel, Habits, Said, habits
from kashuv.desk.clients.margin.observed import told_habits
from kashuv.desk.clients.margin.warmth import warmth
from kashuv.desk.clients.stream.marked import marked
from kashuv.desk.clients.together import Piece
from tests.cast import NOW
from tests.rooms import saying

ZONE = ZoneInfo("Asia/Jerusalem")


def _turns(kind: str, answered: int, ignored: int) -> list[Said]:
    """We turn to him every ten days; an answer comes after two hours."""
    said = []
    for n in range(answered + ignored):
        at = NOW + timedelta(days=10 * n)
        said.append(Said(at, "out", kind))
        if n < answered:
            said.append(Said(at + timedelta(hours=2), "in", kind))
        else:
            said.append(Said(at + timedelta(days=5), "in", "mail"))
    return said


def test_a_channel_tells_how_often_it_was_answered():
    seen = habits(_turns("whatsapp", 5, 1), ZONE)
    assert seen.channels == (Channel("whatsapp", 6, 5),)
    assert (seen.answer_hours, seen.answers) == (2, 5)


def test_several_messages_of_ours_in_a_row_are_one_turn():
    said = [Said(NOW + timedelta(hours=n), "out", "sms") for n in range(9)] + [
        Said(NOW + timedelta(hours=9), "in", "sms")
    ]
    assert habits(said * 1, ZONE).channels == ()


@pytest.mark.parametrize("said", [[], _turns("mail", 2, 2)])
def test_too_few_cases_say_nothing(said):
    assert habits(said, ZONE).channels == ()
    assert told_habits(habits(said, ZONE)) == ()


def test_the_hours_hold_most_of_his_messages():
    hours = [3, *[9] * 10, *[16] * 9]
    said = [
        Said(NOW.astimezone(ZONE).replace(hour=hour) + timedelta(days=n), "in", "mail")
        for n, hour in enumerate(hours)
    ]
    seen = habits(said, ZONE).hours
    assert (seen.start, seen.end, seen.within, seen.of) == (9, 17, 19, 20)


def test_a_stated_channel_that_is_not_answered_is_said_with_numbers():
    seen = Habits(channels=(Channel("call", 9, 1), Channel("whatsapp", 10, 9)))
    with translation.override("en"):
        assert differs("channel", "טלפון, לא מייל", seen) == "Observed: answers by WhatsApp (9 of 10 times)"
        assert differs("channel", "WhatsApp please", seen) == ""
        assert differs("tone", "phone", seen) == ""


def test_stated_hours_that_he_does_not_keep_are_said():
    said = [Said(NOW.astimezone(ZONE).replace(hour=21) + timedelta(days=n), "in", "mail") for n in range(8)]
    with translation.override("en"):
        assert (
            differs("hours", "09:00-12:00", habits(said, ZONE))
            == "Observed: 8 of 8 messages came outside these hours"
        )
        assert differs("hours", "20:00-22:00", habits(said, ZONE)) == ""


def test_warmth_counts_days_by_weeks_that_begin_on_sunday():
    line = warmth({date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 21), date(2026, 1, 1)}, NOW)
    assert [week.days for week in line.weeks[-2:]] == [1, 2]
    assert line.weeks[-1].day == date(2026, 11, 22)
    assert (line.lately, line.before) == (3, 0)
    assert line.path.count("L") == len(line.weeks) - 1


@pytest.mark.parametrize(
    ("text", "spans", "drawn"),
    [
        ("a <b> c", [(2, 5, "date")], 'a <mark class="date">&lt;b&gt;</mark> c'),
        ("abcdef", [(0, 4, "x"), (2, 6, "y")], '<mark class="x">abcd</mark>ef'),
        ("abc", [(2, 9, "x"), (1, 1, "y"), (-1, 2, "z")], "abc"),
    ],
)
def test_marks_never_break_the_text(text, spans, drawn):
    assert marked(text, spans) == drawn


@pytest.mark.parametrize(("most", "told"), [(100, [1, 2, 3, 4]), (2, [1, 2, 3])])
def test_where_a_machine_writes_without_end_the_newest_days_of_contact_are_told(gal, monkeypatch, most, told):
    monkeypatch.setattr(contact, "MOST", most)
    for days in (1, 2, 3, 4, 200):
        saying.said(gal, days)
    rows = contact.days_asked(gal.workspace_id, gal.id, saying.ago(180))
    assert contact.days(Piece(*row) for row in rows) == {saying.ago(days).date() for days in told}
