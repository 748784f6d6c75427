"""The capture address: a copy of what we sent counts as sent, and what we pass on counts as what he wrote."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from kashuv.flows.collecting import visit
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post.models import Letter
from kashuv.transfer.arriving.letters import reading_room
from tests.cast import NOW
from tests.flows.collecting.conftest import opened
from tests.flows.writing import NOA, YOAV, letter
from tests.language.test_forwarded import GMAIL

CAPTURE = "in@kashuv-rosen.example"

pytestmark = [pytest.mark.dovecot, pytest.mark.django_db]


@pytest.fixture
def captured(noa, gal, server):
    """Puts letters into a mailbox with a capture address; gives what stands on the timeline afterwards."""
    mailbox = opened(noa, server, capture=CAPTURE)

    def arrive(*raws: bytes, path: str = "INBOX") -> list[Entry]:
        with server.enter(mailbox.address) as imap:
            for raw in raws:
                imap.append(path, raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        visit.pay(mailbox, reading_room, NOW)
        return list(
            Entry.objects.within(mailbox.workspace_id).select_related("person", "letter").order_by("at")
        )

    return arrive


def test_a_copy_of_our_own_letter_is_our_letter_to_him(captured, gal):
    sent = letter(NOA, YOAV, "The plan", "I will send it by Thursday.", mark="ours@x", Bcc=CAPTURE)
    [entry] = captured(sent)
    assert entry.direction == "out" and entry.client_id == gal.id and entry.person.name == "יואב גל"


def test_a_forward_is_the_letter_inside_and_keeps_who_passed_it_on(captured, gal):
    raw = letter(NOA, CAPTURE, "Fwd: The plan", GMAIL, mark="forward@x", at=NOW)
    [entry] = captured(raw)
    assert (entry.direction, entry.client_id, entry.subject) == ("in", gal.id, "The plan")
    assert entry.text == "When does it come?"
    assert entry.at == datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
    assert entry.letter.envelope["forwarded"] == ["Noa", "noa@rosen-levy.example"]
    assert captured(raw, path="Sent") == [entry]
    assert Letter.objects.within(entry.workspace_id).count() == 1


def test_a_letter_passed_on_as_a_file_is_the_letter_inside(captured, gal):
    inner = letter(YOAV, NOA, "The plan", "When does it come?", mark="inner@x")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"], outer["Message-ID"] = NOA, CAPTURE, "Fwd: The plan", "<o@x>"
    outer["Date"] = "Tue, 24 Nov 2026 06:00:00 +0000"
    outer.set_content("See inside.")
    outer.add_attachment(message_from_bytes(inner, policy=policy.default))
    [entry] = captured(outer.as_bytes())
    assert entry.direction == "in" and entry.client_id == gal.id and entry.text == "When does it come?"


DIRECT = letter(
    YOAV,
    NOA,
    "The plan",
    "When does it come?",
    mark="direct@x",
    at=datetime(2026, 11, 23, 8, 15, 30, tzinfo=UTC),
)
FORWARD = letter(NOA, CAPTURE, "Fwd: The plan", GMAIL, mark="forward@x", at=NOW)


@pytest.mark.parametrize(
    "order", [(DIRECT, FORWARD), (FORWARD, DIRECT)], ids=["forward last", "forward first"]
)
@pytest.mark.parametrize("together", [True, False])
def test_a_forward_of_what_also_came_by_itself_stands_there_once(captured, gal, order, together):
    entries = captured(*order) if together else [captured(raw) for raw in order][-1]
    [entry] = entries
    assert (entry.text, entry.letter.message_id, entry.client_id) == (
        "When does it come?",
        "direct@x",
        gal.id,
    )
    assert entry.letter.envelope["forwarded"] == ["Noa", "noa@rosen-levy.example"]
    tied = Letter.objects.within(entry.workspace_id).get(message_id="forward@x")
    assert tied.same_as_id == entry.letter_id
    answer = letter(NOA, YOAV, "Re: The plan", "Tomorrow.", mark="answer@x", at=NOW, answers=["direct@x"])
    assert {one.thread_id for one in captured(answer)} == {entry.thread_id}


def test_what_was_passed_on_as_a_file_is_known_by_its_name(captured, gal):
    inner = letter(YOAV, NOA, "The plan", "When?", mark="inner@x")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"], outer["Message-ID"] = NOA, CAPTURE, "Fwd: The plan", "<o@x>"
    outer["Date"] = "Tue, 24 Nov 2026 06:00:00 +0000"
    outer.set_content("See inside.")
    outer.add_attachment(message_from_bytes(inner, policy=policy.default))
    captured(outer.as_bytes())
    [entry] = captured(inner)
    assert entry.letter.message_id == "inner@x" and entry.attachment_count == 0


def test_the_same_few_words_of_another_day_are_said_again(captured, gal):
    later = DIRECT.replace(b"08:15:30", b"18:15:30").replace(b"direct@x", b"another@x")
    assert len(captured(later, FORWARD)) == 2


def test_a_forward_to_somebody_else_or_by_somebody_else_is_no_letter_of_his(captured, orit):
    ours = letter(NOA, f"orit@shaham.example, {CAPTURE}", "Fwd: The plan", GMAIL, mark="a@x")
    theirs = letter("Orit Shaham <orit@shaham.example>", CAPTURE, "Fwd: The plan", GMAIL, mark="b@x")
    entries = captured(ours, theirs)
    assert sorted(entry.direction for entry in entries) == ["in", "out"]
    assert {entry.client_id for entry in entries} == {orit.id}
