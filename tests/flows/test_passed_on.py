"""Passed on and come by itself: one entry that follows the letter itself, and never two letters in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kashuv.flows.incoming import take_in
from kashuv.foundation.search.lines import SaidLine
from kashuv.language.mime import Mailbox as Box
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post.models import Mailbox, Shipment
from kashuv.transfer.arriving import returning
from tests.cast import NOW
from tests.flows.outgoing import mailbox
from tests.flows.writing import NOA, YOAV, arrived, letter

HOUR = timedelta(hours=1)
WORDS = "When does the plan come to us, please?"


@pytest.fixture
def bring(noa, gal):
    """Brings a letter of Yoav's, as it came by itself or as Noa passed it on."""
    mailbox(noa, 1)
    Mailbox.objects.within(noa.workspace_id).update(capture="in@kashuv-rosen.example")

    def bring(subject, mark, at, *, forward=False, words=WORDS, shipment=None, inside="", files=()):
        one = arrived(letter(YOAV, NOA, subject, words, mark=mark, at=at, files=files))
        by = Box("Noa", "noa@rosen-levy.example") if forward else one.opened.forwarded_by
        one = replace(one, opened=replace(one.opened, forwarded_by=by, inside=inside))
        take_in(noa.workspace, [one], shipment=shipment, by=noa, at=NOW)
        return Entry.objects.within(noa.workspace_id).select_related("letter")

    return bring


@pytest.mark.parametrize("forward_first", [True, False])
def test_two_invoices_under_one_covering_sentence_are_two(bring, forward_first):
    words = "Attached is the invoice, thank you very much."
    file = [("invoice.pdf", b"%PDF 1041")], [("invoice.pdf", b"%PDF 1042, longer")]
    bring("Invoice", "a@gal", NOW - 5 * HOUR, forward=forward_first, words=words, files=file[0])
    entries = bring("Invoice", "b@gal", NOW - 2 * HOUR, forward=not forward_first, words=words, files=file[1])
    assert {entry.letter.message_id for entry in entries} == {"a@gal", "b@gal"}


def test_the_letter_itself_brings_its_moment_and_its_subject(bring, gal):
    bring("Look", "f@gal", NOW - 25 * HOUR, forward=True, inside="d@gal")
    [entry] = bring("The floor plan", "d@gal", NOW - HOUR)
    assert (entry.at, entry.subject) == (NOW - HOUR, "The floor plan")
    assert "floor" in SaidLine.objects.within(gal.workspace_id).get(ref=entry.id).text
    assert Pulse.objects.within(gal.workspace_id).get(client=gal).last_in_at == NOW - HOUR


def test_an_import_of_the_forward_taken_back_leaves_the_letter_itself(bring, noa):
    shipment = Shipment.objects.create(workspace_id=noa.workspace_id, started_at=NOW)
    bring("Plan", "f@gal", NOW - HOUR, forward=True, shipment=shipment)
    bring("Plan", "d@gal", NOW - HOUR)
    returning.take_back(shipment, noa, NOW)
    [entry] = Entry.objects.within(noa.workspace_id).select_related("letter")
    assert entry.letter.message_id == "d@gal"
