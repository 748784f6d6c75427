"""Hebrew words that the guard looks for in a draft of our own. The same names in every tongue's folder."""

from __future__ import annotations

_S = r"(?<![א-ת'\"])"
_E = r"(?![א-ת'\"])"

ATTACHMENT = {
    rf"{_S}(?:ו|ה|ב|כ)?(?:מצורף|מצורפת|מצורפים|מצורפות|מצ\"ב|רצ\"ב|מצרף|מצרפת|מצרפים|צירפתי|צירפנו|בצרופה|צרופה|בקובץ המצורף|במסמך המצורף){_E}": (
        0.8,
        "speaks of an attachment",
    ),
}
NO_ATTACHMENT_YET = rf"{_S}(?:שצירפת|שצירפתם|ששלחת|תצרף|תצרפי|תצרפו|נא לצרף|אצרף|נצרף|לצרף|המצורפת לחוזה)"

BECAUSE = {
    "anger": "המילים האלה נשמעות כועסות.",
    "blame": "המילים האלה מטילות את האשמה על הקורא.",
    "sarcasm": "המילים האלה עלולות להתקבל כלעג.",
    "insult": "המילים האלה עלולות לפגוע בקורא.",
    "coldness": "המילים האלה נשמעות קרות.",
    "promise_without_date": "יש כאן הבטחה בלי מועד.",
    "attachment_missing": "מוזכר כאן קובץ מצורף, ואין קובץ.",
}
