"""Every reason has words in both languages."""

from __future__ import annotations

import pytest
from django.utils import translation

from kashuv.rooms.clients import wording

TOLD = {"ins": 3, "outs": 2, "talks": 4, "day": "2025-03-01", "days": 7, "domain": "gal.example", "people": 2,
        "phone": "541234567", "name": "Yoav Gal", "other": "יואב גל", "mail": "yoav.gal"}  # fmt: skip


@pytest.mark.parametrize("reason", wording.SENTENCES)
def test_every_reason_is_a_sentence_in_hebrew_too(reason: str) -> None:
    with translation.override("en"):
        english = wording.sentence({"reason": reason, **TOLD})
    with translation.override("he"):
        hebrew = wording.sentence({"reason": reason, **TOLD})
    assert english
    assert hebrew
    assert english != hebrew
    assert "%(" not in english + hebrew


def test_a_birthday_of_an_address_book_is_called_one_and_none_is_called_so_twice() -> None:
    with translation.override("he"):
        assert wording.day("birthday", "Yoav Gal") == "יום הולדת: Yoav Gal"
        assert wording.day("birthday", "יום ההולדת של יואב") == "יום ההולדת של יואב"
        assert wording.day("other", "יואב") == "יואב"


def test_days_and_phones_are_shown_as_people_write_them() -> None:
    with translation.override("en"):
        assert "1.3.2025" in wording.sentence({"reason": "known_since", **TOLD})
        assert "0541234567" in wording.sentence({"reason": "same_phone", **TOLD})


def test_a_reason_of_another_time_says_nothing() -> None:
    assert wording.sentences([{"reason": "long_forgotten"}, {}]) == []
