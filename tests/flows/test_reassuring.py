"""A word that can't be kept today: the message that says so, its draft, and what its sending makes of the promise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kashuv.flows import reassuring
from kashuv.flows.incoming import take_in
from kashuv.flows.outgoing import release, settle, tell, untell
from kashuv.rooms.calm import guard
from kashuv.rooms.clients.models import Manner, Person
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.promises import ledger, vows
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.promises.vows import Vow
from kashuv.rooms.today.closing import turned_to
from tests.cast import NOW
from tests.flows.outgoing import mailbox
from tests.flows.writing import YOAV, arrived, letter

EVENING = NOW + timedelta(hours=8)  # half past four in the afternoon
TOMORROW = NOW + timedelta(days=1, hours=9, minutes=30)  # six o'clock


@pytest.fixture
def word(gal, noa) -> Promise:
    """A word of ours for today."""
    return ledger.note(
        gal, "אשלח את המפרט היום", side="ours", due_at=TOMORROW - timedelta(days=1), by=noa, at=NOW
    )


def standing(word: Promise, noa):  # type: ignore[no-untyped-def]
    whole = Promise.objects.within(word.workspace_id).select_related("client", "person", "entry")
    (one,) = turned_to(noa, [whole.get(pk=word.pk)], EVENING)
    return one


def written(word: Promise, noa, way: str = "mail") -> Draft:  # type: ignore[no-untyped-def]
    told = {"to": TOMORROW, "way": way, "reason": "המדפסת חולה", "by": noa, "at": EVENING}
    return reassuring.write(standing(word, noa), **told)


def sent(draft: Draft, noa) -> Dispatch:  # type: ignore[no-untyped-def]
    """As if the server had taken it."""
    dispatch = release(draft, by=noa, at=EVENING)
    ended = {"state": "sent", "ended_at": EVENING + timedelta(seconds=11)}
    Dispatch.objects.within(noa.workspace_id).filter(pk=dispatch.pk).update(**ended)
    settle(dispatch, EVENING + timedelta(seconds=11))
    return dispatch


def fresh(word: Promise) -> Promise:
    return Promise.objects.within(word.workspace_id).get(pk=word.pk)


@pytest.mark.parametrize(
    ("form", "said"), [("him", "אצלך"), ("her", "אצלך"), ("unknown", "אצלך"), ("them", "אצלכם")]
)
def test_the_message_speaks_in_the_clients_form(word, noa, gal, form, said):
    Person.objects.of(gal).update(form=form)
    message = reassuring.worded(standing(word, noa), to=TOMORROW, way="mail", by=noa, at=EVENING)
    assert f"זה יהיה {said} עד מחר, יום רביעי, 25 בנובמבר." in message.text
    assert message.text.startswith("שלום יואב,") and message.text.endswith("Noa")
    assert "סליחה" not in message.text  # it is not late yet


def test_a_client_of_another_tongue_is_told_in_it(noa, orit):
    word = ledger.note(
        orit, "I will send the full spec today", side="ours", due_at=NOW - timedelta(days=1), by=noa, at=NOW
    )
    message = reassuring.worded(standing(word, noa), to=TOMORROW, way="mail", by=noa, at=EVENING)
    assert (
        "I have not forgotten you. I promised you for yesterday: “I will send the full spec today”."
        in message.text
    )
    assert "You will have it by tomorrow, Wednesday, 25 November. I am sorry for the wait." in message.text


@pytest.mark.parametrize(
    ("stated", "way"), [("", "call"), ("וואטסאפ", "whatsapp"), ("במייל", "mail"), ("SMS", "sms")]
)
def test_the_way_is_the_one_that_he_wished_for(word, noa, gal, stated, way):
    if stated:
        Manner.objects.create(workspace_id=gal.workspace_id, client=gal, kind="channel", words=stated, at=NOW)
    assert standing(word, noa).way == way


def test_nothing_is_moved_until_it_is_sent_and_a_second_press_begins_no_second_draft(word, noa):
    draft = written(word, noa)
    assert written(word, noa).pk == draft.pk
    assert fresh(word).due_at == word.due_at
    assert not Move.objects.within(word.workspace_id).exists()


def test_sending_moves_the_word_with_its_history_and_makes_no_second_one(word, noa):
    mailbox(noa, 1)
    draft = written(word, noa)
    (vow,) = map(Vow.of, draft.vows)
    assert (vow.due, vow.renews.promise) == (TOMORROW, word.pk)

    sent(draft, noa)

    (moved,) = Move.objects.within(word.workspace_id)
    assert (moved.due_before, moved.due_after, moved.reason, moved.told) == (
        word.due_at, TOMORROW, "המדפסת חולה", True,
    )  # fmt: skip
    assert fresh(word).due_at == TOMORROW and fresh(word).first_due_at == word.due_at
    ours = Promise.objects.within(word.workspace_id)
    assert list(ours.open()) == [fresh(word)] and not ours.proposed().exists()


def test_an_english_letter_does_not_give_the_old_word_again(noa, orit):
    mailbox(noa, 1)
    words = "I will send you the full spec today"
    word = ledger.note(orit, words, side="ours", due_at=TOMORROW - timedelta(days=1), by=noa, at=NOW)
    sent(written(word, noa), noa)
    ours = Promise.objects.within(word.workspace_id)
    assert list(ours.open()) == [fresh(word)] and not ours.proposed().exists()
    assert fresh(word).due_at == TOMORROW


def test_another_date_in_the_text_is_the_one_that_counts(word, noa, firm):
    draft = written(word, noa)
    before = [Vow.of(kept) for kept in draft.vows]
    emptied = vows.read("שלום יואב,\nלא שכחתי אותך.", workspace=firm, at=EVENING, before=before)
    assert [(one.due, one.renews.promise) for one in emptied] == [(None, word.pk)]

    text = "שלום יואב,\nלא שכחתי אותך. אשלח את זה עד יום חמישי."
    (again,) = vows.read(text, workspace=firm, at=EVENING, before=emptied)
    assert (again.due, again.renews.promise) == (TOMORROW + timedelta(days=1), word.pk)


def test_a_letter_that_names_no_day_any_more_moves_nothing(word, noa, firm):
    mailbox(noa, 1)
    draft = written(word, noa)
    text = "שלום יואב, לא שכחתי אותך."
    kept = vows.read(text, workspace=firm, at=EVENING, before=[Vow.of(one) for one in draft.vows])
    drafts.save(
        draft, version=draft.version, by=noa, at=EVENING, text=text, vows=[one.plain() for one in kept]
    )
    sent(draft, noa)
    assert fresh(word).due_at == word.due_at


def test_it_goes_on_in_the_thread_of_the_letter_in_which_the_word_was_given(noa, gal, firm):
    asked = letter(YOAV, "noa@rosen-levy.example", "המפרט", "מתי המפרט?", at=NOW, mark="asked@gal")
    take_in(firm, [arrived(asked)], shipment=None, by=noa, at=NOW)
    ours = "שלום יואב, אשלח את המפרט היום."
    raw = letter(
        "Noa <noa@rosen-levy.example>", YOAV, "Re: המפרט", ours, at=NOW, mark="a@b", answers=["asked@gal"]
    )
    mailbox(noa, 1)
    take_in(firm, [arrived(raw)], shipment=None, by=noa, at=NOW)
    (word,) = Promise.objects.within(firm.id).ours()
    draft = written(word, noa)
    assert draft.answers_id == word.entry_id and "המפרט" in draft.subject


def test_thanks_from_the_client_in_answer_to_it_changes_no_promise(word, noa, firm):
    mailbox(noa, 1)
    dispatch = sent(written(word, noa), noa)
    thanks = letter(YOAV, "noa@rosen-levy.example", "Re: לא שכחתי", "תודה רבה!", at=EVENING, mark="t@gal",
                    answers=[dispatch.message_id.strip("<>")])  # fmt: skip
    before = list(Promise.objects.within(firm.id).values())
    take_in(firm, [arrived(thanks)], shipment=None, by=None, at=EVENING + timedelta(minutes=5))
    assert list(Promise.objects.within(firm.id).values()) == before


def test_told_from_her_own_phone_it_moves_the_word_and_untold_it_moves_it_back(word, noa):
    draft = written(word, noa, way="whatsapp")
    assert tell(draft, by=noa, at=EVENING) is not None
    assert fresh(word).due_at == TOMORROW

    assert untell(draft, by=noa, at=EVENING)
    assert fresh(word).due_at == word.due_at
    assert not Move.objects.within(word.workspace_id).exists()
    assert list(Promise.objects.within(word.workspace_id)) == [fresh(word)]


@pytest.mark.parametrize("way", ["mail", "sms", "whatsapp"])
def test_the_guard_has_nothing_against_the_ready_message(word, noa, gal, firm, way):
    seen = guard.look(written(word, noa, way), workspace=firm, at=EVENING)
    assert [one.kind for one in seen.concerns] == []


def test_nor_against_the_english_one(noa, orit, firm):
    words = "I will send you the full spec today"
    word = ledger.note(orit, words, side="ours", due_at=TOMORROW - timedelta(days=1), by=noa, at=NOW)
    assert guard.look(written(word, noa), workspace=firm, at=EVENING).concerns == ()
