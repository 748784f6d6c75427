"""What is quoted of somebody's words: the sentence that asks, without the greeting, short enough for a glance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.rooms.today.rules.quoting import (
    asking,
    occasion,
    quoted,
    shortened,
    without_name,
    without_reply_marks,
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("שלום נועה,\nמתי מגיע המפרט? זה מעכב אותנו.", "מתי מגיע המפרט?"),
        ("היי, מתי מגיע המפרט?", "מתי מגיע המפרט?"),
        ("Hi Noa,\n\nPlease send the file.\nThanks, Yoav", "Please send the file."),
        ("Dear Noa, the file is missing. Where is it?", "Where is it?"),
        ("Hi can you send me the file?", "Hi can you send me the file?"),
        ("", ""),
    ],
)
def test_the_sentence_that_asks(text: str, sentence: str) -> None:
    assert asking(text) == sentence


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("יום הולדת של מיה: 23 בנובמבר", "יום הולדת של מיה"),
        ("Mia's birthday is on November 24", "Mia's birthday"),
        ("החוזה מסתיים ב־1.12", "החוזה מסתיים"),
        ("יום הולדת", "יום הולדת"),
        ("24.11", "24.11"),
    ],
)
def test_an_occasion_is_named_without_its_date(words: str, name: str) -> None:
    assert occasion(words) == name


@pytest.mark.parametrize(
    ("said", "name", "left"),
    [
        ("מיכל, אשלח לך את ההצעה", "מיכל", "אשלח לך את ההצעה"),
        ("Michal, I will send it", "מיכל", "I will send it"),
        ("היי מיכל, אשלח לך את ההצעה", "מיכל", "אשלח לך את ההצעה"),
        ("Michal - I will send it", "Michal", "I will send it"),
        ("מחר, אשלח לך את ההצעה", "מיכל", "מחר, אשלח לך את ההצעה"),
        ("דנה, אשלח לך את ההצעה", "מיכל", "דנה, אשלח לך את ההצעה"),
        ("Michal,", "Michal", "Michal,"),
        ("מיכל, אשלח", "", "מיכל, אשלח"),
    ],
)
def test_who_was_just_called_by_his_name_is_not_called_again(said: str, name: str, left: str) -> None:
    assert without_name(said, name) == left


def test_one_full_stop_at_most() -> None:
    assert quoted("אשלח מחר.", "״", "״") == "״אשלח מחר״."
    assert quoted("מתי?", "״", "״") == "״מתי?״"


def test_a_matter_is_called_without_its_reply_marks() -> None:
    assert without_reply_marks("Re: השב: FW: הצעת מחיר") == "הצעת מחיר"


@given(st.text(max_size=400))
def test_whatever_is_quoted_is_one_short_line(text: str) -> None:
    assert len(shortened(text).splitlines()) <= 1
    assert len(asking(text)) <= 161
