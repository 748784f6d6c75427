"""What the writer wants: a thing done, an answer, a meeting."""

from __future__ import annotations

import pytest

from kashuv.language import asks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Could you send me the invoice?", "request"),
        ("Send me the invoice today.", "request"),
        ("תשלחי לי את החשבונית.", "request"),
        ("אפשר לקבל את הקובץ עד מחר?", "request"),
        ("אני עדיין מחכה לתשובה.", "request"),
        ("When does the campaign start?", "question"),
        ("what is the status", "question"),
        ("מה קורה עם הקמפיין", "question"),
        ("האם החוזה נחתם?", "question"),
        ("איזה צבע עדיף ללוגו", "question"),
        ("סגור את הפנייה בבקשה.", "request"),
        ("קיבלתי, תשלחי לי גם את הנספח.", "request"),
        ("Let's meet on Tuesday.", "meeting"),
        ("בוא ניפגש ביום שלישי.", "meeting"),
    ],
)
def test_an_ask_is_heard(text: str, kind: str) -> None:
    assert [found.kind for found in asks.find(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks a lot.",
        "תודה רבה!",
        "The file is attached.",
        "הקובץ מצורף.",
        "Have a great week",
        "סגור, תודה",
        "סגור, נתראה!",
        "איזה יופי!",
        "איזה כיף לשמוע",
    ],
)
def test_nothing_is_asked(text: str) -> None:
    assert asks.find(text) == ()
