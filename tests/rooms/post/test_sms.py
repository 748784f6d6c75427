"""How many parts an SMS will be, and which number a network dials."""

from __future__ import annotations

import pytest

from kashuv.rooms.clients.rules.numbers import international
from kashuv.rooms.post.rules.sms import Size, is_plain, size


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", Size(0, 0, 160)),
        ("a" * 160, Size(160, 1, 0)),
        ("a" * 161, Size(161, 2, 145)),
        ("€" * 80, Size(160, 1, 0)),
        ("א" * 70, Size(70, 1, 0)),
        ("א" * 71, Size(71, 2, 63)),
        ("א" * 134, Size(134, 2, 0)),
        ("א" * 135, Size(135, 3, 66)),
        ("🙂" * 35, Size(70, 1, 0)),
        ("🙂" * 36, Size(72, 2, 61)),  # 33 emoji fill 66 of 67 places: none is cut in two
    ],
)
def test_parts_are_counted_as_the_networks_count_them(text, told):
    assert size(text) == told


def test_one_hebrew_letter_makes_every_sign_a_wide_one():
    assert is_plain("Hello, see you at 10:00!")
    assert not is_plain("Hello, שלום")
    assert not is_plain("it’s")


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("054-123-4567", "+972541234567"),
        ("+972 54 1234567", "+972541234567"),
        ("00972541234567", "+972541234567"),
        ("972-54-123-4567", "+972541234567"),
        ("03-1234567", "+97231234567"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("*6050", ""),
        ("12", ""),
        ("Yoav", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_the_same_however_it_was_typed(typed, dialled):
    assert international(typed) == dialled
