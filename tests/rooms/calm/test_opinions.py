"""A second opinion: asked with one key, of a teammate or by a link; said of the words as they stood."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kashuv.rooms.calm import opinions
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.conversations import drafts

pytestmark = pytest.mark.django_db
TEXT = "יואב, זה לא מקובל עליי."


@pytest.fixture
def draft(gal, noa, now):
    return drafts.begin(gal, None, by=noa, at=now, text=TEXT)


def test_asked_twice_about_the_same_words_is_asked_once(draft, noa, amit, now):
    first = opinions.ask(draft, amit, question="חריף מדי?", by=noa, at=now)
    assert opinions.ask(draft, amit, question="?", by=noa, at=now) == first
    drafts.save(draft, version=1, by=noa, at=now, text="אחרת")
    assert opinions.ask(draft, amit, question="ועכשיו?", by=noa, at=now) != first


def test_he_marks_words_and_answers(draft, noa, amit, now):
    asked = opinions.ask(draft, amit, question="", by=noa, at=now)
    marks = [
        {"start": 6, "end": 15, "said": "אפשר רך יותר"},
        {"start": 5, "end": 900},
        {"start": 3, "end": 3},
    ]
    assert opinions.answer(asked, "soften", words="לישון על זה", marks=marks, by=amit, at=now)
    (told,) = opinions.of_draft(draft)
    assert (told.answer, told.words) == ("soften", "לישון על זה")
    assert told.marks == [{"start": 6, "end": 15, "words": TEXT[6:15], "said": "אפשר רך יותר"}]
    assert not opinions.answer(asked, "go", words="", marks=[], by=amit, at=now)


def test_a_link_opens_one_question_until_it_ends(draft, noa, now):
    asked, token = opinions.ask_outside(draft, "רונית", question="", by=noa, at=now)
    assert opinions.by_token(token, at=now) == asked
    assert opinions.by_token(token, at=now + opinions.OPEN_FOR + timedelta(seconds=1)) is None
    assert opinions.by_token(f"{token}x", at=now) is None and opinions.by_token("nonsense", at=now) is None
    assert token.partition("-")[2] not in str(Opinion.objects.within(draft.workspace_id).values().get())


def test_a_question_taken_back_is_closed(draft, noa, now):
    asked, token = opinions.ask_outside(draft, "רונית", question="", by=noa, at=now)
    assert opinions.withdraw(asked, by=noa, at=now) and not opinions.withdraw(asked, by=noa, at=now)
    assert opinions.by_token(token, at=now) is None and opinions.of_draft(draft) == []


def test_who_has_not_answered_for_hours_is_reminded_once(draft, noa, amit, now):
    asked = opinions.ask(draft, amit, question="", by=noa, at=now)
    opinions.ask_outside(draft, "רונית", question="", by=noa, at=now)
    here = draft.workspace_id
    assert opinions.remind_of_due(here, at=now + opinions.REMINDED_AFTER - timedelta(minutes=1)) == 0
    later = now + opinions.REMINDED_AFTER
    assert opinions.remind_of_due(here, at=later) == 1
    assert opinions.remind_of_due(here, at=later + timedelta(days=1)) == 0
    assert Opinion.objects.within(here).get(pk=asked.pk).reminded_at == later


def test_nobody_is_reminded_of_what_was_dropped_or_answered(draft, noa, amit, now):
    asked = opinions.ask(draft, amit, question="", by=noa, at=now)
    opinions.answer(asked, "go", words="", marks=[], by=amit, at=now)
    drafts.save(draft, version=1, by=noa, at=now, text="אחרת")
    opinions.ask(draft, amit, question="", by=noa, at=now)
    drafts.drop(draft, by=noa, at=now)
    assert opinions.remind_of_due(draft.workspace_id, at=now + timedelta(days=1)) == 0
