"""Everybody else: whoever came with mail or contacts and is no client is found, taken in with his words, and let go."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.flows.capture import take_down
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise
from tests import cast
from tests.cast import NOW
from tests.flows.test_introductions import bring
from tests.flows.writing import NOA, letter

OTHERS = "/clients/introductions/others/"
BARAK = "Barak Tal <barak@barak-home.example>"
DEALS = "Zvi Deals <news@deals.example>"


@pytest.fixture
def barak(noa) -> Person:
    """One letter to him, with a promise of ours for noon."""
    bring(
        noa, letter(NOA, BARAK, "The kumquat offer", "I will send the offer by Thursday.", at=NOW, mark="b@x")
    )
    return Person.objects.within(noa.workspace_id).get(name="Barak Tal")


@pytest.mark.parametrize("place", ["/find/?q=", "/search/?said=1&q="])
def test_who_is_no_client_yet_is_found_and_so_are_his_words(noa_at_desk, noa, barak, place):
    register.meet(noa.workspace, [Contact("Carmit Zur", ("carmit@zur.example",))], at=NOW)
    for words, name in (("carmit", "Carmit+Zur"), ("ברק", "Barak+Tal"), ("kumquat", "Barak+Tal")):
        body = noa_at_desk.get(place + words).content.decode()
        assert f'href="{OTHERS}?q={name}"' in body, words


def test_no_number_of_strangers_crowds_a_client_out(noa_at_desk, noa):
    own = cast.client(noa.workspace, "The Old Harbour of Haifa", noa)
    register.refresh_lines(noa.workspace_id, client_ids=[own.id])
    register.meet(noa.workspace, [Contact(f"Harbour {n}", (f"h{n}@x.example",)) for n in range(160)], at=NOW)
    body = noa_at_desk.get("/search/?q=harbour").content.decode()
    assert body.index(f"/clients/{own.id}/") < body.index(f"{OTHERS}?q=Harbour")


def test_everybody_else_stands_there_and_is_searched_and_newsletters_do_not(noa_at_desk, noa, barak):
    bring(noa, letter(DEALS, NOA, "Sale", "Buy", mark="d@d", List_Unsubscribe="<https://deals.example/u>"))
    register.meet(noa.workspace, [Contact("Carmit Zur", ("carmit@zur.example",))], at=NOW)
    body = noa_at_desk.get(OTHERS).content.decode()
    assert body.index("The kumquat offer") < body.index("carmit@zur.example") and "Deals" not in body
    found = noa_at_desk.get(OTHERS, {"q": "כרמית"}).content.decode()
    assert "Carmit Zur" in found and "Barak Tal" not in found


def test_sixty_cost_as_many_statements_as_one_and_stand_on_two_pages(noa_at_desk, noa, barak):
    def ask() -> int:
        with CaptureQueriesContext(connection) as asked:
            noa_at_desk.get(OTHERS)
        return len(asked)

    ask()
    few = ask()
    register.meet(noa.workspace, [Contact(f"Person {n}", (f"p{n}@x.example",)) for n in range(60)], at=NOW)
    assert few == ask() <= 7
    assert "Person 0<" in noa_at_desk.get(OTHERS, {"page": "1"}).content.decode()


def test_who_becomes_a_client_brings_his_words_and_what_was_promised_in_them(noa_at_desk, noa, barak):
    answer = noa_at_desk.post(f"{OTHERS}{barak.id}/admitting/", follow=True)
    made = Client.objects.within(noa.workspace_id).get(name="Barak Tal")
    assert (made.standing, made.owner_id) == ("current", noa.id)
    assert Entry.objects.of(made).count() == 1
    assert Promise.objects.of(made).get().state == "proposed"
    noa_at_desk.post(re.search(r'action="([^"]*/letting-go/[^"]*)"', answer.content.decode()).group(1))
    assert Person.objects.within(noa.workspace_id).get(pk=barak.pk).client_id is None
    assert not Promise.objects.within(noa.workspace_id).exists()
    assert Client.objects.within(noa.workspace_id).get(name="Barak Tal").standing == "declined"


def test_he_may_belong_to_a_client_who_is_known(noa_at_desk, gal, barak):
    told = {"to": gal.name, "to_key": f"client:{gal.id}"}
    noa_at_desk.post(f"{OTHERS}{barak.id}/belonging/", told)
    assert Person.objects.within(gal.workspace_id).get(pk=barak.pk).client_id == gal.id
    assert Entry.objects.of(gal).count() == 1


def test_another_firm_takes_nobody_in(client, mallory, barak):
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(f"{OTHERS}{barak.id}/admitting/").status_code == 404
    assert "Barak" not in client.get(OTHERS).content.decode()
    assert "Barak" not in client.get("/find/?q=barak").content.decode().replace("“barak”", "")


def test_a_word_with_a_stranger_taken_down_brings_his_letters_along(noa, barak):
    taken = take_down(noa, person=barak, kind="call", words="He called.", at=NOW)
    assert Entry.objects.of(taken.client).count() == 2
