"""Hebrew tells to whom it speaks; drafts answer in the same form."""

from __future__ import annotations

import pytest

from kashuv.language import address


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("אתה יכול לבדוק את זה?", "him"),
        ("אשמח אם תשלח לי את הקובץ", "him"),
        ("תבדקי בבקשה ותחזרי אליי", "her"),
        ("אשמח אם תשלחי לי את הקובץ", "her"),
        ("אתם מוזמנים לפגישה", "them"),
        ("מצורפת ההצעה שלכם", "them"),
        ("הפגישה נדחתה ליום שלישי", "none"),
        ("קראתי את הדוח בעיון", "none"),
        ("Can you check this?", "none"),
        ("הקובץ מחכה לך בתיקייה", "none"),
        ("רשמתי אותך לסדנה, נשמור לך מקום", "none"),
        ("הקובץ מחכה לך, תבדקי אותו", "her"),
    ],
)
def test_who_is_spoken_to(text: str, form: str) -> None:
    assert address.find(text) == form
