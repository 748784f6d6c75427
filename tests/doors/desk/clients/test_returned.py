"""What of ours did not arrive is said at the letter itself, and at the message to a phone, with its reason."""

from __future__ import annotations

from django.utils import translation

from kashuv.desk.clients.page.page import client_page
from kashuv.desk.clients.stream.returned import source_of
from kashuv.flows import outgoing
from kashuv.rooms.post import homing
from kashuv.rooms.post.rules.bounces import Report
from tests.cast import NOW
from tests.flows import outgoing as going
from tests.flows.test_phones import gateway
from tests.flows.test_phones import sent as texted
from tests.gateway import Stub, answering
from tests.smtp import Post, listening

NOBODY = Report(True, "yoav@gal.example", "550 5.1.1 No such user here")
LOST = Report(True, "", "undelivered")


def _mailed(noa, gal):  # type: ignore[no-untyped-def]
    with listening(Post()) as server:
        draft = going.draft(noa, going.mailbox(noa, server.port), gal)
        dispatch = outgoing.release(draft, by=noa, at=NOW)
        going.work()
    return going.as_it_stands(dispatch)


def _told(noa, gal):  # type: ignore[no-untyped-def]
    (strand,) = client_page(noa, gal.id, NOW).stream.strands
    return strand.head.returned


def test_a_letter_that_came_back_says_whom_it_did_not_reach_and_why(noa, gal):
    dispatch = _mailed(noa, gal)
    assert _told(noa, gal) is None
    homing.hear(dispatch, NOBODY, at=NOW)
    with translation.override("en"):
        told = _told(noa, gal)
        assert told.whom == "yoav@gal.example" and "no such address" in str(told.why)


def test_a_message_that_the_network_lost_says_so(noa, gal):
    with answering(Stub()) as stub:
        dispatch = texted(noa, gateway(noa, stub), gal)
    homing.hear(dispatch, LOST, at=NOW)
    with translation.override("en"):
        assert "did not arrive" in str(_told(noa, gal).why)


def test_an_identity_that_an_archive_made_up_is_no_draft_of_ours() -> None:
    assert source_of("dispatch:of-another-house") is None
