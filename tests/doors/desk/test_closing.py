"""The closing of the day: a word for today is kept, honestly moved, or released with its reason; never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kashuv.foundation.journal.event import Event
from kashuv.rooms.calm import holding, opinions
from kashuv.rooms.clients.models import Manner
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.today.marks import mark
from kashuv.rooms.today.plan import plan_for
from tests import cast

FIVE = datetime(
    2026, 11, 24, 15, 0, tzinfo=UTC
)  # five in the afternoon in Jerusalem, an hour before work ends
SIX = FIVE + timedelta(hours=1)
ELEVEN_IN_THE_MORNING = FIVE - timedelta(hours=6)


@pytest.fixture(autouse=True)
def at_five() -> Iterator[None]:
    with mock.patch("kashuv.foundation.clock.now", lambda: FIVE):
        yield


def promised(client, noa, words: str = "אשלח את המפרט היום", due: datetime = SIX) -> Promise:  # type: ignore[no-untyped-def]
    return ledger.note(client, words, side="ours", due_at=due, by=noa, at=cast.NOW)


@pytest.fixture
def word(gal, noa) -> Promise:
    return promised(gal, noa)


def fresh(word: Promise) -> Promise:
    return Promise.objects.within(word.workspace_id).get(pk=word.pk)


def lines(client) -> list[Promise]:  # type: ignore[no-untyped-def]
    return [line.promise for line in client.get(reverse("closing")).context["page"].lines]


def test_in_the_last_hours_a_line_on_today_says_how_many_stand_and_leads_to_the_closing(
    word, dalia, noa, noa_at_desk
):
    promised(dalia, noa)
    answer = noa_at_desk.get("/")
    (notice,) = answer.context["page"].notices
    assert (notice.said, notice.address) == ("2 הבטחות להיום עדיין פתוחות", reverse("closing"))
    assert notice.said in answer.content.decode()


def test_in_the_morning_there_is_no_such_line(word, noa_at_desk):
    with mock.patch("kashuv.foundation.clock.now", lambda: ELEVEN_IN_THE_MORNING):
        assert noa_at_desk.get("/").context["page"].notices == ()


def test_the_page_holds_the_words_for_today_and_no_others(word, gal, noa, noa_at_desk):
    missed = promised(gal, noa, "missed", FIVE - timedelta(hours=2))
    for due in (FIVE - timedelta(days=1), FIVE + timedelta(days=1)):
        promised(gal, noa, "another day", due)
    ledger.note(gal, "theirs", side="theirs", due_at=SIX, by=noa, at=cast.NOW)
    ledger.note(gal, "read", side="ours", due_at=SIX, by=None, at=cast.NOW, state="proposed")
    assert lines(noa_at_desk) == [missed, word]


@pytest.mark.parametrize("said", ["later", "not_needed", "done"])
def test_what_was_marked_in_the_morning_still_stands_in_the_evening(word, gal, noa, noa_at_desk, said):
    item = plan_for(noa, cast.NOW).items[0]
    mark(noa, item.key, gal, said, at=cast.NOW)
    assert lines(noa_at_desk) == [word]
    assert noa_at_desk.get("/").context["page"].notices


@pytest.mark.parametrize("said", ["later", "not_needed", "done"])
def test_after_its_hour_it_is_put_off_no_more(word, noa, noa_at_desk, said):
    page = noa_at_desk.get("/").context["page"]
    item = page.cards[0].item
    assert item.presses
    told = {"item": item.key, "client": item.client.id, "word": said}
    answer = noa_at_desk.post(reverse("marks"), told)
    assert answer.headers["Location"] == reverse("closing")
    assert plan_for(noa, FIVE).items[0].key == item.key


def test_what_is_kept_moved_or_released_stands_no_more(gal, noa, noa_at_desk):
    kept, moved, released = (promised(gal, noa, words) for words in ("a", "b", "c"))
    noa_at_desk.post(reverse("promise-keeping", args=[kept.pk]))
    noa_at_desk.post(
        reverse("promise-moves", args=[moved.pk]), {"to": "30.11.2026", "reason": "x", "told": "on"}
    )
    noa_at_desk.post(reverse("promise-releasing", args=[released.pk]), {"reason": "הם ביטלו"})
    assert lines(noa_at_desk) == []
    assert fresh(released).state == "released"
    told = Event.objects.within(noa.workspace_id).get(noun_id=released.pk, verb="promise.released")
    assert told.detail == {"reason": "הם ביטלו"}
    assert "הם ביטלו" in noa_at_desk.get(reverse("promises")).content.decode()


def test_a_word_past_its_hour_is_not_released_without_a_reason(gal, noa, noa_at_desk):
    missed = promised(gal, noa, "missed", FIVE - timedelta(hours=2))
    answer = noa_at_desk.post(reverse("promise-release", args=[missed.pk]))
    assert answer.headers["Location"] == reverse("promise-releasing", args=[missed.pk])
    assert (
        noa_at_desk.post(reverse("promise-releasing", args=[missed.pk]), {"reason": " "}).status_code == 422
    )
    assert fresh(missed).state == "open"


def test_one_tap_drafts_the_message_by_the_way_he_wished_for(word, gal, noa, noa_at_desk):
    Manner.objects.create(
        workspace_id=gal.workspace_id, client=gal, kind="channel", words="וואטסאפ", at=cast.NOW
    )
    page = noa_at_desk.get(reverse("closing")).context["page"]
    told = {"to": page.to, "way": page.lines[0].standing.way}
    answer = noa_at_desk.post(reverse("promise-reassurance", args=[word.pk]), told)

    draft = Draft.objects.within(noa.workspace_id).get()
    assert answer.headers["Location"] == reverse("draft", args=[draft.pk])
    assert (draft.kind, draft.to) == ("whatsapp", [["יואב גל", "054-123-4567"]])
    assert "עד מחר, יום רביעי, 25 בנובמבר" in draft.text
    assert fresh(word).due_at == SIX  # not before it is sent
    assert "תאריך חדש" in noa_at_desk.get(reverse("draft", args=[draft.pk])).content.decode()


def test_the_link_to_the_promise_outlives_what_is_typed(word, noa, noa_at_desk):
    noa_at_desk.post(reverse("promise-reassurance", args=[word.pk]), {"to": "25.11.2026", "way": "mail"})
    draft = Draft.objects.within(noa.workspace_id).get()
    for text in ("יואב, לא שכחתי אותך.", "יואב, לא שכחתי אותך. אשלח עד 26.11."):
        draft = Draft.objects.within(noa.workspace_id).get()
        said = {"version": draft.version, "to": "yoav@gal.example", "text": text}
        noa_at_desk.post(reverse("draft-saving", args=[draft.pk]), said)
    (vow,) = Draft.objects.within(noa.workspace_id).get().vows
    assert vow["renews"]["promise"] == str(word.pk)
    assert vow["due"].startswith("2026-11-26")


def test_who_likes_to_be_called_is_called_and_what_was_said_moves_the_word(word, noa_at_desk):
    where = reverse("promise-reassurance", args=[word.pk])
    body = noa_at_desk.get(where).content.decode()
    assert 'href="tel:+972541234567"' in body
    assert "זה מסתדר מבחינתך?" in body

    answer = noa_at_desk.post(where, {"to": "25.11.2026", "way": "call", "reason": "עומס"}, follow=True)
    (moved,) = Move.objects.within(word.workspace_id)
    assert (moved.told, moved.reason, moved.due_before) == (True, "עומס", SIX)
    assert answer.context["page"].lines == ()


def test_another_date_is_shown_before_it_is_said(word, noa_at_desk):
    answer = noa_at_desk.post(reverse("promise-reassurance", args=[word.pk]), {"to": "30.11.2026", "way": ""})
    assert "עד יום שני, 30 בנובמבר" in answer.content.decode()
    assert not Move.objects.within(word.workspace_id).exists()


def test_a_date_that_is_none_is_said_to_be_none(word, noa_at_desk):
    answer = noa_at_desk.post(
        reverse("promise-reassurance", args=[word.pk]), {"to": "someday", "way": "mail"}
    )
    assert answer.status_code == 422
    assert not Draft.objects.within(word.workspace_id).exists()


def test_thirty_words_cost_as_many_statements_as_one(word, noa, noa_at_desk):
    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            assert noa_at_desk.get(reverse("closing")).status_code == 200
        return len(questions)

    asked()
    one = asked()
    for n in range(30):
        client = cast.client(noa.workspace, f"Client {n}", noa)
        cast.person(client, f"Person {n}", f"p{n}@x.example")
        promised(client, noa)
    assert asked() == one


def test_a_draft_that_waited_leads_to_its_cool_reading_and_an_opinion_to_where_it_is_said(
    gal, dalia, noa, amit, noa_at_desk
):
    held = drafts.begin(gal, None, by=noa, at=cast.NOW, subject="המפרט", text="די!")
    holding.hold(held, until=FIVE, by=noa, at=cast.NOW)
    asked = opinions.ask(
        drafts.begin(dalia, None, by=amit, at=cast.NOW, text="?"), noa, question="", by=amit, at=cast.NOW
    )
    cards = noa_at_desk.get("/").context["page"].cards
    assert [card.steps[0].link for card in cards] == [
        reverse("draft-morning", args=[held.pk]),
        reverse("opinion", args=[asked.pk]),
    ]
