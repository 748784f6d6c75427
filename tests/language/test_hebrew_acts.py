"""What Hebrew promises and asks by its verbs: he and she, one and many, and what only sounds like it."""

from __future__ import annotations

import pytest

from kashuv.language import asks, promises


def _bound(text: str) -> bool:
    return promises.bond(text, "he") >= 0.5


def _asked(text: str) -> bool:
    return asks.weights(text, "he")["request"] >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "אזכיר לו שוב", "אסביר לך הכול בשיחה", "נקיים דיון נוסף בשבוע הבא", "אנחנו נדון בזה בוועדה", "נעשה כל מאמץ לסיים",
        "זה בטיפולי", "הנושא בטיפולנו", "אני לוקח את זה על עצמי", "לקחתי על עצמי לסדר את זה", "בכוונתי להגיש את הדוח מחר",
        "כבר מעבירה לך", "שולח לך מיד", "שולחת לך עוד היום", "אני מוסר לך את זה מחר", "אאפשר לך לדבר אחריו",
        "אני מבטיחה שזה יהיה מוכן", "אנחנו מתחייבים לסיים עד סוף החודש", "בסדר, אשלח",
    ],
)  # fmt: skip
def test_he_binds_himself(text: str) -> None:
    assert _bound(text)


@pytest.mark.parametrize(
    "text",
    [
        "לא אשלח לך שום דבר", "ולא נשלם את זה", "הם ישלחו את החומר", "היא תחזור אליך", "נדבר מחר", "נראה מה יהיה", "נשאל את עצמנו למה",
        "אנחנו נמשיך לסבול מזה", "ואולי נתחיל מחר", "חשוב שנבדוק את זה", "על מנת שנתקדם צריך אישור", 'הוא כתב: "לא אשלם"',
        "הנושא נדון כבר אתמול", "נשמח לעמוד לרשותך", "הלוואי שאגיע",
    ],
)  # fmt: skip
def test_nobody_is_bound(text: str) -> None:
    assert not _bound(text)


@pytest.mark.parametrize(
    "text",
    [
        "תעדכני אותי", "תעדכנו אותנו", "אפשר הצעת מחיר?", "צריכים ממך אישור", "דברי איתי כשאת מתפנה", "אל תתקשרו לפני תשע", "שב בשקט",
        "שבי רגע", "הקשיבו לי", "אני קורא לך להסיר את ההצעה", "תציינו את זה בפרוטוקול", "תמשיכי בבקשה", "הצביעו נגד", "ראו את הנספח",
        "תנסו שוב", "תזכרי לצרף", "ואנחנו מבקשים להשאיר את המחיר", "תוכלי להעביר לי?", "אתם יכולים לשלוח לנו עותק?",
    ],
)  # fmt: skip
def test_the_reader_is_asked(text: str) -> None:
    assert _asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "החברה לא תוכל להיכנס", "אני רוצה שתדעו שאנחנו איתכם", "תראו, זה לא פשוט", "אתה יכול לספר על זה הרבה", "אפשר להבין אותם",
        "אי אפשר לחיות ככה", "סדר היום", "אל תדאגי", "היא תעשה את זה", "תודה על העזרה", "אני מבקש לומר משהו",
    ],
)  # fmt: skip
def test_nothing_is_wanted_of_the_reader(text: str) -> None:
    assert not _asked(text)
