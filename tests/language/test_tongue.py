"""A letter's tongue is the one that most of it is written in; names and addresses don't count against it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.tongue import stretches, tongue_of


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("אפשר לקבוע ליום שני?", "he"),
        ("העליתי ל-Google Drive את קובץ ה-PowerPoint, נא לאשר", "he"),
        ("תודה, https://very.long.example/with/many/latin/letters/in/it", "he"),
        ("Can we meet on Monday?", "en"),
        ("Please ask נעמה about the room", "en"),
        ("OK", "en"),
        ("Können wir uns nicht am Montag treffen, und ist das für dich gut?", "other"),
        ("Merci pour la réponse, je vous rappelle et je suis là", "other"),
        ("Можем ли мы встретиться?", "other"),
        ("", "other"),
        ("12:30 :-)", "other"),
    ],
)
def test_tongues(text: str, tongue: str) -> None:
    assert tongue_of(text) == tongue


def test_where_the_tongue_changes() -> None:
    text = "שלום לכולם\n---\nHello everyone\nWelcome\nלהתראות"
    assert [(text[start:end].strip(), tongue) for start, end, tongue in stretches(text)] == [
        ("שלום לכולם\n---", "he"),
        ("Hello everyone\nWelcome", "en"),
        ("להתראות", "he"),
    ]


@given(st.text(st.sampled_from("אבגabc \n.1"), max_size=60))
def test_stretches_cover_the_text_in_order(text: str) -> None:
    found = list(stretches(text))
    assert "".join(text[start:end] for start, end, _ in found) in (text, "")
    assert all(one[1] == two[0] for one, two in pairwise(found))
