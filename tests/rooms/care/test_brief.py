"""Which few words close a matter, and which only look as if they did."""

from __future__ import annotations

import pytest

from kashuv.rooms.care.rules.brief import closes


@pytest.mark.parametrize(
    "said",
    [
        "Thanks!",
        "See you then",
        "Agreed.",
        "All right",
        "Sounds good to me",
        "סגור, נתראה",
        "נתראה ביום שני",
        "מסכימה",
        "מסכים לגמרי",
        "לא, תודה",
        "👍",
    ],
)
def test_these_words_close(said: str) -> None:
    assert closes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Agreed?",
        "not agreed",
        "לא מסכים",
        "זה לא בסדר",
        "Send me the plan",
        "",
        "Great, and now we need the second half of the plan as well",
    ],
)
def test_these_leave_it_open(said: str) -> None:
    assert not closes(said)
