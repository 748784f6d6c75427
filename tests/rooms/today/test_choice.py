"""Whom one calls by which name."""

from __future__ import annotations

import pytest

from kashuv.foundation.keys import uuid7
from kashuv.rooms.today.rules.choice import Known, at


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("ד״ר תמר אלון", "תמר"),
        ("Dr. Ruth Novak", "Ruth"),
        ("דליה רוזן", "דליה"),
        ("Mr", ""),
        ("", ""),
        ("Drew Hart", "Drew"),
    ],
)
def test_a_title_is_no_name(name: str, called: str) -> None:
    assert Known(uuid7(), name).first_name == called


@pytest.mark.parametrize(
    ("firm", "name", "mail", "form", "called"),
    [
        ("מרכז גל", "מרכז גל", "", "unknown", ""),
        ("Harbour Cafe", "Harbour Cafe", "info@harbour.example", "unknown", ""),
        ("Harbour Cafe", "Harbour Cafe", "harbour@harbour.example", "them", ""),
        ("אורית שחם", "אורית שחם", "orit@shaham.example", "unknown", "אורית"),
        ("Orit Shaham", "Orit Shaham", "", "her", "Orit"),
        ("Harbour Cafe", "Ruth Novak", "", "unknown", "Ruth"),
    ],
)
def test_a_firm_is_not_called_by_the_first_word_of_its_name(
    firm: str, name: str, mail: str, form: str, called: str
) -> None:
    assert at(firm, Known(uuid7(), name, form, mail=mail)).first_name == called
