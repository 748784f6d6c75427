"""Before a letter of ours leaves: what it would do to its reader, and what it forgot."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.language import guard
from tests.language import drafts

ZONE = ZoneInfo("Asia/Jerusalem")
HEATED = {"anger", "blame", "sarcasm", "insult", "coldness"}


def _kinds(text: str, attachments: tuple[str, ...] = ()) -> set[str]:
    return {concern.kind for concern in guard.weigh(text, attachments=attachments)[0]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This is all your fault.", "blame"),
        ("זו אשמתכם.", "blame"),
        ("נמאס לי מהשאלות שלך.", "anger"),
        ("Not my problem.", "coldness"),
        ("I'll send you the report.", "promise_without_date"),
        ("אשלח לך את הדוח.", "promise_without_date"),
        ("The report is attached.", "attachment_missing"),
        ("מצורף הדוח.", "attachment_missing"),
    ],
)
def test_a_concern_is_told_with_its_reason(text: str, kind: str) -> None:
    concerns, _ = guard.weigh(text)
    (concern,) = [one for one in concerns if one.kind == kind]
    assert concern.because
    assert text[concern.words.start : concern.words.end] == concern.words.text


def test_a_day_and_a_file_put_the_guard_at_rest() -> None:
    assert _kinds("The report is attached. I'll call you on Sunday.", ("report.pdf",)) == set()


def test_a_friendly_letter_goes_out_and_a_furious_one_waits() -> None:
    assert guard.weigh("Thank you for the meeting, the plan looks good.") == ((), False)
    assert guard.weigh("I am furious. This is all your fault.")[1]


def test_at_night_less_is_enough_to_wait_for_the_morning() -> None:
    draft = "When do you send it?!"
    assert not guard.weigh(draft, at=datetime(2026, 11, 23, 11, 0, tzinfo=ZONE))[1]
    assert guard.weigh(draft, at=datetime(2026, 11, 23, 23, 30, tzinfo=ZONE))[1]


@pytest.mark.parametrize(
    "calm",
    [
        "The client is furious and wrote that our service is a disgrace.",
        "הלקוחה כתבה שהשירות שלנו פשוט מחפיר.",
        'The poster says "shut up and dance".',
        "I was angry with myself when I found it.",
        "As I wrote on Monday, the files will be ready on Thursday.",
        "כמו שכתבתי ביום שני, הקבצים יהיו מוכנים בחמישי.",
    ],
)
def test_what_others_said_or_what_one_says_of_oneself_is_no_heat(calm: str) -> None:
    assert not {kind for kind in _kinds(calm) if kind in ("anger", "blame", "insult", "sarcasm", "coldness")}


@pytest.mark.parametrize(
    ("heated", "kind"),
    [
        ("לא ידעתי שאתה מומחה לדפוס.", "sarcasm"),
        ("כמו שכתבתי לך כבר שלוש פעמים, אין תקציב.", "blame"),
        ("כל הכבוד באמת על הסבלנות.", "sarcasm"),
        ("I explained it to you three times.", "blame"),
        ("Must be nice to have so much time.", "sarcasm"),
        ("I'm not your secretary.", "coldness"),
        ("PAY THE INVOICE NOW PLEASE", "anger"),
    ],
)
def test_heat_of_those_who_serve_has_its_own_words(heated: str, kind: str) -> None:
    assert kind in _kinds(heated)


def _caught(drafts: list[str]) -> float:
    """The share in which something heated is seen."""
    return sum(bool(_kinds(draft) & HEATED) for draft in drafts) / len(drafts)


def _held(drafts: list[str]) -> float:
    return sum(guard.weigh(draft)[1] for draft in drafts) / len(drafts)


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("half", ["tuned", "aside"])
def test_heated_drafts_are_caught_and_ordinary_letters_left_alone(tongue: str, half: drafts.Half) -> None:
    hot, calm = drafts.heated(tongue, half), drafts.ordinary(tongue, half)
    assert _caught(hot) >= 0.9 and _held(hot) >= 0.85
    assert _caught(calm) <= 0.05 and _held(calm) <= 0.05


@pytest.mark.parametrize(("name", "share"), [("later", 0.9), ("fresh", 0.6)])
@pytest.mark.parametrize("tongue", ["he", "en"])
def test_drafts_for_which_no_table_was_made_are_caught_more_often_than_not(
    tongue: str, name: str, share: float
) -> None:
    assert _caught(drafts.lines(f"{name}_{tongue}")) >= share


@pytest.mark.parametrize("tongue", ["he", "en"])
def test_drafts_by_another_hand_are_judged_as_the_documents_say(tongue: str) -> None:
    judged = drafts.of_kinds(f"judged_{tongue}")
    of = {kind: [one.text for one in judged if one.kind == kind] for kind in ("none", "hard")}
    assert _caught([one.text for one in judged if one.kind not in drafts.CALM]) >= 0.82
    assert _caught(of["none"]) <= 0.05 and _held(of["none"]) <= 0.02
    assert _caught(of["hard"]) <= 0.25 and _held(of["hard"]) <= 0.2


@pytest.mark.parametrize("tongue", ["he", "en"])
def test_what_is_heard_without_known_words_marks_its_sentence(tongue: str) -> None:
    calm = {"he": "הדוח מוכן.", "en": "The report is ready."}[tongue]
    for one in drafts.of_kinds(f"written_{tongue}")[:40]:
        text = f"{one.text}\n\n{calm}"
        for concern in guard.weigh(text)[0]:
            assert text[concern.words.start : concern.words.end] == concern.words.text
            assert concern.kind not in HEATED or concern.words.end <= len(one.text)


@pytest.mark.parametrize("tongue", ["he", "en"])
def test_one_hot_sentence_in_a_long_calm_letter_is_found(tongue: str) -> None:
    hot = {"he": "נמאס לי מכם, אתם חבורה של שקרנים!", "en": "I'm sick of you people, you are liars!"}[tongue]
    letter = "\n".join([*drafts.ordinary(tongue)[:6], hot, *drafts.ordinary(tongue)[6:12]])
    assert any(hot in concern.words.text or concern.words.text in hot for concern in guard.weigh(letter)[0])


@pytest.mark.parametrize("tongue", ["he", "en"])
def test_sentences_of_every_day_are_left_alone(tongue: str) -> None:
    assert _caught(drafts.lines(f"calm_{tongue}")) <= 0.02
    assert _caught(drafts.lines(f"fresh_calm_{tongue}")) <= 0.05
