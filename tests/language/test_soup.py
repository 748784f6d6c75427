"""The first thousand letters that nobody would write; `python -m tests.language.soup` reads a million."""

from __future__ import annotations

import pytest

from tests.language import soup


@pytest.mark.parametrize("hundred", range(10))
def test_no_letter_breaks_a_promise(hundred: int) -> None:
    faults = {number: soup.broken(number)[0] for number in range(100 * hundred, 100 * (hundred + 1))}
    assert {number: fault for number, fault in faults.items() if fault} == {}


def test_the_same_number_is_the_same_letter() -> None:
    assert soup.letter(7) == soup.letter(7)
    assert len({soup.letter(number) for number in range(100)}) > 90
