"""Whom one calls by which name."""

from __future__ import annotations

import pytest

from kashuv.foundation.keys import uuid7
from kashuv.rooms.today.rules.choice import Known


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
