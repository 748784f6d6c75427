"""A heated letter read slowly: the matter stays, in his own words; the heat stands apart, and nothing is lost."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.marks import plain
from kashuv.language.slowly import MOST_READ, Slow, slowly
from tests.language.soup import letter

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Jerusalem"))
FURIOUS_HE = """נועה שלום,
אני פשוט זועם שהמפרט עוד לא הגיע!!! וזה ממש לא מקובל עליי.
כמה פעמים צריך לבקש אותו דבר? ההדפסה נקבעה ליום חמישי ב-10:00, ובית הדפוס לא שומר מקום.
אני דורש תשובה עד מחר בצהריים. מתי המפרט יהיה מוכן?
תודה,
יואב"""
FURIOUS_EN = """Noa,
I am absolutely furious that the brochure went to print with the OLD LOGO!!! This is unacceptable, and we ordered 2,000 copies.
How many times do I have to say this? The fair opens on Thursday at 9:00.
I demand a reprint by Wednesday noon. Who approved the proof? 😡
Yoav"""


def read(text: str) -> Slow:
    return slowly(text, MONDAY)


def said(found) -> list[str]:  # type: ignore[no-untyped-def]
    return [one.text for one in found]


def test_a_furious_hebrew_letter_leaves_its_matter() -> None:
    slow = read(FURIOUS_HE)
    assert said(slow.facts) == [
        "המפרט עוד לא הגיע.",
        "ההדפסה נקבעה ליום חמישי ב-10:00, ובית הדפוס לא שומר מקום.",
    ]
    assert said(slow.questions) == ["מתי המפרט יהיה מוכן?"]
    assert said(slow.wants) == ["תשובה עד מחר בצהריים."]
    assert said(slow.left_out) == ["וזה ממש לא מקובל עליי.", "כמה פעמים צריך לבקש אותו דבר?"]


def test_a_furious_english_letter_leaves_its_matter() -> None:
    slow = read(FURIOUS_EN)
    assert said(slow.facts) == [
        "The brochure went to print with the old logo.",
        "We ordered 2,000 copies.",
        "The fair opens on Thursday at 9:00.",
    ]
    assert said(slow.questions) == ["Who approved the proof?"]
    assert said(slow.wants) == ["A reprint by Wednesday noon."]
    assert said(slow.left_out) == ["This is unacceptable", "How many times do I have to say this?"]


def test_what_is_wanted_knows_until_when_and_days_are_told_once() -> None:
    slow = read("I demand a reprint by Wednesday noon. We print on Wednesday. Truly on Wednesday.")
    (want,) = slow.wants
    assert want.due is not None and want.due.words.text == "by Wednesday noon"
    assert [one.words.text for one in slow.dates] == ["by Wednesday noon", "Wednesday"]


@pytest.mark.parametrize(
    ("heated", "bare"),
    [
        ("Your terrible service cost us the meeting with the mayor.", "Your service cost us the meeting with the mayor."),
        ("I can't believe that the invoice is wrong again!!", "The invoice is wrong again."),
        ("WHY IS THE SITE down since morning?!", "Why is the site down since morning?"),
        ("Nobody called us, for God's sake, since Sunday.", "Nobody called us, since Sunday."),
        ("איך ייתכן שהחשבונית נשלחה פעמיים?!", "החשבונית נשלחה פעמיים?"),
        ("אני מאוכזב מזה שאף אחד לא חזר אלינו מאז יום ראשון 😞", "אף אחד לא חזר אלינו מאז יום ראשון"),
        ("האתר פשוט לא עובד מהבוקר!!!", "האתר לא עובד מהבוקר."),
    ],
)  # fmt: skip
def test_a_sentence_loses_its_heat_and_stays_one(heated: str, bare: str) -> None:
    slow = read(heated)
    assert [*said(slow.facts), *said(slow.questions), *said(slow.wants)] == [bare]


HEAT_EN = (
    "This is ridiculous.",
    "I'm sick of your excuses!!",
    "You should be ashamed of yourselves.",
    "Enough is enough.",
)
ASKED_EN = (
    "When can I expect it?", "Where is the invoice?", "What kind of paper did you use?", "How many times do I have to pay?",
    "Who approved the proof?", "When do I get my money back?", "What are you going to do about it?",
)  # fmt: skip
HEAT_HE = ("זו פשוט חוצפה.", "נמאס לי מההבטחות!!", "תתביישו.", "אני רותחת.", "די כבר!")
ASKED_HE = (
    "מתי אפשר לצפות לתשובה?", "איפה החשבונית?", "איזה נייר זה היה?", "כמה תעלה לנו ההדפסה מחדש?", "מי אחראי לזה?",
    "ומתי אני מקבל את הכסף בחזרה?", "מה אתם חושבים שאני אגיד ללקוחות?",
)  # fmt: skip


@pytest.mark.parametrize(
    ("heats", "asked"), [(HEAT_EN, ASKED_EN), (HEAT_HE, ASKED_HE)], ids=["english", "hebrew"]
)
def test_a_plain_question_stays_in_sight_between_whatever_heat(heats, asked) -> None:  # type: ignore[no-untyped-def]
    for heat in heats:
        for question in asked:
            slow = read(f"{heat} {question} {heat}")
            assert [*said(slow.questions), *said(slow.wants)] == [question], heat


@pytest.mark.parametrize(
    ("heated", "bare", "heat"),
    [
        ("Where the hell is the invoice?", "Where is the invoice?", []),
        ("When the hell will it come?!", "When will it come?", []),
        ("Are you even going to send it by Thursday?", "Are you even going to send it by Thursday?", []),
        ("Is this a joke or will you refund us by Friday?", "Will you refund us by Friday?", ["Is this a joke"]),
        ("Shame on you, the event is on December 3rd!", "The event is on December 3rd.", ["Shame on you"]),
        ("איפה לעזאזל החשבונית?", "איפה החשבונית?", []),
        ("זה צחוק או שתחזירו לנו את הכסף עד יום שישי?", "תחזירו לנו את הכסף עד יום שישי?", ["זה צחוק"]),
        ("תתביישו, האירוע ב-3 בדצמבר ואין במה!", "האירוע ב-3 בדצמבר ואין במה.", ["תתביישו"]),
        ("אתם רציניים? הבטחתם ליום חמישי.", "הבטחתם ליום חמישי.", ["אתם רציניים?"]),
    ],
)  # fmt: skip
def test_a_question_or_a_day_is_never_folded_away_with_its_heat(
    heated: str, bare: str, heat: list[str]
) -> None:
    slow = read(heated)
    assert [*said(slow.facts), *said(slow.questions), *said(slow.wants)] == [bare]
    assert said(slow.left_out) == heat


@pytest.mark.parametrize(
    "heat",
    ["Are you idiots?", "Why are you so stupid?", "How many times do I have to ask?", "כמה פעמים צריך לבקש?"],
)
def test_a_question_that_wants_no_answer_is_heat(heat: str) -> None:
    assert said(read(heat).left_out) == [heat]


@pytest.mark.parametrize(
    "heat", ["You are all idiots!", "זו אשמתכם.", "אתם חבורת ליצנים!!", "Enough is enough."]
)
def test_where_only_heat_was_said_it_stands_apart(heat: str) -> None:
    slow = read(heat)
    assert said(slow.left_out) == [heat] and not (slow.facts or slow.questions or slow.wants)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("טל, פשוט נמאס לי!! ההדפסה התעכבה שבוע.", ["ההדפסה התעכבה שבוע."]),
        ("דנה היקרה, זו פשוט חוצפה.", []),
        ("Noa, this is ridiculous! The print is a week late.", ["The print is a week late."]),
        ("ביטלתם, נמאס לי! ההדפסה התעכבה.", ["ביטלתם.", "ההדפסה התעכבה."]),
    ],
)
def test_a_name_that_was_hailed_in_anger_is_nothing_that_happened(text: str, facts: list[str]) -> None:
    assert said(read(text).facts) == facts


def test_a_calm_letter_is_read_as_it_stands() -> None:
    text = "הי נועה, המפרט הגיע ונראה טוב. אפשר לקבל אותו גם באנגלית עד יום רביעי? תודה רבה!"
    slow = read(text)
    assert not slow.left_out and said(slow.wants) == ["אפשר לקבל אותו גם באנגלית עד יום רביעי?"]
    assert said(slow.facts) == ["הי נועה, המפרט הגיע ונראה טוב."]


def test_what_is_longer_than_a_letter_is_kept_too() -> None:
    text = "We met. " * (MOST_READ // 8 + 20) + "The end."
    assert read(text).facts[-1].text.endswith("The end.")


def words(text: str) -> list[str]:
    return re.findall(r"\w", plain(text).text.casefold())


def is_in(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


HEATED = st.lists(
    st.sampled_from([*FURIOUS_HE.split("\n"), *FURIOUS_EN.split("\n"), "🙄", "!!!", "\u200f", ", ", "\n", "? "]),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(st.one_of(st.integers(0, 10**6).map(letter), HEATED, st.text(max_size=400)))
def test_every_word_that_is_left_was_said_and_every_sentence_stands_somewhere(text: str) -> None:
    slow = read(text)
    for bare in (*slow.facts, *slow.questions, *slow.wants):
        assert is_in(words(bare.text), words(bare.words.text))
    kept = [
        *(one.words for one in (*slow.facts, *slow.questions, *slow.wants)),
        *slow.courtesies,
        *slow.left_out,
    ]
    places = {place for one in kept for place in range(one.start, one.end)}
    for one in kept:
        assert text[one.start : one.end] == one.text
    assert all(place in places or not letter.isalnum() for place, letter in enumerate(text))
