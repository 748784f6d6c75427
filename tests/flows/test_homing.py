"""What comes back: bounces are loud, automatic answers stand beside, and the provider's copy ends the doubt, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db.models import Q

from kashuv.flows import outgoing
from kashuv.flows.incoming import take_in
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post import fate, homing, outbox
from kashuv.rooms.post.models import Dispatch, Letter
from kashuv.rooms.post.rules import bounces
from tests.cast import NOW
from tests.flows.outgoing import as_it_stands, draft, mailbox, work
from tests.flows.writing import NOA, YOAV, arrived, letter
from tests.smtp import Post, listening

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post()) as server:
        yield server


@pytest.fixture
def sent(noa, gal, post) -> Dispatch:
    dispatch = outgoing.release(draft(noa, mailbox(noa, post.port), gal), by=noa, at=NOW)
    work()
    return as_it_stands(dispatch)


def come(noa, raw: bytes) -> None:
    take_in(noa.workspace, [arrived(raw)], shipment=None, by=noa, at=LATER)


def report(mark: str, action: str, mail: str = "b@mx.example") -> bytes:
    return (
        "From: MAILER-DAEMON@mx.example\r\nTo: noa@rosen-levy.example\r\nSubject: Undelivered Mail\r\n"
        f"Date: Tue, 24 Nov 2026 09:00:00 +0200\r\nMessage-ID: <{mail}>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nA letter could not be delivered.\r\n"
        "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; yoav@gal.example\r\nAction: {action}\r\nStatus: 5.1.1\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 No such\r\n user here\r\n\r\n"
        f"--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{mark}>\r\n\r\n--x--\r\n"
    ).encode()


def test_reports_that_come_at_once_are_all_kept(noa, sent):
    """Each hears of it with what it knew before; none writes over the other's word."""
    one, other, sending = (as_it_stands(sent) for _ in range(3))
    homing.hear(one, bounces.Report(False, "yoav@gal.example", "delayed"), at=LATER)
    homing.hear(other, bounces.Report(True, "yoav@gal.example", "550 gone"), at=LATER)
    fate.turn(sending, Q(state="sent"), "", [{"at": "", "step": "found", "said": ""}], at=LATER)
    steps = [step["step"] for step in as_it_stands(sent).evidence]
    assert steps[-3:] == ["reported", "bounced", "found"]


def test_a_bounce_is_loud_until_somebody_has_seen_to_it(noa, sent):
    come(noa, report(sent.message_id, "failed"))
    back = as_it_stands(sent)
    assert (back.state, back.bounced) == ("sent", "yoav@gal.example: 550 5.1.1 No such user here")
    assert list(Dispatch.objects.within(noa.workspace_id).troubled()) == [back]
    assert outbox.see_to(back, by=noa, at=LATER)
    assert not Dispatch.objects.within(noa.workspace_id).troubled().exists()


def test_a_delay_is_evidence_and_no_trouble(noa, sent):
    come(noa, report(sent.message_id, "delayed"))
    back = as_it_stands(sent)
    assert (back.bounced, back.troubled_at, back.evidence[-1]["step"]) == ("", None, "reported")


def test_an_automatic_answer_stands_beside_and_is_no_trouble(noa, sent):
    raw = letter(YOAV, NOA, "Out of office", "חוזר ביום ראשון.", answers=[sent.message_id], mark="o@gal", Auto_Submitted="auto-replied")  # fmt: skip
    come(noa, raw)
    back = as_it_stands(sent)
    assert (back.replied, back.troubled_at) == ("חוזר ביום ראשון.", None)


def test_the_copy_that_a_provider_wrote_anew_is_the_letter_that_we_have(noa, sent, post):
    come(noa, letter(NOA, YOAV, "הצעה לקמפיין", "Written anew by a provider.", mark=sent.message_id))
    assert Entry.objects.within(noa.workspace_id).count() == 1
    assert Letter.objects.within(noa.workspace_id).count() == 1


def test_a_copy_among_the_sent_ends_the_doubt_and_is_told_once(noa, gal, post):
    post.plan = lambda session: "drop_after_dot"
    dispatch = outgoing.release(draft(noa, mailbox(noa, post.port), gal), by=noa, at=NOW)
    work()
    assert as_it_stands(dispatch).state == "unknown"
    come(noa, post.taken[0].raw)
    work(LATER)
    found = as_it_stands(dispatch)
    assert (found.state, found.troubled_at, found.evidence[-1]["step"]) == ("sent", None, "found")
    entry = Entry.objects.within(noa.workspace_id).get()
    assert (entry.client_id, entry.member_id, found.letter_id) == (gal.id, noa.id, entry.letter_id)


def test_a_bounce_of_another_firms_letter_touches_nothing(mallory, noa, sent):
    take_in(
        mallory.workspace, [arrived(report(sent.message_id, "failed"))], shipment=None, by=mallory, at=LATER
    )
    assert as_it_stands(sent).bounced == ""
