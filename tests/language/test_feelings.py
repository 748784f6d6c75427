"""What is good and what is bad in a short Hebrew answer is told by its words, with what is denied turned round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language import labels
from kashuv.language.feelings import heard


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("השירות היה מצוין", "positive"),
        ("רופאה מקסימה ומקצועית", "positive"),
        ("לא רע בכלל", "positive"),
        ("הכול עבר חלק", "positive"),
        ("ללא תקלות, תודה", "positive"),
        ("זמן המתנה ארוך מדי", "negative"),
        ("לא טוב", "negative"),
        ("אין יחס אישי", "negative"),
        ("חוסר סבלנות של הצוות", "negative"),
        ("צריך יותר מקומות חניה", "negative"),
        ("צוות נחמד אבל בלגן נוראי ותורים", "negative"),
        ("האתר לא עובד 😡", "negative"),
        ("אין לי הערות", "neutral"),
        ("לא יודעת", "neutral"),
        ("בסדר", "neutral"),
        ("קיבלתי את הטופס במייל ביום שלישי", "neutral"),
    ],
)
def test_a_short_answer(text: str, side: str) -> None:
    assert labels.label("sentiment_survey_he", text) == side


def test_letters_before_a_word_are_taken_off_and_the_longest_entry_counts() -> None:
    assert heard("ושהטובים").good == 1
    assert heard("אין לי").plain == 1
    assert heard("היקרים") == heard("טובים")
    assert heard("יקרים").bad == 1


def test_what_stands_before_a_but_counts_less() -> None:
    found = heard("נחמד אבל איטי")
    assert found.bad > found.good > 0


def test_a_denied_feeling_is_told_apart() -> None:
    assert heard("אני מפחדת").feelings == {"fear"}
    assert heard("אני לא מפחדת").feelings == {"no fear"}


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    found = heard(text)
    assert found.good >= 0 and found.bad >= 0
