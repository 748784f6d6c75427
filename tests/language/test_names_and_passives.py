"""Hebrew words that look like a promise and are a name, a passive or the past."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kashuv import language

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


def promised(text: str) -> bool:
    return bool(language.read(text, reference=NOW, direction="out").promises)


@pytest.mark.parametrize(
    "text",
    [
        "מזל טוב, איתן!", "תודה איתן, רשמתי.", "בברכה,\nאיתן", "נתן שלח את זה", "אתן צודקות", "התנור נפתח",
        "ניתן לראות את זה באתר", "נקרא ועבר הלאה", "המסמך נשלח אתמול", "כבר נשלח לך", "לא נשלח לך את זה",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_promise(text: str) -> None:
    assert not promised(text)


@pytest.mark.parametrize(
    "text",
    [
        "אתן לך תשובה מחר",
        "איתן לכם מענה עד חמישי",
        "נשלח לכם עד חמישי",
        "אנחנו נמצא פתרון",
        "אשלח מחר את הקובץ",
    ],
)
def test_what_is_one(text: str) -> None:
    assert promised(text)
