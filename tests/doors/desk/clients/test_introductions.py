"""Introductions: confirmed and declined in bulk with an undo; names and groups corrected; people joined and parted."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.desk.clients.introductions.page import introductions_page
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.lines import refresh_lines
from kashuv.rooms.clients.models import Client, Merging, Person
from tests import cast
from tests.cast import NOW
from tests.doors.desk.clients.lives import life

BECAUSE = [{"reason": "to_and_fro", "ins": 14, "outs": 9}]


@pytest.fixture
def proposed(noa) -> list[Client]:
    return [
        cast.client(noa.workspace, f"Firm {n}", noa, standing="proposed", because=BECAUSE) for n in range(3)
    ]


def _standings(noa) -> list[str]:
    return list(Client.objects.within(noa.workspace_id).order_by("folded").values_list("standing", flat=True))


def _undo(answer) -> str:
    return re.search(r'action="(/clients/introductions/reconsidering/[^"]*)"', answer.content.decode()).group(
        1
    )


def test_each_proposal_stands_with_its_reason(noa_at_desk, proposed):
    body = noa_at_desk.get("/clients/introductions/").content.decode()
    assert body.count("14") >= 3
    assert all(client.name in body for client in proposed)


def test_many_are_confirmed_at_once_and_taken_back(noa_at_desk, noa, proposed):
    chosen = [str(client.id) for client in proposed[:2]]
    answer = noa_at_desk.post("/clients/introductions/confirming/", {"chosen": chosen}, follow=True)
    assert _standings(noa) == ["current", "current", "proposed"]
    noa_at_desk.post(_undo(answer))
    assert _standings(noa) == ["proposed"] * 3


def test_a_row_alone_is_declined_by_its_own_button(noa_at_desk, noa, proposed):
    noa_at_desk.post("/clients/introductions/declining/", {"only": str(proposed[1].id)})
    assert _standings(noa) == ["proposed", "declined", "proposed"]


def test_a_name_is_corrected_before_it_is_confirmed(noa_at_desk, noa, proposed):
    told = {
        "chosen": [str(proposed[0].id)],
        f"name-{proposed[0].id}": "Right Name",
        f"name-{proposed[1].id}": "Not asked",
    }
    noa_at_desk.post("/clients/introductions/confirming/", told)
    names = Client.objects.within(noa.workspace_id).values_list("name", flat=True)
    assert sorted(names) == ["Firm 1", "Firm 2", "Right Name"]


def test_thirty_proposals_cost_as_many_statements_as_one(noa_at_desk, noa, proposed):
    def ask() -> int:
        with CaptureQueriesContext(connection) as asked:
            noa_at_desk.get("/clients/introductions/")
        return len(asked)

    cast.person(proposed[0], "Person", "p@more.example")
    ask()
    few = ask()
    for n in range(30):
        client = cast.client(noa.workspace, f"More {n}", noa, standing="proposed", because=BECAUSE)
        cast.person(client, f"Person {n}", f"p{n}@more.example")
    assert few == ask() <= 8


def test_people_go_to_a_client_of_their_own_with_what_was_said(noa_at_desk, gal):
    (entry,) = life(gal, 1)
    yoav = Person.objects.of(gal).get()
    type(entry).objects.within(gal.workspace_id).filter(pk=entry.pk).update(person=yoav)
    told = {"people": [str(yoav.id)], "to_key": ""}
    address = f"/clients/introductions/{gal.id}/grouping/"
    answer = noa_at_desk.post(address, {**told, "to": "Yoav Alone"}, follow=True)
    alone = Client.objects.within(gal.workspace_id).get(name="Yoav Alone")
    assert Person.objects.of(alone).get() == yoav
    assert type(entry).objects.within(gal.workspace_id).get(pk=entry.pk).client_id == alone.id
    noa_at_desk.post(re.search(r'action="([^"]*/grouping/undoing/[^"]*)"', answer.content.decode()).group(1))
    assert Person.objects.of(gal).get() == yoav


@pytest.fixture
def twice(gal) -> tuple[Person, Person]:
    """One man under two spellings and the same phone in the book."""
    two = Person.objects.of(gal).get(), cast.person(gal, "Yoav Gal", "yoav.gal@home.example")
    refresh_lines(gal.workspace_id, person_ids=[one.id for one in two])
    return two


def test_two_names_of_one_man_are_asked_about_with_the_reason(noa_at_desk, twice):
    body = noa_at_desk.get("/clients/introductions/same/").content.decode()
    assert "Yoav Gal" in body and "יואב גל" in body


def test_joined_and_parted_again(noa_at_desk, twice):
    kept, gone = twice
    noa_at_desk.post(f"/clients/introductions/same/{kept.id}/{gone.id}/joining/")
    merging = Merging.objects.within(kept.workspace_id).get()
    assert Person.objects.within(kept.workspace_id).get(pk=gone.pk).merged_into_id == kept.id
    assert merging.because and merging.because[0]["reason"] != "by_hand"
    noa_at_desk.post(f"/clients/introductions/same/{merging.id}/parting/")
    assert Person.objects.within(kept.workspace_id).get(pk=gone.pk).merged_into_id is None


def test_two_people_are_not_asked_about_again(noa_at_desk, twice):
    kept, gone = twice
    noa_at_desk.post(f"/clients/introductions/same/{kept.id}/{gone.id}/keeping-apart/")
    body = noa_at_desk.get("/clients/introductions/same/").content.decode()
    assert f"/{gone.id}/keeping-apart/" not in body and f"/{kept.id}/keeping-apart/" not in body
    assert not Person.objects.within(kept.workspace_id).filter(merged_into__isnull=False).exists()


def test_another_firm_can_neither_join_nor_confirm(client, mallory, twice, proposed, noa):
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    kept, gone = twice
    assert client.post(f"/clients/introductions/same/{kept.id}/{gone.id}/joining/").status_code == 404
    client.post("/clients/introductions/confirming/", {"chosen": [str(proposed[0].id)]})
    assert proposed[0].name not in client.get("/clients/introductions/").content.decode()
    assert "current" not in [
        one.standing for one in Client.objects.within(noa.workspace_id).filter(id=proposed[0].id)
    ]


def test_what_is_not_hers_to_see_is_not_hers_to_part(client, dana, noa, twice):
    kept, gone = twice
    hush = cast.client(noa.workspace, "Hush", noa, exclusive=True)
    Person.objects.within(gone.workspace_id).filter(pk=gone.pk).update(client=hush)
    merging = Merging.objects.create(
        workspace_id=kept.workspace_id, kept=kept, gone=gone, because=[], moved={}, by=noa, at=NOW
    )
    client.force_login(dana.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(f"/clients/introductions/same/{merging.id}/parting/").status_code == 404
    assert Merging.objects.within(kept.workspace_id).get(pk=merging.pk).undone_at is None


@pytest.mark.parametrize("noun", ["joining", "keeping-apart"])
def test_nobody_is_joined_with_himself(noa_at_desk, twice, noun):
    one, _ = twice
    assert noa_at_desk.post(f"/clients/introductions/same/{one.id}/{one.id}/{noun}/").status_code == 404
    assert not Merging.objects.within(one.workspace_id).exists()


def test_of_all_who_wait_those_heard_last_stand_first(noa, proposed, monkeypatch):
    for days, client in zip((9, 1, 30), proposed, strict=True):
        Pulse.objects.create(workspace_id=noa.workspace_id, client=client, last_at=NOW - timedelta(days=days))
    monkeypatch.setattr("kashuv.desk.clients.introductions.page.PAGE", 2)
    page = introductions_page(noa, NOW)
    assert [one.name for one in page.introduced] == ["Firm 1", "Firm 0"] and page.more


def test_a_crowd_behind_one_name_is_counted_and_led_to(noa, noa_at_desk, proposed):
    for n in range(9):
        cast.person(proposed[0], f"Person {n}", f"p{n}@firm.example")
    first = next(one for one in introductions_page(noa, NOW).introduced if one.id == proposed[0].id)
    assert len(first.people) == 4 and first.people[0][1] and first.more == 5
    body = noa_at_desk.get("/clients/introductions/").content.decode()
    assert re.search(rf'href="/clients/{proposed[0].id}/">[^<]*5', body)
