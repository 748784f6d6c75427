"""The demo filled: Today has something true to show for each story, and whoever is fine is left in peace."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate

from kashuv.demo import aftermath
from kashuv.demo.filling import fill
from kashuv.demo.packs import pack_of
from kashuv.rooms.calm.models import Hold, Opinion
from kashuv.rooms.clients import union
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Attachment, Draft, Entry, Template
from kashuv.rooms.post.models import Refusal, Shipment
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.plan import plan_for
from kashuv.transfer.arriving.wording import REASONS

PASSWORD = "attentive-desk"
EXPECTED = {
    "due_today": "promise_due",
    "late": "promise_late",
    "waiting_long": "waiting_for_us",
    "silent": "cadence",
    "angry": "warning_sign",
    "owed": "promise_late",
}
CALM = ("brisk", "moved", "mixed", "once_a_year", "newcomer", "quiet", "overlooked")
SMALL = (*EXPECTED, *CALM)


@pytest.mark.parametrize("language", ["he", "en"])
def test_today_shows_each_story_and_nobody_who_is_fine(db, now, language):
    noa = fill(language, at=now, password=PASSWORD, only=SMALL)
    story = {one.name: one.story for one in pack_of(language).clients}
    shown = {story[item.client.name]: item for item in plan_for(noa, now).items}
    assert {name: item.kind for name, item in shown.items()} == EXPECTED
    assert all(item.why for item in shown.values())


def test_birthdays_and_ends_of_contracts_are_kept(db, now):
    noa = fill("he", at=now, password=PASSWORD, only=("natural",))
    dates = [item for item in plan_for(noa, now).items if item.kind == "date"]
    assert [item.client.name for item in dates] == ["גן הפעמונים", "יקב רמת נפתלי"]
    amit = Member.objects.get(workspace_id=noa.workspace_id, role=Member.Role.MANAGER)
    assert [item.client.name for item in plan_for(amit, now).items] == ["צהרוני שמש"]


def test_the_rooms_have_something_to_show(db, now):
    noa = fill("he", at=now, password=PASSWORD, only=SMALL)
    ours = Entry.objects.within(noa.workspace_id)
    assert set(ours.values_list("kind", flat=True)) == {"mail", "call", "meeting", "whatsapp"}
    assert ours.filter(html=True).exists() and ours.exclude(echo="").exists()
    assert Attachment.objects.within(noa.workspace_id).exists()
    assert Move.objects.within(noa.workspace_id).get().told
    natures = set(Person.objects.within(noa.workspace_id).values_list("nature", flat=True))
    assert {"newsletter", "automatic", "human"} <= natures
    assert not ours.filter(letter__nature="newsletter", client__isnull=False).exists()
    assert plan_for(noa, now).kept_yesterday == 1
    assert [quiet.client.name for quiet in plan_for(noa, now).quiet_good_clients] == ["דגן מוצרי בריאות"]


@pytest.mark.parametrize("language", ["he", "en"])
def test_an_archive_has_arrived_and_its_people_wait_to_be_introduced(db, now, language):
    noa = fill(language, at=now, password=PASSWORD, only=("newcomer",))
    shipment = Shipment.objects.within(noa.workspace_id).get()
    refusal = Refusal.objects.within(noa.workspace_id).get()
    assert (shipment.state, shipment.counts["rejected"], shipment.counts["clients"]) == ("arrived", 1, 3)
    assert refusal.reason in REASONS
    proposed = Client.objects.within(noa.workspace_id).proposed()
    assert all(one.because and one.origin == shipment.id for one in proposed)
    assert {one.name for one in proposed} == {one.name for one in pack_of(language).noise.UNKNOWN[:3]}
    assert not Promise.objects.within(noa.workspace_id).proposed().filter(client__in=proposed).exists()
    (pair,) = union.suggest(noa.workspace)
    assert pair.kept.name == pair.gone.name
    assert not {one.name for one in proposed} & {item.client.name for item in plan_for(noa, now).items}


def test_noa_may_sign_in_and_owns_the_firm(db, now):
    noa = fill("en", at=now, password=PASSWORD, only=("newcomer",))
    assert authenticate(email="noa@demo.kashuv.example", password=PASSWORD) == noa.login
    assert noa.role == Member.Role.OWNER
    assert Member.objects.filter(workspace_id=noa.workspace_id).count() == 3


def test_a_filling_that_breaks_leaves_nothing(db, now, monkeypatch):
    def stumble(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(aftermath, "decide", stumble)
    with pytest.raises(KeyboardInterrupt):
        fill("he", at=now, password=PASSWORD, only=("newcomer",))
    assert not Workspace.objects.exists()


def test_a_client_has_his_people_manners_and_facts(db, now):
    noa = fill("he", at=now, password=PASSWORD, only=("due_today",))
    gal = Client.objects.within(noa.workspace_id).get(name="מרכז גל")
    people = Person.objects.of(gal).order_by("created_at", "id")
    assert [(person.name, person.form, person.decides) for person in people] == [
        ("יואב גל", "him", True),
        ("שירה מור", "her", False),
    ]


@pytest.mark.parametrize("language", ["he", "en"])
def test_somebody_is_in_the_middle_of_writing(db, now, language):
    noa = fill(
        language, at=now + timedelta(hours=1), password=PASSWORD, only=("draining", "pressed", "natural")
    )
    ws = noa.workspace_id
    held = Hold.objects.within(ws).select_related("draft", "by").get()
    assert held.until < now + timedelta(hours=1) and held.because and held.draft.answers_id
    asked = Opinion.objects.within(ws).get()
    assert Draft.objects.within(ws).count() == 3 and Template.objects.within(ws).count() == 2
    kinds = {
        item.kind
        for member in (held.by, asked.of)
        for item in plan_for(_whole(member), now + timedelta(hours=1)).items
    }
    assert {"held_draft", "second_opinion"} <= kinds


def _whole(member: Member) -> Member:
    return Member.objects.select_related("workspace").get(pk=member.pk)
