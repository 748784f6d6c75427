"""The sentences: every kind of matter has its own in both tongues, and nothing of one tongue slips into the other."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from itertools import product
from types import FunctionType

import pytest

from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.matters import (
    DateMatter,
    Matter,
    PromiseMatter,
    Said,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)
from kashuv.rooms.today.rules.ranking import Ranked, Reason
from kashuv.rooms.today.telling import Teller
from kashuv.rooms.today.wording import en, he
from tests.rooms.today.test_ranking import NOW, TODAY, ago

KEY = uuid.uuid4()
SAID = Said(KEY, ago(3), "mail", "in", "1?", KEY)
HEBREW = re.compile("[א-ת]")
LATIN = re.compile("[A-Za-z]")
OVERDUE = [-400, -30, -3, -1, -0.1, 0.2, 1, None]
MATTERS: list[Matter] = [
    *(
        PromiseMatter(
            KEY,
            KEY,
            side,
            "1",
            ago(9),
            None if due is None else NOW + timedelta(days=due),
            proposed,
            0.8,
            SAID,
        )
        for side, due, proposed in product(("ours", "theirs"), OVERDUE, (False, True))
    ),
    *(WaitingMatter(KEY, ago(days), asks, SAID) for days, asks in product((0, 1, 2, 12), (True, False))),
    *(SignMatter(KEY, KEY, tone, 0.9, ago(days), SAID) for tone, days in product(he.TONES, (0, 1, 2, 9))),
    *(SilenceMatter(KEY, last, NOW, KEY) for last in (None, ago(1), ago(2), ago(40))),
    *(
        DateMatter(KEY, KEY, kind, "", TODAY.date + timedelta(days=ahead))
        for kind, ahead in product(he.DATES, (0, 1, 9))
    ),
]
TIES = [
    Tie(KEY, "1", language, True, 0.9, rhythm, cadence, answer)
    for language, rhythm, cadence, answer in product(
        ("he", "en"), (1.0, 7.0, 23.0, 365.0), (None, 30), (None, 0.5, 2.0, 5.0, 60.0)
    )
]
FORMS = ["him", "her", "them", "unknown"]


def told(matter: Matter, tie: Tie, language: str, form: str) -> tuple[str, str, str]:
    """Reason, first sentence and letter."""
    person = Known(KEY, "2", form)
    teller = Teller(TODAY, language, ties={KEY: tie}, people={KEY: [person]})
    item = teller.item(1, Ranked(KEY, 50.0, (Reason("date", 50.0, "k", matter),)))
    return f"{item.label} {item.why[0].text} {item.why[0].cite}", item.next.say, item.next.draft


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: type(matter).__name__)
def test_each_tongue_keeps_to_itself(matter: Matter, form: str) -> None:
    for tie in TIES:
        foreign = {"he": LATIN, "en": HEBREW}
        for reader in ("he", "en"):
            reason, say, draft = told(matter, tie, reader, form)
            assert not foreign[reader].search(reason), reason
            assert not foreign[tie.language].search(say + draft), say
            assert len(draft) > len(say) / 2 > 5


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: type(matter).__name__)
def test_no_sentence_is_left_with_a_seam(matter: Matter) -> None:
    for tie, reader, form in product(TIES[::7], ("he", "en"), FORMS):
        for text in told(matter, tie, reader, form):
            assert not re.search(r"  |\.\.|[.,;:] ?[.,;]|\{|\}|None|״״|“”", text.replace("\n\n", "\n")), text


def test_hebrew_speaks_to_several_in_the_plural_and_to_the_unknown_without_a_gender() -> None:
    waiting = WaitingMatter(KEY, ago(12), True, SAID)
    tie = Tie(KEY, "1", "he")
    drafts = {form: told(waiting, tie, "he", form)[2] for form in FORMS}
    assert "כתבתם" in drafts["them"]
    assert "אצלכם" in drafts["them"]
    assert drafts["unknown"] == drafts["him"] == drafts["her"]
    reasons = {form: told(waiting, tie, "he", form)[0] for form in FORMS}
    assert "2 ממתינה" in reasons["her"]
    assert "2 ממתין " in reasons["him"]
    assert " ממתינים" in reasons["unknown"]


def test_both_tongues_have_the_same_words() -> None:
    def names(tongue: object) -> set[str]:
        return {
            name for name, value in vars(tongue).items() if isinstance(value, FunctionType) and name[0] != "_"
        }

    assert names(he) - names(en) == {"since", "you"}
    assert names(en) <= names(he)
    for table in ("RHYTHMS", "KINDS", "TONES", "DATES"):
        assert set(getattr(he, table)) == set(getattr(en, table))


@pytest.mark.parametrize(
    ("language", "firm", "words", "say", "greeting"),
    [
        ("he", "מרכז גל", "אשלח את ההצעה", "הבטחתי לך: ״אשלח את ההצעה״.", "שלום,"),
        ("en", "Harbour Cafe", "I will send the plan", "I promised you: “I will send the plan”.", "Hello,"),
    ],
)
def test_a_firm_without_people_is_greeted_without_a_name(
    language: str, firm: str, words: str, say: str, greeting: str
) -> None:
    matter = PromiseMatter(
        KEY, KEY, "ours", words, ago(9), NOW, False, 0.8, Said(KEY, ago(9), "mail", "out", words)
    )
    teller = Teller(TODAY, language, ties={KEY: Tie(KEY, firm, language)}, people={KEY: [Known(KEY, firm)]})
    step = teller.item(1, Ranked(KEY, 50.0, (Reason("promise_due", 50.0, "k", matter),))).next
    assert step.say.startswith(say) and step.draft.startswith(f"{greeting}\n\n")


@pytest.mark.parametrize(
    ("language", "name", "words", "say"),
    [
        ("he", "מיכל לוי", "מיכל, אשלח את ההצעה", "מיכל, הבטחתי לך: ״אשלח את ההצעה״."),
        ("en", "Michal Levy", "Michal, I will send it", "Hello Michal. I promised you: “I will send it”."),
    ],
)
def test_a_name_is_said_once(language: str, name: str, words: str, say: str) -> None:
    matter = PromiseMatter(
        KEY, KEY, "ours", words, ago(9), NOW, False, 0.8, Said(KEY, ago(9), "mail", "out", words)
    )
    teller = Teller(TODAY, language, ties={KEY: Tie(KEY, "1", language)}, people={KEY: [Known(KEY, name)]})
    item = teller.item(1, Ranked(KEY, 50.0, (Reason("promise_due", 50.0, "k", matter),)))
    assert item.next.say.startswith(say) and name.split()[0] in item.why[0].quote
