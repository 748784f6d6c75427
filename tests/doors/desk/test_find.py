"""The find field: whom, what, and where to."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kashuv.desk.find.doings import DOINGS, doings
from kashuv.rooms.clients import register


@pytest.fixture
def known(gal):
    register.refresh_lines(gal.workspace_id, client_ids=[gal.pk])
    return gal


def test_an_empty_field_shows_what_is_done_most(noa_at_desk) -> None:
    page = noa_at_desk.get(reverse("find")).context["page"]

    assert page.doings == [one for one in DOINGS if not one.asked_for]


def test_every_deed_leads_to_a_page(noa_at_desk) -> None:
    for one in DOINGS:
        answer = noa_at_desk.post(one.address) if one.begins else noa_at_desk.get(one.address)
        assert answer.status_code == (303 if one.begins else 200), one.page
        assert f'id="{one.part}"' in answer.content.decode() if one.part else True


def test_a_client_is_found_by_a_part_of_the_name(known, noa_at_desk) -> None:
    answer = noa_at_desk.get(
        reverse("find"), {"q": "גל"}, headers={"HX-Request": "true", "HX-Target": "found"}
    )

    assert reverse("client", args=[known.pk]) in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("import", "bringing"), ("ייצוא", "bringing"), ("mailbox", "mailboxes"), ("תיבה", "mailboxes"),
        ("template", "templates"), ("תבניות", "templates"), ("gateway", "gateways"), ("ספק", "gateways"),
        ("new draft", "draft-beginning"), ("טיוטה חדשה", "draft-beginning"), ("close day", "closing"),
        ("סגירת היום", "closing"), ("members", "settings"), ("צוות", "settings"), ("outbox", "outbox"),
    ],
)  # fmt: skip
def test_a_deed_is_found_by_another_word_for_it(noa, asked: str, page: str) -> None:
    assert page in [one.page for one in doings(asked, noa)]


def test_who_does_not_lead_is_offered_nothing_that_is_closed_to_her(dana) -> None:
    assert doings("twilio", dana) == []


def test_nothing_found_is_said(noa_at_desk) -> None:
    assert noa_at_desk.get(reverse("find"), {"q": "zzqqxx\x00"}).context["page"].is_empty


def test_mallory_finds_no_client_of_others(known, mallory, client) -> None:
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert not client.get(reverse("find"), {"q": "גל"}).context["page"].found.who
