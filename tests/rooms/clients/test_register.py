"""The register: admitted, renamed, found, and remembered."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from kashuv.foundation.journal.event import Event
from kashuv.foundation.search import finding
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Address, Detail, KeyDate, Person
from kashuv.rooms.clients.rules.contact import Contact


def test_an_admitted_client_is_found_by_his_name_and_journalled(noa, now) -> None:  # type: ignore[no-untyped-def]
    client = register.admit(noa.workspace, "Port Café", owner=noa, by=noa, at=now)
    assert [found.ref for found in finding.who(noa.workspace_id, "cafe")] == [client.id]
    assert Event.objects.within(noa.workspace_id).get(noun_id=client.id).verb == "client.admitted"


def test_a_renamed_client_is_found_by_the_new_name_alone(noa, gal, now) -> None:  # type: ignore[no-untyped-def]
    register.rename(gal, "Harbour Works", by=noa, at=now)
    assert [found.ref for found in finding.who(noa.workspace_id, "harbour")] == [gal.id]
    assert finding.who(noa.workspace_id, "מרכז גל") == []


def test_people_are_found_by_name_in_either_alphabet_mail_and_phone(noa, dalia, now) -> None:  # type: ignore[no-untyped-def]
    people = Person.objects.within(noa.workspace_id).of(dalia)
    register.refresh_lines(noa.workspace_id, person_ids=[person.id for person in people])
    for asked in ("Dalia", "דליה", "dalia@rosen", "052-765-4321", "7654321"):
        assert [found.client_id for found in finding.who(noa.workspace_id, asked)] == [dalia.id], asked


def test_meeting_finds_by_mail_in_any_case_and_by_phone_in_any_spelling(noa, gal, now) -> None:  # type: ignore[no-untyped-def]
    asked = [
        Contact("Yoav", mails=("YOAV@gal.example",)),
        Contact("", phones=("+972 54 123 4567",)),
        Contact("יואב גל", mails=("yoav.home@walla.co.il",), phones=("0541234567",)),
    ]
    met = register.meet(noa.workspace, asked, at=now)
    assert {person.name for person in met.values()} == {"יואב גל"}
    assert Address.objects.within(noa.workspace_id).filter(person__client=gal).count() == 3


def test_an_office_phone_does_not_make_two_people_one(noa, gal, now) -> None:  # type: ignore[no-untyped-def]
    other = Contact("Sara Klein", mails=("sara@klein.example",), phones=("054-1234567",))
    met = register.meet(noa.workspace, [other], at=now)
    assert met[other].name == "Sara Klein"
    assert Detail.objects.within(noa.workspace_id).get(person=met[other]).words == "054-1234567"


def test_a_sentence_about_a_birthday_becomes_a_key_date_of_who_is_named(noa, gal, now) -> None:  # type: ignore[no-untyped-def]
    register.remember(gal, "יום הולדת של יואב: 23 בנובמבר", by=noa, at=now)
    day = KeyDate.objects.within(noa.workspace_id).select_related("person").get()
    assert (day.kind, day.month, day.day, day.year, day.person.name) == ("birthday", 11, 23, None, "יואב גל")


def test_a_wish_to_be_left_alone_is_kept_with_its_end(noa, gal, now) -> None:  # type: ignore[no-untyped-def]
    detail = register.remember(gal, "לא להתקשר עד 10 בדצמבר", by=noa, at=now)
    kept = Detail.objects.within(noa.workspace_id).get(pk=detail.pk)
    assert kept.leave_alone
    assert kept.leave_alone_until == datetime(2026, 12, 10, tzinfo=ZoneInfo("Asia/Jerusalem"))


def test_assigning_moves_a_strangers_birthday_to_the_client(noa, gal, now) -> None:  # type: ignore[no-untyped-def]
    contact = Contact("Maya", mails=("maya@x.example",), birthday=date(1980, 3, 4))
    maya = register.meet(noa.workspace, [contact], at=now)[contact]
    register.assign(maya, gal, by=noa, at=now)
    day = KeyDate.objects.within(noa.workspace_id).get()
    assert (day.client_id, day.year) == (gal.id, 1980)


def test_another_firms_people_are_strangers(noa, gal, mallory, now) -> None:  # type: ignore[no-untyped-def]
    contact = Contact("", mails=("yoav@gal.example",))
    met = register.meet(mallory.workspace, [contact], at=now)
    assert met[contact].workspace_id == mallory.workspace_id
    assert met[contact].client_id is None
