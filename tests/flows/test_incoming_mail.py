"""The road of one mail: taken in once, from whom it is, onto whose timeline, into which thread."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.flows.incoming import take_in
from kashuv.rooms.clients.models import Address, Person
from kashuv.rooms.conversations.models import Attachment, Entry, Thread
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Letter, Parcel, Shipment
from tests.cast import NOW
from tests.flows.writing import NOA, YOAV, arrived, letter


def bring(member, *raws, shipment=None):  # type: ignore[no-untyped-def]
    return take_in(member.workspace, [arrived(raw) for raw in raws], shipment=shipment, by=member, at=NOW)


def test_a_clients_letter_stands_on_his_timeline(noa, gal) -> None:  # type: ignore[no-untyped-def]
    tally = bring(noa, letter(YOAV, NOA, "הצעה", "שלום נועה, מתי אפשר לדבר?", mark="1@gal.example"))
    entry = Entry.objects.within(noa.workspace_id).get()
    assert (entry.client_id, entry.direction, entry.member_id) == (gal.id, "in", noa.id)
    assert "מתי אפשר" in entry.text
    assert (tally.messages, tally.new, tally.entries, tally.people) == (1, 1, 1, 0)
    assert tally.touched == {gal.id}


def test_our_own_letter_goes_out_to_its_first_human_recipient(noa, gal) -> None:  # type: ignore[no-untyped-def]
    raw = letter(NOA, f"noreply@shop.example, {YOAV}", "Hello", "The draft is ready.", mark="2@us")
    bring(noa, raw)
    entry = Entry.objects.within(noa.workspace_id).select_related("person").get()
    assert (entry.direction, entry.client_id, entry.person.name) == ("out", gal.id, "יואב גל")


def test_the_same_letter_by_two_ways_is_one(noa, gal) -> None:  # type: ignore[no-untyped-def]
    raw = letter(YOAV, NOA, "Once", "Only once.", mark="3@gal.example")
    again = b"Received: from elsewhere by here; Tue, 24 Nov 2026 08:00:00 +0200\n" + raw.replace(
        b"\n", b"\r\n"
    )
    first = bring(noa, raw, raw)
    second = bring(noa, again)
    assert (first.new, first.duplicates) == (1, 1)
    assert (second.new, second.duplicates, second.entries) == (0, 1, 0)
    assert Letter.objects.within(noa.workspace_id).count() == 1


def test_other_words_under_the_same_mark_are_another_letter_of_the_thread(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(
        noa,
        letter(YOAV, NOA, "A", "One thing.", mark="4@gal.example"),
        letter(YOAV, NOA, "A", "Quite another thing.", mark="4@gal.example"),
    )
    assert Entry.objects.within(noa.workspace_id).count() == 2
    assert Thread.objects.within(noa.workspace_id).count() == 1


def test_the_raw_letter_is_kept_to_the_byte_and_its_file_points_into_it(noa, gal) -> None:  # type: ignore[no-untyped-def]
    from kashuv.language.mime import part

    raw = letter(YOAV, NOA, "File", "Attached.", mark="5@gal.example", files=[("plan.pdf", b"%PDF the plan")])
    tally = bring(noa, raw)
    kept = parcels.open(Parcel.objects.within(noa.workspace_id).get())
    file = Attachment.objects.within(noa.workspace_id).get()
    assert kept == raw
    assert (file.name, part(kept, file.part), tally.attachments) == ("plan.pdf", b"%PDF the plan", 1)


def test_a_stranger_becomes_a_person_without_a_client(noa, gal) -> None:  # type: ignore[no-untyped-def]
    tally = bring(noa, letter("Ronit Bar <ronit@bar.example>", NOA, "Hi", "Could you help us?", mark="6@bar"))
    ronit = Person.objects.within(noa.workspace_id).get(name="Ronit Bar")
    assert (ronit.client_id, ronit.nature, tally.people) == (None, "human", 1)


def test_a_stranger_of_a_clients_own_domain_joins_the_client(noa, gal) -> None:  # type: ignore[no-untyped-def]
    address = Address.objects.within(noa.workspace_id).filter(normal="yoav@gal.example")
    address.update(domain="gal.example")
    bring(noa, letter("Maya <maya@gal.example>", NOA, "Hi", "I work with Yoav.", mark="7@gal"))
    assert Person.objects.within(noa.workspace_id).get(name="Maya").client_id == gal.id
    assert Entry.objects.within(noa.workspace_id).get().client_id == gal.id


def test_noise_is_kept_but_is_nobodys_contact(noa, gal) -> None:  # type: ignore[no-untyped-def]
    tally = bring(
        noa,
        letter(
            "Deals <news@deals.example>",
            NOA,
            "Sale",
            "Buy!",
            mark="8@d",
            List_Unsubscribe="<https://deals.example/u>",
        ),
        letter(YOAV, NOA, "Out of office", "I am away.", mark="9@gal", Auto_Submitted="auto-replied"),
    )
    entries = Entry.objects.within(noa.workspace_id)
    assert {entry.client_id for entry in entries} == {None}
    assert Person.objects.within(noa.workspace_id).get(name="Deals").nature == "newsletter"
    assert Person.objects.within(noa.workspace_id).get(name="יואב גל").nature == "human"
    assert tally.touched == set()


def test_a_bounce_stands_in_the_thread_of_the_letter_it_reports(noa, gal) -> None:  # type: ignore[no-untyped-def]
    sent = letter(NOA, YOAV, "Plan", "Here it is.", mark="10@us")
    report = (
        b"From: MAILER-DAEMON@mx.example\r\nTo: noa@rosen-levy.example\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        b"Date: Mon, 23 Nov 2026 09:00:00 +0200\r\nMessage-ID: <b@mx.example>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        b"--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        b"--x\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: noa@rosen-levy.example\r\nMessage-ID: <10@us>\r\n\r\n--x--\r\n"
    )
    bring(noa, report, sent)
    assert Letter.objects.within(noa.workspace_id).get(message_id="b@mx.example").nature == "bounce"
    assert Thread.objects.within(noa.workspace_id).count() == 1


def test_the_addresses_told_with_a_shipment_are_ours_from_then_on(noa, gal) -> None:  # type: ignore[no-untyped-def]
    shipment = Shipment.objects.create(
        workspace_id=noa.workspace_id, by=noa, options={"me": ["noa.private@gmail.com"]}, started_at=NOW
    )
    bring(noa, letter("noa.private@gmail.com", YOAV, "Hi", "From home.", mark="11@h"), shipment=shipment)
    bring(noa, letter("noa.private@gmail.com", YOAV, "Hi again", "From home again.", mark="12@h"))
    assert {entry.direction for entry in Entry.objects.within(noa.workspace_id)} == {"out"}


def test_the_number_of_statements_does_not_grow_with_the_batch(noa, gal) -> None:  # type: ignore[no-untyped-def]
    def statements(first: int, count: int) -> int:
        raws = [
            letter(
                f"P{n} <p{n}@o{n}.example>",
                NOA,
                f"Subject {n}",
                f"Words {n}.",
                mark=f"{n}@o",
                at=NOW - timedelta(hours=n),
            )
            for n in range(first, first + count)
        ]
        with CaptureQueriesContext(
            connection,
        ) as seen:
            bring(noa, *raws)
        return len(seen)

    statements(1000, 2)
    assert statements(0, 40) <= statements(100, 3)


def test_a_letter_without_a_date_is_as_old_as_its_neighbour(noa, gal) -> None:  # type: ignore[no-untyped-def]
    old = NOW - timedelta(days=400)
    undated = b"From: yoav@gal.example\nTo: noa@rosen-levy.example\nSubject: Undated\n\nHello.\n"
    bring(noa, letter(YOAV, NOA, "Dated", "Hello.", at=old, mark="old@x"), undated)
    assert {entry.at for entry in Entry.objects.within(noa.workspace_id)} == {old}


def test_a_clock_that_runs_ahead_is_not_believed(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(YOAV, NOA, "Future", "Hello.", at=NOW + timedelta(days=300), mark="f@x"))
    assert Entry.objects.within(noa.workspace_id).get().at == NOW


def test_who_answers_over_a_mailing_list_is_a_human_being(noa) -> None:  # type: ignore[no-untyped-def]
    bring(
        noa,
        letter(
            "Ann <ann@list.example>", NOA, "Re: X", "Yes.", mark="l@x", answers=["q@x"], List_Id="<x.list>"
        ),
    )
    assert Person.objects.within(noa.workspace_id).get().nature == "human"
    assert Entry.objects.within(noa.workspace_id).get().client_id is None


def test_what_no_database_can_store_stops_nothing(noa, gal) -> None:  # type: ignore[no-untyped-def]
    hostile = (
        b"From: yoav@gal.example\nTo: noa@rosen-levy.example, \x00x@y.example\nMessage-ID: <\x00a@b>\nSubject: =?utf-7?q?+2AA-?=\n"
        b'Content-Type: text/plain; charset="utf-7"\n\nHello +2AA- there.\n'
    )
    tally = bring(noa, hostile, letter(YOAV, NOA, "Fine", "Hello.", mark="fine@x"))
    assert tally.new == 2
    assert bring(noa, hostile).duplicates == 1
    assert parcels.open(Parcel.objects.within(noa.workspace_id).first()) == hostile
