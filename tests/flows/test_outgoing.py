"""What goes out: released from a draft, recalled in the window, sent once, told on the timeline with what was vowed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection

from kashuv.flows import outgoing
from kashuv.flows.incoming import take_in
from kashuv.flows.outgoing import Unsendable, jobs
from kashuv.foundation.queue.job import Job
from kashuv.language.mime import open_letter
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import outbox, parcels
from kashuv.rooms.post.models import Dispatch, Letter, Mailbox
from kashuv.rooms.promises.models import Promise
from tests.cast import NOW
from tests.flows.outgoing import as_it_stands, draft, mailbox, work
from tests.flows.writing import arrived
from tests.flows.writing import letter as letter_to_us
from tests.smtp import Post, listening


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post()) as server:
        yield server


@pytest.fixture
def box(noa, post):  # type: ignore[no-untyped-def]
    return mailbox(noa, post.port)


def drafted(one: Draft) -> Draft:
    return Draft.objects.within(one.workspace_id).get(pk=one.pk)


def test_a_released_draft_leaves_after_the_undo_window_and_stands_on_the_timeline(noa, gal, box, post):
    letter = draft(noa, box, gal)
    dispatch = outgoing.release(letter, by=noa, at=NOW)
    assert (letter.state, dispatch.state, dispatch.leave_at) == (
        "leaving",
        "waiting",
        NOW + timedelta(seconds=10),
    )
    work(NOW + timedelta(seconds=9))
    assert post.taken == []
    work(NOW + timedelta(seconds=10))
    [taken] = post.taken
    assert (taken.message_id, taken.sender) == (dispatch.message_id, "noa@rosen-levy.example")
    assert taken.recipients == ("yoav@gal.example",)
    entry = Entry.objects.within(noa.workspace_id).get()
    assert (entry.client_id, entry.direction, entry.member_id) == (gal.id, "out", noa.id)
    assert (as_it_stands(dispatch).state, drafted(letter).state) == ("sent", "sent")
    assert as_it_stands(dispatch).letter_id == entry.letter_id


def test_a_second_press_is_the_first_dispatch(noa, gal, box, post):
    letter = draft(noa, box, gal)
    first, second = (outgoing.release(letter, by=noa, at=NOW) for _ in range(2))
    work()
    assert first.pk == second.pk
    assert len(post.taken) == 1


def test_what_is_recalled_in_the_window_never_leaves_and_can_be_written_on(noa, gal, box, post):
    letter = draft(noa, box, gal)
    dispatch = outgoing.release(letter, by=noa, at=NOW)
    assert outgoing.recall(letter, by=noa, at=NOW + timedelta(seconds=5))
    work()
    assert (post.taken, as_it_stands(dispatch).state, drafted(letter).state) == ([], "withdrawn", "writing")
    again = outgoing.release(letter, by=noa, at=NOW + timedelta(minutes=1))
    work(NOW + timedelta(minutes=2))
    assert post.marks() == [again.message_id]


def test_what_has_left_is_not_recalled(noa, gal, box, post):
    letter = draft(noa, box, gal)
    outgoing.release(letter, by=noa, at=NOW)
    work()
    assert not outgoing.recall(letter, by=noa, at=NOW + timedelta(seconds=12))
    assert drafted(letter).state == "sent"


def test_a_letter_for_later_waits_and_bears_the_date_of_its_leaving(noa, gal, box, post):
    tomorrow = NOW + timedelta(days=1)
    outgoing.release(draft(noa, box, gal), by=noa, at=NOW, leave_at=tomorrow)
    work(NOW + timedelta(hours=20))
    assert post.taken == []
    work(tomorrow)
    assert open_letter(post.taken[0].raw).date == tomorrow


def test_blind_copies_get_the_letter_and_stand_nowhere_in_it(noa, gal, box, post):
    outgoing.release(draft(noa, box, gal, bcc=[["", "boss@away.example"]]), by=noa, at=NOW)
    work()
    [taken] = post.taken
    assert "boss@away.example" in taken.recipients
    assert b"boss" not in taken.raw


def test_vows_that_were_taken_stand_in_the_ledger_once(noa, gal, box, post):
    due = NOW + timedelta(hours=9)
    vow = {"words": "אחזור אליך היום עם הצעה", "quote": "אחזור אליך היום עם הצעה", "due": due.isoformat()}
    text = "שלום יואב, אחזור אליך היום עם הצעה. אשלח לך גם את המפרט מחר."
    outgoing.release(draft(noa, box, gal, text=text, vows=[vow | {"taken": True}]), by=noa, at=NOW)
    work()
    standing = Promise.objects.within(noa.workspace_id).filter(state="open")
    [promise] = standing
    assert (promise.member_id, promise.due_at, promise.side) == (noa.id, due, "ours")
    assert Promise.objects.within(noa.workspace_id).filter(words__contains="אחזור").count() == 1


def test_settling_twice_tells_it_once(noa, gal, box, post):
    dispatch = outgoing.release(draft(noa, box, gal), by=noa, at=NOW)
    work()
    assert outgoing.settle(dispatch, NOW) is None
    assert Entry.objects.within(noa.workspace_id).count() == 1
    assert Letter.objects.within(noa.workspace_id).count() == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"to": []}, "nobody"),
        ({"to": [["", "not an address"]]}, "address"),
        ({"mailbox": None}, "no_way"),
        ({"text": " ", "subject": ""}, "empty"),
    ],
)
def test_what_cannot_be_sent_says_why_and_stays_a_draft(noa, gal, box, post, change, why):
    letter = draft(noa, change.pop("mailbox", box), gal, **change)
    with pytest.raises(Unsendable) as told:
        outgoing.release(letter, by=noa, at=NOW)
    assert told.value.why == why
    assert drafted(letter).state == "writing"
    assert not Dispatch.objects.within(noa.workspace_id).exists()


def test_a_failure_can_be_sent_again_by_a_person_once(noa, gal, box, post):
    post.answer_to_dot = b"554 5.7.1 Looks like spam"
    dispatch = outgoing.release(draft(noa, box, gal), by=noa, at=NOW)
    work()
    failed = as_it_stands(dispatch)
    assert (failed.state, failed.evidence[-1]["said"]) == ("failed", "554 5.7.1 Looks like spam")
    post.answer_to_dot = b"250 OK"
    one = outgoing.send_again(failed, by=noa, at=NOW + timedelta(minutes=1))
    two = outgoing.send_again(failed, by=noa, at=NOW + timedelta(minutes=1))
    work(NOW + timedelta(minutes=2))
    assert (one.pk, one.message_id, one.number) == (two.pk, dispatch.message_id, 2)
    assert post.marks() == [dispatch.message_id]
    assert Entry.objects.within(noa.workspace_id).count() == 1


def test_whoever_is_refused_does_not_keep_it_from_the_others_and_can_be_sent_to_later(noa, gal, box, post):
    post.refuses["old@gal.example"] = b"550 5.1.1 No such user"
    letter = draft(noa, box, gal, cc=[["", "old@gal.example"]])
    dispatch = outgoing.release(letter, by=noa, at=NOW)
    work()
    sent = as_it_stands(dispatch)
    assert (sent.state, sent.refused) == ("sent", [["old@gal.example", "550 5.1.1 No such user"]])
    assert list(Dispatch.objects.within(noa.workspace_id).troubled()) == [sent]
    post.refuses.clear()
    outgoing.send_again(sent, by=noa, at=NOW + timedelta(minutes=1))
    work(NOW + timedelta(minutes=2))
    assert [taken.recipients for taken in post.taken] == [("yoav@gal.example",), ("old@gal.example",)]
    assert Entry.objects.within(noa.workspace_id).count() == 1


def test_withdrawal_is_only_of_what_waits(noa, gal, box, post):
    dispatch = outgoing.release(draft(noa, box, gal), by=noa, at=NOW)
    assert outbox.withdraw(dispatch, by=noa, at=NOW)
    assert not outbox.withdraw(dispatch, by=noa, at=NOW)


def test_a_letter_to_a_client_at_a_new_address_stands_on_his_timeline(noa, gal, box, post):
    text = "שלום, אשלח לך את המפרט מחר."
    outgoing.release(draft(noa, box, gal, to=[["רונית", "ronit@new.example"]], text=text), by=noa, at=NOW)
    work()
    entry = Entry.objects.within(noa.workspace_id).select_related("person").get()
    assert (entry.client_id, entry.person.name, entry.person.client_id) == (gal.id, "רונית", None)
    assert Promise.objects.within(noa.workspace_id).filter(client=gal, state="proposed").exists()


def test_a_letter_to_blind_copies_alone_is_told_too(noa, gal, box, post):
    outgoing.release(draft(noa, box, gal, to=[], bcc=[["", "a@new.example"]]), by=noa, at=NOW)
    work()
    assert Entry.objects.within(noa.workspace_id).get().client_id == gal.id


def test_from_a_mailbox_of_the_team_the_one_who_pressed_the_key_wrote_it(noa, dana, gal, post):
    office = mailbox(noa, post.port, address="noa@rosen-levy.example")
    Mailbox.objects.within(noa.workspace_id).update(member=None)
    outgoing.release(draft(dana, office, gal, text="אשלח לך את המפרט מחר."), by=dana, at=NOW)
    work()
    assert Entry.objects.within(noa.workspace_id).get().member_id == dana.id
    assert Promise.objects.within(noa.workspace_id).get().member_id == dana.id


def test_what_has_gone_and_was_never_told_is_told_in_the_end(noa, gal, box, post):
    dispatch = outgoing.release(draft(noa, box, gal), by=noa, at=NOW)
    with mock.patch("kashuv.flows.outgoing.jobs.settle", side_effect=ValueError("it stumbles")):
        work()
    Job.objects.within(noa.workspace_id).filter(task="settle_dispatch").update(failed_at=NOW)
    assert not Entry.objects.within(noa.workspace_id).exists()
    tomorrow = NOW + timedelta(days=1)
    jobs.mend_outbox(noa.workspace, {}, tomorrow)
    work(tomorrow)
    assert as_it_stands(dispatch).letter_id == Entry.objects.within(noa.workspace_id).get().letter_id


@pytest.mark.django_db(transaction=True)
def test_what_goes_out_and_what_comes_in_is_packed_while_nobody_waits(noa, gal, box, post, monkeypatch):
    """Packing a heavy letter takes a second, and SQLite has one writer."""
    within = []
    packing = parcels.zlib.compress
    monkeypatch.setattr(
        parcels.zlib, "compress", lambda *told: (within.append(connection.in_atomic_block), packing(*told))[1]
    )
    outgoing.release(draft(noa, box, gal), by=noa, at=NOW)
    work()
    raw = letter_to_us(
        "yoav@gal.example", "noa@rosen-levy.example", "שלום", "מה שלומכם?", mark="in@gal.example"
    )
    take_in(noa.workspace, [arrived(raw)], shipment=None, by=noa, at=NOW)
    assert Letter.objects.within(noa.workspace_id).count() == 2
    assert within and not any(within)
