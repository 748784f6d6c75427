"""One message is read whole: its own words, and in them dates, promises, asks, tone, with the words they rest on."""

from __future__ import annotations

import time
from datetime import datetime
from statistics import median
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kashuv.language import read
from kashuv.language.sentences import sentences

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Jerusalem"))  # a Tuesday

LETTER = """היי נעמה,

הדוח שקיבלתי אתמול מאכזב מאוד. תוכלי לשלוח גרסה מתוקנת עד יום חמישי בשעה 12:00?.
אני אשלח לך את הנתונים החסרים מחר בבוקר.
אפשר להיפגש ביום ראשון?

בברכה,
גל נוי

בתאריך יום ב׳, 2 במרץ 2026 ב-9:05 מאת נעמה <naama@example.org>:
> אשלח את הדוח השני עד סוף החודש.
"""


def test_a_letter_is_read_as_a_careful_colleague_reads_it() -> None:
    reading = read(LETTER, reference=NOW)
    assert (reading.tongue, reading.address) == ("he", "her")
    assert "סוף החודש" in reading.echo
    (promise,) = reading.promises
    assert promise.who == "writer"
    assert promise.due is not None
    assert promise.due.deadline is not None
    assert promise.due.deadline.date().isoformat() == "2026-03-04"
    assert {"request", "meeting"} <= {ask.kind for ask in reading.asks}
    deadline = next(ask.due for ask in reading.asks if ask.kind == "request")
    assert deadline is not None
    assert deadline.end == datetime(2026, 3, 5, 12, 0, tzinfo=NOW.tzinfo)
    assert reading.tone("upset") > 0.5


def test_every_finding_shows_its_words() -> None:
    reading = read(LETTER, reference=NOW)
    for found in (*reading.dates, *reading.promises, *reading.asks, *reading.tones):
        words = found.words
        assert reading.own[words.start : words.end] == words.text
        assert words.text.strip()


def test_the_tone_of_our_own_letters_is_the_guards_matter() -> None:
    sent = read(LETTER, reference=NOW, direction="out")
    assert sent.tones == ()
    assert sent.promises == read(LETTER, reference=NOW).promises


def test_a_letter_passed_on_without_a_word_speaks_its_writers_tongue() -> None:
    forwarded = "---------- Forwarded message ---------\nמאת: נעמה <naama@example.org>\nנושא: דוח\n\nהנה הדוח, אשלח עוד אחד מחר"
    reading = read(forwarded, reference=NOW)
    assert (reading.tongue, reading.own, reading.promises) == ("he", "", ())


def test_html_is_read_as_its_text() -> None:
    page = (
        "<div>Please send the plan</div><div>by Thursday</div><blockquote>I will send two plans</blockquote>"
    )
    reading = read(page, reference=NOW, html=True)
    assert reading.own == "Please send the plan\nby Thursday"
    assert not reading.promises


def test_a_sentence_that_a_program_broke_in_two_is_one() -> None:
    text = (
        "We looked at the three rooms again and all of us would like to take\n"
        "the large one upstairs. Short line\nanother line"
    )
    assert [text[start:end] for start, end in sentences(text)] == [
        "We looked at the three rooms again and all of us would like to take\nthe large one upstairs.",
        "Short line",
        "another line",
    ]


def test_of_a_pasted_document_the_beginning_is_searched() -> None:
    text = "Please send it by Friday. " * 40_000
    begun = time.process_time()
    reading = read(text, reference=NOW)
    assert time.process_time() - begun < 2
    assert reading.notes
    assert len(reading.own) == len(text.strip())


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    reading = read(text, reference=NOW)
    for found in (*reading.dates, *reading.promises, *reading.asks, *reading.tones):
        assert reading.own[found.words.start : found.words.end] == found.words.text


def test_a_letter_is_read_in_a_moment() -> None:
    read(LETTER, reference=NOW)
    taken = []
    for _ in range(20):
        begun = time.perf_counter()
        read(LETTER, reference=NOW)
        taken.append(time.perf_counter() - begun)
    assert median(taken) < 0.01
