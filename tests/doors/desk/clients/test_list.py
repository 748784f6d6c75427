"""The list of clients: filters, orders, pages, and what it costs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.desk.clients.listing import picking
from kashuv.desk.clients.listing.asked import Asked
from kashuv.desk.clients.listing.page import client_list
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.lines import refresh_lines
from kashuv.rooms.clients.models import Person
from tests import cast
from tests.cast import NOW


def _names(member, **asked) -> list[str]:
    return [row.name for row in client_list(member, Asked.of(asked), NOW).rows]


def _pulse(client, **felt) -> None:
    moments = {name: NOW - timedelta(days=days) for name, days in felt.items()}
    Pulse.objects.create(workspace_id=client.workspace_id, client=client, **moments)


@pytest.fixture
def three(gal, dalia, orit):
    """Gal waits, Dalia is silent, Orit was spoken to yesterday."""
    _pulse(gal, last_at=3, waiting_since=3)
    _pulse(dalia, last_at=24, uneasy_at=4)
    _pulse(orit, last_at=1)
    return gal, dalia, orit


def _statements(call) -> int:
    with CaptureQueriesContext(connection) as asked:
        call()
    return len(asked)


@pytest.mark.parametrize(
    "query", ["", "?sort=last", "?sort=waiting", "?state=waiting", "?owner=x&frame=quiet"]
)
def test_fifty_clients_cost_as_many_statements_as_one(noa_at_desk, noa, query):
    def ask() -> int:
        return _statements(lambda: noa_at_desk.get(f"/clients/{query}"))

    _pulse(cast.client(noa.workspace, "One", noa), last_at=1, waiting_since=1)
    ask()
    few = ask()
    for n in range(60):
        _pulse(cast.client(noa.workspace, f"Client {n}", noa), last_at=n, waiting_since=n)
    assert few == ask() <= 6


def test_each_state_shows_its_own(noa, three):
    gal, dalia, orit = (client.name for client in three)
    assert _names(noa, state="waiting") == [gal]
    assert _names(noa, state="silent") == [dalia]
    assert _names(noa, sort="last") == [orit, gal, dalia]
    assert _names(noa, sort="waiting") == [gal]


def test_the_sentence_says_the_one_thing_worth_saying(noa, three):
    rows = client_list(noa, Asked(sort="last"), NOW).rows
    assert [row.how.colour for row in rows] == ["", "wait", "calm"]


def test_owner_and_frame_narrow(noa, dana, gal):
    cast.client(noa.workspace, "Dana's own", dana, frame="pressed")
    assert _names(noa, owner=str(dana.id)) == ["Dana's own"]
    assert _names(noa, frame="pressed") == ["Dana's own"]
    assert _names(noa, owner=str(dana.id), frame="quiet") == []


@pytest.mark.parametrize("sort", ["name", "last", "waiting"])
def test_pages_hold_everybody_once(noa, sort):
    for n in range(120):
        _pulse(cast.client(noa.workspace, f"Client {n:03}", noa), last_at=n % 7, waiting_since=n % 7)
    seen, query = [], {"sort": sort}
    while True:
        page = client_list(noa, Asked.of(query), NOW)
        seen += [row.name for row in page.rows]
        if not page.onward:
            break
        query = dict(pair.split("=") for pair in page.onward.split("&"))
    assert len(seen) == len(set(seen)) == 120


@pytest.mark.parametrize("words", ["מרכז", "Yoav", "yoav@gal", "123-4567", "יואבb גל"])
def test_found_by_name_mail_and_phone_in_both_alphabets_with_errors(noa, gal, dalia, words):
    people = [person.id for client in (gal, dalia) for person in _people(client)]
    refresh_lines(noa.workspace_id, client_ids=[gal.id, dalia.id], person_ids=people)
    assert _names(noa, q=words) == [gal.name]


def _people(client):
    return Person.objects.of(client)


def test_others_exclusive_ties_are_not_there(dana, noa, mallory, monkeypatch):
    tie = cast.client(noa.workspace, "Hush", noa, exclusive=True)
    refresh_lines(noa.workspace_id, client_ids=[tie.id])
    assert _names(noa) == ["Hush"]
    for member in (dana, mallory):
        assert _names(member) == _names(member, q="Hush") == []
    own = cast.client(noa.workspace, "Not so Hush", dana)
    refresh_lines(noa.workspace_id, client_ids=[own.id])
    monkeypatch.setattr(picking, "PAGE", 1)
    assert _names(dana, q="Hush") == ["Not so Hush"]  # nor do they take its place


def test_an_empty_list_leads_to_those_who_wait_to_be_introduced(noa_at_desk, noa):
    assert '/clients/introductions/">' not in _taught(noa_at_desk)
    cast.client(noa.workspace, "North Pier", noa, standing="proposed")
    assert '/clients/introductions/">' in _taught(noa_at_desk)


def _taught(desk) -> str:
    return desk.get("/clients/").content.decode().partition('class="teach"')[2]


def test_nonsense_in_the_address_counts_as_not_asked(noa_at_desk, gal):
    answer = noa_at_desk.get("/clients/?owner=1&sort=x&standing=%00&after=zzz&frame=')--&q=%00")
    assert answer.status_code == 200
    assert gal.name in answer.content.decode()
