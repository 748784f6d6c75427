"""Two spellings of one name have something in common, in either alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.foundation.folding import digits, fold, sounds


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Café  Noir ", "cafe noir"),
        ("צ׳רלי", "צרלי"),
        ("שָׁלוֹם", "שלומ"),
        ("O'Hara-Levy", "ohara levy"),
        ("\u200fדליה\u200e", "דליה"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("hebrew", "latin"),
    [
        ("דליה", "Dalia"),
        ("רוזן", "Rosen"),
        ("שחם", "Shaham"),
        ("לוי", "Levy"),
        ("כהן", "Cohen"),
        ("יואב", "Yoav"),
        ("נועה", "Noa"),
        ("פז", "Paz"),
        ("מיכל", "Michal"),
        ("רחל", "Rachel"),
        ("אורית", "Orit"),
    ],
)
def test_a_name_sounds_the_same_in_both_alphabets(hebrew: str, latin: str) -> None:
    assert sounds(hebrew) & sounds(latin)


@pytest.mark.parametrize("typed", ["054-123-4567", "+972 54 123 4567", "00972541234567", "0541234567"])
def test_one_phone_in_all_its_spellings(typed: str) -> None:
    assert digits(typed) == "541234567"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
