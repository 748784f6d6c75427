"""Who promised what, until when: Dana writes to Ron, on Monday, 23 November 2026."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.language import dates, promises
from kashuv.language.reading import PromiseFound

WRITTEN = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Jerusalem"))


def _found(text: str) -> tuple[PromiseFound, ...]:
    return promises.find(text, None, dates.find(text, WRITTEN))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("I'll send you the draft by Thursday.", 27),
        ("Will call you tomorrow.", 25),
        ("אשלח לך את הטיוטה עד יום חמישי.", 27),
        ("אני בודקת את זה ואעדכן מחר.", 25),
        ("תקבל ממני תשובה מחר.", 25),
        ("נשלח לך את הקבצים מחר.", 25),
    ],
)
def test_the_writer_promises_and_the_day_is_kept(text: str, due: int) -> None:
    (promise,) = _found(f"Hi Ron,\n{text}\nDana")
    assert promise.who == "writer"
    assert promise.words.text == text
    assert promise.due is not None
    assert promise.due.deadline is not None
    assert promise.due.deadline.day == due


@pytest.mark.parametrize(
    "text",
    ["You promised to send it yesterday.", "You said you would call.", "הבטחת לי שזה יהיה מוכן אתמול."],
)
def test_what_we_are_held_to_is_the_readers(text: str) -> None:
    (promise,) = _found(text)
    assert promise.who == "reader"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("As promised, here is the offer.", None),
        ("The proofs are attached, as promised.", None),
        ("כפי שסיכמנו, מצורפת ההצעה.", None),
        ("As promised, I'll send the rest by Thursday.", "writer"),
        ("כפי שסיכמנו, אשלח את היתר עד יום חמישי.", "writer"),
        ("The report did not come on Monday as promised.", "reader"),
        ("כפי שסיכמנו, הקמפיין עולה מחר.", "reader"),
    ],
)
def test_a_word_that_the_writer_keeps_is_not_laid_on_the_reader(text: str, who: str | None) -> None:
    assert [one.who for one in _found(text)] == ([who] if who else [])


@pytest.mark.parametrize("text", ["עליי", "טוב, זה עליי.", "אני על זה"])
def test_in_two_words_he_takes_it_upon_himself(text: str) -> None:
    (promise,) = _found(text)
    assert promise.who == "writer"


@pytest.mark.parametrize("text", ["If you send the logo, I'll print it.", "אם תשלח את הלוגו, אדפיס מחר."])
def test_a_condition_is_told(text: str) -> None:
    (promise,) = _found(text)
    assert promise.conditional


@pytest.mark.parametrize(
    "text",
    [
        "I will not send it.",
        "לא אשלח את זה.",
        "We will be happy to help.",
        "נשמח לעזור בכל שאלה.",
        "I sent it yesterday.",
        "שלחתי אתמול.",
        "Will you send it?",
        "מתי אקבל תשובה?",
        "I'll be out of the office until Monday.",
        "Looking forward to the meeting.",
        "השירות לא מקצועי ולא מקובל עליי",
        "נשלח, מחכים עכשיו לצלמת",
        "כבר נקבע.",
    ],
)
def test_noise_binds_nobody(text: str) -> None:
    assert _found(text) == ()
