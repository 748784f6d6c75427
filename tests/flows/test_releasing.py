"""What stands between a press on Send and the outbox: one's own mailbox, the words that were seen, the days as they will be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from kashuv.flows import outgoing
from kashuv.flows.outgoing import Unsendable, releasing, vowing
from kashuv.foundation import clock
from kashuv.rooms.conversations import drafts, enclosures
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post import fate, outbox
from kashuv.rooms.post.models import Dispatch, Gateway
from kashuv.rooms.promises import vows
from kashuv.rooms.promises.models import Promise
from tests.cast import NOW
from tests.flows.outgoing import draft, mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(noa):
    return mailbox(noa, 25)


def drafted(one: Draft) -> Draft:
    return Draft.objects.within(one.workspace_id).get(pk=one.pk)


def test_nobody_sends_in_the_name_of_a_colleague(noa, amit, gal, box):
    letter = draft(noa, box, gal)
    with pytest.raises(Unsendable) as refusal:
        outgoing.release(letter, by=amit, at=NOW)
    assert (refusal.value.why, refusal.value.what) == ("not_yours", "Noa")
    assert drafted(letter).state == "writing"


def test_what_was_changed_since_it_was_looked_at_does_not_leave(noa, amit, gal, box):
    letter = draft(noa, box, gal)
    drafts.save(drafted(letter), version=1, by=amit, at=NOW, text="other words")
    with pytest.raises(Unsendable) as refusal:
        outgoing.release(letter, by=noa, at=NOW)
    assert refusal.value.why == "changed" and drafted(letter).state == "writing"
    assert outgoing.release(drafted(letter), by=noa, at=NOW).state == "waiting"


def test_what_was_called_back_and_dropped_is_not_said_to_leave(noa, gal, box):
    letter = draft(noa, box, gal)
    outgoing.release(letter, by=noa, at=NOW)
    outgoing.recall(letter, by=noa, at=NOW)
    drafts.drop(letter, by=noa, at=NOW)
    with pytest.raises(Unsendable) as refusal:
        outgoing.release(letter, by=noa, at=NOW)
    assert refusal.value.why == "dropped"


def test_today_in_a_letter_that_waited_is_the_day_on_which_it_leaves(noa, gal, box):
    text = "יואב שלום, אשלח לך את ההצעה היום."
    read = [one.plain() for one in vows.read(text, workspace=noa.workspace, at=NOW)]
    letter = draft(noa, box, gal, text=text, vows=read)
    leaving = NOW + timedelta(days=1)
    outgoing.release(letter, by=noa, at=NOW, leave_at=leaving)
    (vow,) = map(vows.Vow.of, drafted(letter).vows)
    zone = noa.workspace.zone
    assert clock.local(vow.due, zone).date() == clock.local(leaving, zone).date()


def test_a_message_to_two_phones_does_not_leave_to_one_of_them_in_silence(noa, gal):
    gateway = Gateway.objects.create(
        workspace_id=noa.workspace_id, channel="sms", number="0501111111", made_at=NOW
    )
    two = [["", "0541234567"], ["", "0529999999"]]
    letter = draft(noa, None, gal, kind="sms", gateway=gateway, to=two)
    with pytest.raises(Unsendable) as refusal:
        outgoing.release(letter, by=noa, at=NOW)
    assert (refusal.value.why, refusal.value.what) == ("several", "0529999999")


def failed(dispatch: Dispatch, state: str = "failed") -> Dispatch:
    here = Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk)
    here.update(state=state, ended_at=NOW, troubled_at=NOW)
    return here.get()


def test_what_is_sent_again_is_not_given_back_to_be_written_on(noa, gal, box, monkeypatch):
    """Two windows: in one she sends it again, in the other, which still knows only the first try, she takes it back."""
    letter = draft(noa, box, gal)
    first = failed(outgoing.release(letter, by=noa, at=NOW))
    outgoing.send_again(first, by=noa, at=NOW)
    monkeypatch.setattr("kashuv.flows.outgoing.recalling._latest", lambda draft: first)
    assert not outgoing.recall(letter, by=noa, at=NOW)
    assert drafted(letter).state == "leaving"


def test_what_waits_for_the_few_who_were_refused_is_called_back_and_it_is_said(noa, gal, box):
    letter = draft(noa, box, gal)
    first = outgoing.release(letter, by=noa, at=NOW)
    here = Dispatch.objects.within(noa.workspace_id).filter(pk=first.pk)
    here.update(state="sent", ended_at=NOW, troubled_at=NOW, refused=[["yoav@gal.example", "450"]])
    Draft.objects.within(noa.workspace_id).filter(pk=letter.pk).update(state="sent", ended_at=NOW)
    again = outbox.again(here.get(), by=noa, at=NOW)
    assert outgoing.call_back(again, by=noa, at=NOW)
    assert drafted(letter).state == "sent"


def test_what_was_put_aside_as_unknown_and_turns_up_has_been_said_and_its_word_stands(noa, gal, box):
    text = "יואב שלום, אשלח לך את ההצעה היום."
    read = [one.plain() for one in vows.read(text, workspace=noa.workspace, at=NOW)]
    letter = draft(noa, box, gal, text=text, vows=read)
    unknown = failed(outgoing.release(letter, by=noa, at=NOW), "unknown")
    outgoing.let_go(unknown, by=noa, at=NOW)
    assert drafted(letter).state == "dropped"
    assert fate.settle_as_sent(unknown, [], at=NOW)
    outgoing.settle(unknown, NOW)
    assert drafted(letter).state == "sent"
    assert Promise.objects.within(noa.workspace_id).ours().open().count() == 1


def test_a_file_that_came_while_the_bytes_were_made_stops_the_sending(noa, gal, box, monkeypatch):
    letter, vows_of = draft(noa, box, gal), vowing.as_it_leaves

    def slowly(*told):
        enclosures.enclose(letter, "plan.pdf", "application/pdf", b"%PDF", by=noa, at=NOW)
        return vows_of(*told)

    monkeypatch.setattr(vowing, "as_it_leaves", slowly)
    with pytest.raises(Unsendable) as refusal:
        outgoing.release(letter, by=noa, at=NOW)
    assert refusal.value.why == "changed" and drafted(letter).state == "writing"


def test_the_bytes_are_made_while_nobody_has_to_wait_for_the_database(noa, gal, box, monkeypatch):
    depth, made_of = len(connection.savepoint_ids), releasing.made_of

    def made(*told, **more):
        assert len(connection.savepoint_ids) == depth
        return made_of(*told, **more)

    monkeypatch.setattr(releasing, "made_of", made)
    assert outgoing.release(draft(noa, box, gal), by=noa, at=NOW).state == "waiting"
