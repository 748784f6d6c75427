"""Calls, meetings, chats and contacts on the same road."""

from __future__ import annotations

from datetime import date, timedelta

from kashuv.flows.arrived import Contact, ContactArrived, SaidElsewhere
from kashuv.flows.incoming import take_in
from kashuv.language import read
from kashuv.rooms.clients.models import Address, Detail, KeyDate, Person
from kashuv.rooms.conversations.models import Attachment, Entry, Thread
from kashuv.rooms.post import parcels
from tests.cast import NOW


def said(
    identity: str, kind: str = "whatsapp", text: str = "שלום", who: Contact | None = None, **more
) -> SaidElsewhere:  # type: ignore[no-untyped-def]
    at = NOW - timedelta(hours=3)
    who = who or Contact("יואב גל", phones=("+972-54-1234567",))
    return SaidElsewhere(identity, kind, "in", at, (who,), text, read(text, reference=at), **more)  # type: ignore[arg-type]


def bring(member, *items):  # type: ignore[no-untyped-def]
    return take_in(member.workspace, items, shipment=None, by=member, at=NOW)


def test_a_chat_is_known_by_its_phone_and_is_one_thread(noa, gal) -> None:  # type: ignore[no-untyped-def]
    tally = bring(noa, said("w1", thread="Yoav"), said("w2", thread="Yoav"), said("w2", thread="Yoav"))
    entries = Entry.objects.within(noa.workspace_id)
    assert {entry.client_id for entry in entries} == {gal.id}
    assert (tally.messages, tally.new, tally.duplicates, tally.people) == (3, 2, 1, 0)
    assert Thread.objects.within(noa.workspace_id).count() == 1


def test_a_chat_brought_again_changes_nothing(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, said("w1", thread="Yoav"))
    again = bring(noa, said("w1", thread="Yoav"))
    assert (again.new, again.duplicates, again.entries) == (0, 1, 0)


def test_a_chats_file_has_a_parcel_of_its_own(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, said("w1", files=(("photo.jpg", "image/jpeg", b"\xff\xd8 a photo"),)))
    file = Attachment.objects.within(noa.workspace_id).select_related("parcel").get()
    assert parcels.open(file.parcel) == b"\xff\xd8 a photo"


def test_who_has_only_a_name_is_found_by_it_if_nobody_else_bears_it(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, said("c1", kind="call", who=Contact("יואב  גל")))
    assert Entry.objects.within(noa.workspace_id).get().client_id == gal.id


def test_a_contact_brings_phone_birthday_and_memo_once(noa) -> None:  # type: ignore[no-untyped-def]
    contact = Contact(
        "Maya Levi",
        mails=("Maya@Levi.example",),
        phones=("052-111-2222",),
        organisation="Levi Ltd",
        role="CEO",
        birthday=date(1904, 11, 23),
        memo="Likes tea.",
    )
    assert bring(noa, ContactArrived(contact)).people == 1
    assert bring(noa, ContactArrived(contact)).people == 0
    maya = Person.objects.within(noa.workspace_id).get()
    assert (maya.role, maya.organisation) == ("CEO", "Levi Ltd")
    assert {a.normal for a in Address.objects.within(noa.workspace_id)} == {"maya@levi.example", "521112222"}
    day = KeyDate.objects.within(noa.workspace_id).get()
    assert (day.month, day.day, day.year, day.person_id) == (11, 23, None, maya.id)
    assert Detail.objects.within(noa.workspace_id).get().words == "Likes tea."


def test_a_card_adds_to_whom_we_know_and_makes_a_guessed_name_whole(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, ContactArrived(Contact("", mails=("maya.levi@levi.example",))))
    bring(
        noa,
        ContactArrived(Contact("Maya Levi-Cohen", mails=("maya.levi@levi.example",), phones=("03-5551234",))),
    )
    maya = Person.objects.within(noa.workspace_id).get()
    assert maya.name == "Maya Levi-Cohen"
    assert Address.objects.within(noa.workspace_id).filter(person=maya).count() == 2


def test_we_ourselves_are_nobodys_counterpart(noa, gal) -> None:  # type: ignore[no-untyped-def]
    us, him = Contact("Noa", mails=("Noa@rosen-levy.example",)), Contact("", mails=("yoav@gal.example",))
    at = NOW - timedelta(hours=3)
    meeting = SaidElsewhere("m1", "meeting", "out", at, (us, him), "Plan", read("Plan", reference=at))
    tally = bring(noa, meeting, ContactArrived(us))
    assert tally.people == 0
    assert Entry.objects.within(noa.workspace_id).get().client_id == gal.id
