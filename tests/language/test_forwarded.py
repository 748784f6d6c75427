"""A forward is unfolded: whose the letter inside is, when he wrote it, and his own words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.language.forwarded import bare_subject, unfold
from kashuv.language.mime import Mailbox

ZONE = ZoneInfo("Asia/Jerusalem")
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=ZONE)
WRITTEN = datetime(2026, 11, 23, 10, 15, tzinfo=ZONE)

GMAIL = """FYI

---------- Forwarded message ---------
From: Yoav Gal <yoav@gal.example>
Date: Mon, Nov 23, 2026 at 10:15 AM
Subject: The plan
To: Noa <noa@rosen-levy.example>


When does it come?
"""
HEBREW_GMAIL = """---------- הודעה שהועברה ---------
מאת: \u202aיואב גל\u202c\u200f <\u202ayoav@gal.example\u202c\u200f>
\u202aתאריך: יום ב׳, 23 בנוב׳ 2026 ב-10:15\u202c\u200f
נושא: התוכנית
אל: נועה <noa@rosen-levy.example>

מתי זה מגיע?
"""
OUTLOOK = """From: Yoav Gal [mailto:yoav@gal.example]
Sent: Monday, November 23, 2026 10:15 AM
To: Noa Rosen; Dana Levy;
 Amit Levy
Subject: The plan

When does it come?
"""
HEBREW_OUTLOOK = """לטיפולך

________________________________
מאת: יואב גל <yoav@gal.example>
נשלח: יום שני 23 נובמבר 2026 10:15
אל: נועה
נושא: התוכנית

מתי זה מגיע?
"""
APPLE = """Begin forwarded message:

> From: Yoav Gal <yoav@gal.example>
> Subject: The plan
> Date: 23 November 2026 at 10:15:00 GMT+2
> To: Noa <noa@rosen-levy.example>
>
> When does it come?
"""


@pytest.mark.parametrize("text", [GMAIL, HEBREW_GMAIL, OUTLOOK, HEBREW_OUTLOOK, APPLE])
def test_each_program_tells_writer_moment_subject_and_words(text):
    found = unfold(text, NOW)
    assert found.writer == Mailbox(found.writer.name, "yoav@gal.example")
    assert found.writer.name in ("Yoav Gal", "יואב גל")
    assert found.subject in ("The plan", "התוכנית")
    assert found.at == WRITTEN
    assert found.text in ("When does it come?", "מתי זה מגיע?")
    assert found.above in ("", "FYI", "לטיפולך")


def test_what_says_no_address_or_holds_no_letter_is_not_unfolded():
    assert unfold("Just a letter.\n\nNothing inside.", NOW) is None
    assert unfold(OUTLOOK.replace("[mailto:yoav@gal.example]", ""), NOW) is None


def test_a_date_that_is_none_or_lies_ahead_is_not_believed():
    assert unfold(GMAIL.replace("Mon, Nov 23, 2026 at 10:15 AM", "lately"), NOW).at is None
    assert unfold(GMAIL.replace("2026", "2031"), NOW).at is None


@pytest.mark.parametrize("subject", ["Fwd: The plan", "FW: Fwd:The plan", "הועבר: The plan", "The plan"])
def test_a_subject_loses_what_the_program_put_before_it(subject):
    assert bare_subject(subject) == "The plan"
