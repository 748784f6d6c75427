"""Anger is heard when it is meant for us, with its words; ordinary business is never called angry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashuv.language import tone


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("I am really furious about the delay.", "anger", "I am really furious"),
        ("This is completely unacceptable.", "anger", "This is completely unacceptable"),
        ("אני ממש כועסת על האיחור.", "anger", "אני ממש כועסת"),
        ("נמאס לי לחכות", "anger", "נמאס לי"),
        ("We are very disappointed.", "upset", "We are very disappointed"),
        ("לא לזה ציפיתי מכם", "upset", "לא לזה ציפיתי"),
        ("תודה רבה על הכול", "thanks", "תודה"),
        ("Excellent work, as always", "satisfaction", "Excellent work"),
        ("whatever.", "indifference", "whatever."),
        ("אני מודאגת מהתאריך", "worry", "אני מודאגת"),
        ("זה דחוף מאוד", "urgency", "דחוף"),
        ("You are a bunch of idiots", "insult", "You are a bunch of idiots"),
        ("זו אשמתכם", "blame", "זו אשמתכם"),
        ("Thanks for nothing.", "sarcasm", "Thanks for nothing"),
        ("זה לא הוגן ולא מקובל עליי.", "anger", "ולא מקובל עלי"),
        ("בושה!", "anger", "בושה!"),
        ("איך ייתכן ששוב לא הגיע?", "anger", "איך ייתכן"),
        ("אנחנו שוקלים ברצינות לעזוב", "anger", "שוקלים ברצינות לעזוב"),
        ("כבר שבוע שאני מחכה לשיחה", "upset", "כבר שבוע שאני מחכה"),
        ("הבטחתם ולא קיימתם", "blame", "הבטחתם ולא קיימתם"),
        ("אתם חבורת רמאים", "insult", "אתם חבורת רמאים"),
        ("אוקיי, שיהיה", "indifference", "אוקיי, שיהיה"),
        ("כיף לעבוד איתכם", "satisfaction", "כיף לעבוד איתכם"),
        ("This is the third time I've asked.", "anger", "This is the third time I've asked"),
        ("I have been waiting for an answer since May.", "upset", "I have been waiting for an answer"),
        ("Not impressed, to be honest.", "upset", "Not impressed"),
        ("You promised a draft but nothing came.", "blame", "You promised a draft but nothing"),
    ],
)
def test_a_tone_is_heard_with_its_words(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(found.kind, found.words.text) for found in tone.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I'm not angry at all, just asking.",
        "אני לא כועס, רק שואל.",
        "The residents are furious about the new road.",
        "תושבי השכונה זועמים על הכביש החדש.",
        "Please send the report about the worst storms of the year.",
        "The meeting is on Tuesday; the budget is attached.",
        "הפגישה ביום שלישי, התקציב מצורף.",
        "אני לא כועס ולא מאוכזב, קורה לכולם.",
        "הפגישה נדחתה בשבוע, זה בסדר גמור.",
        "אנחנו שוקלים לפתוח סניף חדש.",
        "זו הפעם השלישית שאנחנו משיקים מוצר יחד!",
        "הקובץ עוד לא מוכן לשליחה.",
        "אני מחכה לך בכניסה.",
        "We are done with the first draft.",
        "I'm waiting for your call tomorrow at ten.",
        "We are considering other options for the colour of the logo.",
        "This is the third time that we are launching in March.",
    ],
)
def test_an_angry_matter_is_not_an_angry_client(text: str) -> None:
    assert not {"anger", "insult", "blame", "upset"} & {found.kind for found in tone.find(text)}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    for found in tone.find(text):
        assert text[found.words.start : found.words.end] == found.words.text
