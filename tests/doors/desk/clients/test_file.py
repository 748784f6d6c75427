"""The client's file by hand: written down, changed, taken back, taken out."""

from __future__ import annotations

import re

import pytest

from kashuv.foundation.search import finding
from kashuv.rooms.clients.models import Address, Client, Detail, KeyDate, Manner, Person
from tests import cast

ME = {"name": "Yoav", "role": "", "form": "him", "mails": "", "phones": "", "contact_allowed": "on"}


def _undo(answer) -> str:
    """Where the toast of the answer's page leads back to."""
    return re.search(r'action="(/clients/[^"]*/restoring/[^"]*)"', answer.content.decode()).group(1)


def test_a_client_by_hand_is_found_and_listed(noa_at_desk, noa):
    answer = noa_at_desk.post(
        "/clients/new/", {"name": "אורן מערכות", "language": "he", "owner": str(noa.id)}
    )
    client = Client.objects.within(noa.workspace_id).get(name="אורן מערכות")
    assert (answer.status_code, answer["Location"]) == (303, f"/clients/{client.id}/")
    assert client.owner_id == noa.id
    assert [found.ref for found in finding.who(noa.workspace_id, "oren")] == [client.id]
    assert "אורן מערכות" in noa_at_desk.get("/clients/?sort=name").content.decode()


def test_a_client_without_a_name_is_asked_again(noa_at_desk):
    assert noa_at_desk.post("/clients/new/", {"language": "he"}).status_code == 422


def test_a_change_can_be_undone(noa_at_desk, gal):
    told = {"name": "Gal Centre", "language": "en", "exclusive": "on", "owner": "", "cadence_days": "14"}
    answer = noa_at_desk.post(f"/clients/{gal.id}/edit/", told, follow=True)
    changed = Client.objects.within(gal.workspace_id).get(pk=gal.pk)
    assert (changed.name, changed.owner_id, changed.exclusive, changed.cadence_days) == (
        "Gal Centre",
        None,
        True,
        14,
    )
    noa_at_desk.post(_undo(answer))
    again = Client.objects.within(gal.workspace_id).get(pk=gal.pk)
    assert (again.name, again.owner_id, again.exclusive, again.since) == (
        gal.name,
        gal.owner_id,
        False,
        gal.since,
    )


def test_an_undo_that_was_tampered_with_does_nothing(noa_at_desk, gal):
    assert noa_at_desk.post(f"/clients/{gal.id}/restoring/abc:def/").status_code == 404


def test_the_frame_is_changed_with_one_press(noa_at_desk, gal):
    noa_at_desk.post(f"/clients/{gal.id}/frame/pressed/")
    assert Client.objects.within(gal.workspace_id).get(pk=gal.pk).frame == "pressed"
    assert noa_at_desk.post(f"/clients/{gal.id}/frame/hateful/").status_code == 404


def test_a_person_is_added_and_reached_by_what_was_typed(noa_at_desk, gal):
    told = {
        **ME,
        "name": "Dana Lev",
        "mails": "Dana@Gal.example",
        "phones": "*6050\n054 999 8877",
        "decides": "on",
    }
    assert noa_at_desk.post(f"/clients/{gal.id}/people/new/", told).status_code == 303
    dana = Person.objects.within(gal.workspace_id).get(name="Dana Lev")
    assert (dana.client_id, dana.decides, dana.contact_allowed) == (gal.id, True, True)
    his = Address.objects.within(gal.workspace_id).filter(person=dana).values_list("normal", flat=True)
    assert sorted(his) == ["549998877", "6050", "dana@gal.example"]
    assert finding.who(gal.workspace_id, "9998877")[0].ref == dana.id


def test_somebody_elses_address_is_refused_with_his_name(noa_at_desk, gal, dalia):
    told = {**ME, "mails": "dalia@rosen.example"}
    answer = noa_at_desk.post(f"/clients/{gal.id}/people/new/", told)
    assert answer.status_code == 422
    assert "דליה רוזן" in answer.content.decode()
    assert not Person.objects.within(gal.workspace_id).filter(name="Yoav").exists()


def test_whose_an_address_is_stays_untold_where_the_tie_is_exclusive(client, dana, noa, gal):
    tie = cast.client(noa.workspace, "Hush", noa, exclusive=True)
    cast.person(tie, "Secret Person", "secret@hush.example")
    client.force_login(dana.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.post(f"/clients/{gal.id}/people/new/", {**ME, "mails": "secret@hush.example"})
    assert answer.status_code == 422
    assert "Secret" not in answer.content.decode()


def test_a_person_is_changed_and_restored(noa_at_desk, gal):
    yoav = Person.objects.of(gal).get()
    answer = noa_at_desk.post(f"/clients/{gal.id}/people/{yoav.id}/", ME, follow=True)
    assert not Address.objects.within(gal.workspace_id).filter(person=yoav).exists()
    noa_at_desk.post(_undo(answer))
    assert Person.objects.of(gal).get().name == "יואב גל"
    assert Address.objects.within(gal.workspace_id).filter(person=yoav).count() == 2


def test_days_are_read_out_of_a_fact(noa_at_desk, gal):
    noa_at_desk.post(f"/clients/{gal.id}/details/new/", {"words": "יום הולדת של יואב: 23 בנובמבר"})
    day = KeyDate.objects.within(gal.workspace_id).get(client_id=gal.id)
    assert (day.month, day.day, day.kind) == (11, 23, "birthday")


def test_a_day_that_comes_once_keeps_its_year(noa_at_desk, gal):
    told = {"kind": "contract", "words": "renewal", "on": "2027-03-01"}
    noa_at_desk.post(f"/clients/{gal.id}/days/new/", told)
    day = KeyDate.objects.within(gal.workspace_id).get(client_id=gal.id)
    assert (day.year, day.month, day.returns) == (2027, 3, False)


@pytest.mark.parametrize("noun", [Manner, KeyDate, Detail])
def test_taking_out_is_asked_before_it_is_done(noa_at_desk, gal, noun):
    plural = {Manner: "manners", KeyDate: "days", Detail: "details"}[noun]
    told = {"kind": "other", "words": "by phone alone", "on": "2027-03-01", "returns": "on"}
    noa_at_desk.post(f"/clients/{gal.id}/{plural}/new/", told)
    thing = noun.objects.within(gal.workspace_id).get(client_id=gal.id)
    address = f"/clients/{gal.id}/{plural}/{thing.id}/removal/"
    assert "by phone alone" in noa_at_desk.get(address).content.decode()
    assert noun.objects.within(gal.workspace_id).filter(pk=thing.pk).exists()
    noa_at_desk.post(address)
    assert not noun.objects.within(gal.workspace_id).filter(pk=thing.pk).exists()


def test_a_file_that_may_not_be_seen_may_not_be_written(client, dana, noa):
    tie = cast.client(noa.workspace, "Hush", noa, exclusive=True)
    client.force_login(dana.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    for leaf in ("edit/", "people/new/", "manners/new/", "days/new/", "details/new/", "frame/quiet/"):
        assert client.post(f"/clients/{tie.id}/{leaf}", {"words": "x"}).status_code == 404
