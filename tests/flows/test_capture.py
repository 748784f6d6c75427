"""Capture: what a hand takes down counts like a mail, and is taken back without a trace."""

from __future__ import annotations

from datetime import timedelta

from kashuv.flows.capture import take_back, take_down
from kashuv.foundation.journal.event import Event
from kashuv.foundation.search import finding
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.promises.models import Promise


def test_a_word_taken_down_is_contact_and_can_be_found(gal, noa, now) -> None:
    taken = take_down(noa, client=gal, kind="call", words="דיברנו על השלט החדש", at=now)

    assert Pulse.objects.within(gal.workspace_id).get(client_id=gal.pk).last_entry_id == taken.entry.pk
    assert [one.ref for one in finding.said(gal.workspace_id, "השלט")] == [taken.entry.pk]
    assert taken.promise is None


def test_a_person_leads_to_his_client_and_a_stranger_becomes_one(gal, noa, now) -> None:
    yoav = Person.objects.within(gal.workspace_id).get()
    stranger = Person.objects.create(
        workspace_id=gal.workspace_id, name="רוני", folded="רוני", created_at=now
    )

    assert take_down(noa, person=yoav, kind="meeting", words="נפגשנו", at=now).client == gal
    made = take_down(noa, person=stranger, kind="call", words="שיחה ראשונה", at=now).client
    assert (made.name, made.owner_id) == ("רוני", noa.pk)
    assert Person.objects.within(gal.workspace_id).get(pk=stranger.pk).client_id == made.pk


def test_taking_back_leaves_no_trace_but_the_journal(gal, noa, now) -> None:
    before = take_down(noa, client=gal, kind="call", words="שלום", at=now - timedelta(days=9))
    words = "אני כועס מאוד, זה לא מקובל. מתי תחזרו אליי עם תשובה?"
    taken = take_down(
        noa, client=gal, kind="call", direction="in", words=words, at=now, promise="תשובה", due=now
    )

    take_back(taken.entry, by=noa, at=now)

    home = gal.workspace_id
    assert [entry.pk for entry in Entry.objects.within(home)] == [before.entry.pk]
    assert not Promise.objects.within(home).exists()
    assert not Finding.objects.within(home).filter(entry_id=taken.entry.pk).exists()
    assert not Sign.objects.within(home).exists()
    assert finding.said(home, "כועס") == []
    pulse = Pulse.objects.within(home).get(client_id=gal.pk)
    assert (pulse.last_entry_id, pulse.waiting_since) == (before.entry.pk, None)
    assert Event.objects.within(home).filter(verb="entry.taken_back", noun_id=taken.entry.pk).exists()


def test_a_new_name_is_a_new_client_that_search_knows(noa, now) -> None:
    taken = take_down(noa, name="נגריית אלון", kind="memo", words="מחפשים אתר", at=now)

    assert Client.objects.within(noa.workspace_id).get() == taken.client
    assert [one.ref for one in finding.who(noa.workspace_id, "אלון")] == [taken.client.pk]


def test_a_client_who_came_by_a_capture_alone_goes_with_it(noa, now) -> None:
    taken = take_down(noa, name="נגריית אלון", kind="memo", words="מחפשים אתר", at=now)
    assert taken.newcomer
    take_back(taken.entry, by=noa, at=now)
    assert not Client.objects.within(noa.workspace_id).served().exists()


def test_a_client_of_whom_more_was_said_stays(noa, now) -> None:
    taken = take_down(noa, name="נגריית אלון", kind="memo", words="מחפשים אתר", at=now)
    take_down(noa, client=taken.client, kind="call", words="שיחה", at=now)
    take_back(taken.entry, by=noa, at=now)
    assert Client.objects.within(noa.workspace_id).served().get() == taken.client
