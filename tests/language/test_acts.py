"""What a whole text does: asks, promises, questions, proposes to meet; in plain cases without a doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.acts import ACTS, acts
from kashuv.language.acts.views import numbers
from kashuv.language.acts.words import words


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Could you please send me the file?", "request"),
        ("Let me know if you need anything else.", "request"),
        ("I'll send you the numbers tomorrow.", "commitment"),
        ("so i'll check that and get back to you", "commitment"),
        ("um so then i'd measure the roof again", "commitment"),
        ("what do you think about it", "question"),
        ("do you have the second channel", "question"),
        ("Can we meet on Thursday at ten?", "meeting_intent"),
        ("Let's have lunch next week.", "meeting_intent"),
        ("אשלח לך את החוזה מחר", "commitment"),
        ("תשלחי לי את החוזה", "request"),
        ("מתי מגיע השליח", "question"),
        ("בואו ניפגש ביום שני", "meeting_intent"),
    ],
)
def test_the_act_is_heard(text: str, act: str) -> None:
    assert acts(text)[act] >= 0.5


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The weather was fine.", "request"),
        ("He sent the file yesterday.", "commitment"),
        ("I will be in Haifa on Sunday.", "commitment"),
        ("they'll never paint the fence", "commitment"),
        ("it was a long day", "question"),
        ("The gas price rose again.", "meeting_intent"),
        ("I missed the call on Monday.", "meeting_intent"),
        ("השליח הגיע אתמול", "question"),
    ],
)
def test_a_plain_statement_does_none_of_it(text: str, act: str) -> None:
    assert acts(text)[act] < 0.5


def test_hesitation_and_contraction_make_no_difference() -> None:
    assert words("uh i'll ch- check it it") == words("I will check it")


@given(st.text(max_size=200))
def test_every_text_has_every_act(text: str) -> None:
    found = acts(text)
    assert set(found) == set(ACTS)
    assert all(0.0 <= chance <= 1.0 for chance in found.values())


@given(st.text(max_size=200))
def test_the_numbers_stay_below_their_bound(text: str) -> None:
    assert all(0 <= number < 1024 for view in numbers(text, 10) for number in view)
