"""Two people who are one: suggested with reasons, merged with all that was said, parted again exactly."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.flows import acquaintance
from kashuv.flows.incoming import take_in
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients import filing, register, union
from kashuv.rooms.clients.models import Address, Merging, Person
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.promises.models import Promise
from tests.cast import NOW
from tests.flows.writing import NOA, YOAV, arrived, letter

HOME = "Yoav Gal <yoav.private@gmail.com>"
SIGNED = "Let us talk. I will send you the plan on Sunday.\n\n-- \nYoav Gal\n054-123-4567\n"


def bring(member, *raws):  # type: ignore[no-untyped-def]
    return take_in(member.workspace, [arrived(raw) for raw in raws], shipment=None, by=member, at=NOW)


def everything(workspace_id: Any) -> list[Any]:
    """All that a merging may move."""
    return [
        sorted(Address.objects.within(workspace_id).values_list("id", "person_id")),
        sorted(Person.objects.within(workspace_id).values_list("id", "client_id", "merged_into_id"), key=str),
        sorted(Entry.objects.within(workspace_id).values_list("id", "person_id", "client_id"), key=str),
        sorted(Promise.objects.within(workspace_id).values_list("id", "person_id", "client_id"), key=str),
        list(
            Pulse.objects.within(workspace_id)
            .order_by("client_id")
            .values_list("client_id", "entries", "last_at")
        ),
    ]


def test_the_same_number_under_a_letter_is_suggested_with_its_reason(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(HOME, NOA, "From home", SIGNED, mark="h@x"))
    (pair,) = union.suggest(noa.workspace)
    assert (pair.kept.client_id, pair.gone.client_id) == (gal.id, None)
    assert [reason["reason"] for reason in pair.because] == ["same_phone", "same_sound"]


def test_merged_he_is_one_with_all_that_was_said(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(
        noa,
        letter(HOME, NOA, "From home", SIGNED, mark="h@x"),
        letter(YOAV, NOA, "Work", "Hello.", mark="w@x"),
    )
    (pair,) = union.suggest(noa.workspace)
    acquaintance.merge(pair.kept, pair.gone, pair.because, by=noa, at=NOW)
    assert {entry.client_id for entry in Entry.objects.within(noa.workspace_id)} == {gal.id}
    assert {entry.person_id for entry in Entry.objects.within(noa.workspace_id)} == {pair.kept.id}
    assert Promise.objects.within(noa.workspace_id).get().client_id == gal.id
    assert Pulse.objects.within(noa.workspace_id).get(client=gal).entries == 2
    bring(noa, letter(HOME, NOA, "Again", "From home again.", mark="h2@x"))
    assert Entry.objects.within(noa.workspace_id).get(subject="Again").client_id == gal.id
    assert union.suggest(noa.workspace) == []


def test_parted_each_has_again_what_was_his(noa, gal, dalia) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(YOAV, NOA, "Work", SIGNED, mark="w@x"))
    bring(noa, letter("Dalia <dalia@rosen.example>", NOA, "Plan", "I will send it tomorrow.", mark="d@x"))
    before = everything(noa.workspace_id)
    yoav, her = (Person.objects.within(noa.workspace_id).get(client=client) for client in (gal, dalia))
    merging = acquaintance.merge(yoav, her, [{"reason": "by_hand"}], by=noa, at=NOW)
    assert Entry.objects.within(noa.workspace_id).filter(client=dalia).count() == 0
    assert acquaintance.part(Merging.objects.within(noa.workspace_id).get(pk=merging.pk), by=noa, at=NOW)
    assert everything(noa.workspace_id) == before


def test_parted_from_a_client_a_stranger_takes_his_promises_back_to_waiting(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(HOME, NOA, "From home", SIGNED, mark="h@x"))
    waiting = [
        (f.words, f.start, f.end, f.due)
        for f in Finding.objects.within(noa.workspace_id).filter(kind="promise")
    ]
    (pair,) = union.suggest(noa.workspace)
    merging = acquaintance.merge(pair.kept, pair.gone, pair.because, by=noa, at=NOW)
    assert Promise.objects.within(noa.workspace_id).count() == 1
    acquaintance.part(merging, by=noa, at=NOW)
    again = [
        (f.words, f.start, f.end, f.due)
        for f in Finding.objects.within(noa.workspace_id).filter(kind="promise")
    ]
    assert waiting == again != []
    assert not Promise.objects.within(noa.workspace_id).exists()


def test_parting_twice_changes_nothing_the_second_time(noa, gal, dalia) -> None:  # type: ignore[no-untyped-def]
    yoav, her = (Person.objects.within(noa.workspace_id).get(client=client) for client in (gal, dalia))
    merging = acquaintance.merge(yoav, her, [], by=noa, at=NOW)
    assert acquaintance.part(merging, by=noa, at=NOW)
    assert not acquaintance.part(merging, by=noa, at=NOW)


def test_who_was_kept_apart_is_not_suggested_again(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(HOME, NOA, "From home", SIGNED, mark="h@x"))
    (pair,) = union.suggest(noa.workspace)
    union.refuse(pair.kept, pair.gone, by=noa, at=NOW)
    assert union.suggest(noa.workspace) == []


def test_a_mere_namesake_elsewhere_is_not_suggested(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter("יואב גל <y@other-firm.example>", NOA, "Hi", "Hello.", mark="o@x"))
    assert union.suggest(noa.workspace) == []


def test_nobody_is_joined_to_himself_or_joined_twice(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(
        noa,
        letter(HOME, NOA, "From home", SIGNED, mark="h@x"),
        letter(YOAV, NOA, "Work", "Hello.", mark="w@x"),
    )
    (pair,) = union.suggest(noa.workspace)
    with pytest.raises(union.Entwined):
        acquaintance.merge(pair.kept, pair.kept, pair.because, by=noa, at=NOW)
    before = everything(noa.workspace_id)
    merging = acquaintance.merge(pair.kept, pair.gone, pair.because, by=noa, at=NOW)
    for kept, gone in ((pair.kept, pair.gone), (pair.gone, pair.kept)):
        with pytest.raises(union.Entwined):
            acquaintance.merge(kept, gone, pair.because, by=noa, at=NOW)
    assert acquaintance.part(merging, by=noa, at=NOW)
    assert everything(noa.workspace_id) == before


def person_of(client: Any) -> Person:
    return Person.objects.within(client.workspace_id).get(client=client, merged_into__isnull=True)


def test_parting_leaves_him_with_the_client_that_he_was_given_since(noa, gal, dalia) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(HOME, NOA, "From home", SIGNED, mark="h@x"))
    stranger = Person.objects.within(noa.workspace_id).get(client=None)
    merging = acquaintance.merge(stranger, person_of(gal), [], by=noa, at=NOW)
    assert person_of(gal).id == stranger.id
    acquaintance.assign(stranger, dalia, by=noa, at=NOW)
    again = Merging.objects.within(noa.workspace_id).get(pk=merging.pk)
    assert acquaintance.part(again, by=noa, at=NOW)
    assert Person.objects.within(noa.workspace_id).get(pk=stranger.pk).client_id == dalia.id
    assert person_of(gal).id == merging.gone_id
    entry = Entry.objects.within(noa.workspace_id).get(subject="From home")
    assert (entry.person_id, entry.client_id) == (stranger.id, dalia.id)
    assert Pulse.objects.within(noa.workspace_id).get(client=dalia).entries == 1


def test_parting_leaves_what_a_hand_has_given_to_another_since(noa, gal, dalia, orit) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(HOME, NOA, "From home", SIGNED, mark="h@x"))
    stranger = Person.objects.within(noa.workspace_id).get(client=None)
    merging = acquaintance.merge(person_of(gal), stranger, [], by=noa, at=NOW)
    her = person_of(dalia)
    Address.objects.within(noa.workspace_id).filter(person_id=merging.kept_id).update(person_id=her.id)
    assert acquaintance.part(merging, by=noa, at=NOW)
    assert not Address.objects.within(noa.workspace_id).filter(person_id=stranger.id).exists()


def test_parted_in_any_order_each_has_again_what_was_his(noa, gal, dalia, orit) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(YOAV, NOA, "Work", SIGNED, mark="w@x"))
    before = everything(noa.workspace_id)
    first, second, third = (person_of(client) for client in (gal, dalia, orit))
    inner = acquaintance.merge(second, first, [], by=noa, at=NOW)
    outer = acquaintance.merge(third, second, [], by=noa, at=NOW)
    for key in (inner.pk, outer.pk):
        merging = Merging.objects.within(noa.workspace_id).select_related("kept", "gone").get(pk=key)
        assert acquaintance.part(merging, by=noa, at=NOW)
    assert everything(noa.workspace_id)[:-1] == before[:-1]
    assert Pulse.objects.within(noa.workspace_id).get(client=gal).entries == 1


def test_who_may_be_one_is_asked_in_as_many_statements_however_many_people(noa, gal) -> None:  # type: ignore[no-untyped-def]
    bring(noa, letter(HOME, NOA, "From home", SIGNED, mark="h@x"))
    with CaptureQueriesContext(connection) as asked_among_few:
        (pair,) = union.suggest(noa.workspace)
    names = [
        f"{first} {last}"
        for first in "Adam Bela Carl Dora Emil Fred".split()
        for last in "Ox Rut Sim".split()
    ]
    contacts = [
        Contact(f"{name}o", (f"{name.replace(' ', '')}{n}@firm{n}.example",)) for n, name in enumerate(names)
    ]
    register.meet(noa.workspace, contacts, at=NOW)
    with CaptureQueriesContext(connection) as asked_among_many:
        assert union.suggest(noa.workspace) == [pair]
    assert len(asked_among_many) <= len(asked_among_few)


def test_a_new_name_hints_anew(noa, gal) -> None:  # type: ignore[no-untyped-def]
    people = [Contact("Tom Berg", ("tom@berg.example",)), Contact("Zoe Berg", ("t@berg.example",))]
    register.meet(noa.workspace, people, at=NOW)
    assert union.suggest(noa.workspace) == []
    other = Person.objects.within(noa.workspace_id).get(name="Zoe Berg")
    filing.describe(other, mails=["t@berg.example"], phones=[], by=noa, at=NOW, name="Tom Berg")
    (pair,) = union.suggest(noa.workspace)
    assert {pair.kept.name, pair.gone.name} == {"Tom Berg"}
