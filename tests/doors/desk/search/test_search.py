"""Search: clients and people by any part of what names them, then what was said; only what may be seen."""

from __future__ import annotations

import pytest

from kashuv.desk.asking.whom import whom
from kashuv.desk.search.page import WHO
from kashuv.foundation.folding import fold
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.clients.lines import refresh_lines
from kashuv.rooms.clients.models import Client, Person
from tests import cast
from tests.doors.desk.clients.lives import life


@pytest.fixture
def lines(gal, dalia):
    clients = (gal, dalia)
    people = Person.objects.within(gal.workspace_id).filter(client__in=clients).values_list("id", flat=True)
    refresh_lines(gal.workspace_id, client_ids=[one.id for one in clients], person_ids=list(people))


def _search(client, words: str, **more) -> str:
    return client.get("/search/", {"q": words, **more}).content.decode()


@pytest.mark.parametrize("words", ["מרכז גל", "Yoav", "gal.example", "4567", "Yoaw Gal"])
def test_a_client_is_found_by_any_part_of_what_names_him(noa_at_desk, gal, lines, words):
    assert f'href="/clients/{gal.id}/"' in _search(noa_at_desk, words)


def test_what_was_said_is_looked_into_where_no_name_fits(noa_at_desk, gal, lines):
    (entry,) = life(gal, 1)
    index.write([
        SaidLine(workspace_id=gal.workspace_id, kind="entry", ref=entry.id, client_id=gal.id, text="send the zeppelin")
    ])  # fmt: skip
    body = _search(noa_at_desk, "zeppelin")
    assert f"/clients/{gal.id}/entries/{entry.id}/reading/" in body


@pytest.mark.parametrize("words", ["Yoav zeppelin", "send gal.example zeppelin", "זפלין גל", "גל zeppelin"])
def test_a_name_and_a_word_find_what_was_said_with_him(noa_at_desk, gal, dalia, lines, words):
    own, other = (life(client, 1)[0] for client in (gal, dalia))
    index.write([
        SaidLine(workspace_id=gal.workspace_id, kind="entry", ref=one.id, client_id=one.client_id,
                 text=fold("send the zeppelin זפלין"))
        for one in (own, other)
    ])  # fmt: skip
    body = _search(noa_at_desk, words)
    assert f"/entries/{own.id}/" in body and f"/entries/{other.id}/" not in body


def test_a_fragment_is_the_list_alone(noa_at_desk, gal, lines):
    answer = noa_at_desk.get("/search/", {"q": "Yoav"}, headers={"hx-request": "true"})
    assert "<html" not in answer.content.decode()
    assert str(gal.id) in answer.content.decode()


def test_nothing_is_said_plainly(noa_at_desk, lines):
    assert 'class="found"' not in _search(noa_at_desk, "xyzzyqwv")


def test_ties_that_may_not_be_seen_are_not_found(client, noa, dana, mallory, lines, gal):
    tie = cast.client(noa.workspace, "Hush Secret", noa, exclusive=True)
    refresh_lines(noa.workspace_id, client_ids=[tie.id])
    for member, words in ((dana, "Hush"), (mallory, "Yoav"), (mallory, "Hush")):
        client.force_login(member.login, backend="allauth.account.auth_backends.AuthenticationBackend")
        assert "/clients/0" not in _search(client, words, said="1")
    assert Client.objects.seen_by(noa).filter(pk=tie.pk).exists()


def test_a_tie_that_may_not_be_seen_hides_nothing(client, noa, dana, gal, lines):
    """Neither does its name keep from what was said, nor do many such names keep one's own from the list."""
    ties = [cast.client(noa.workspace, "Zeppelin", noa, exclusive=True) for _ in range(WHO + 1)]
    own = cast.client(noa.workspace, "The Zeppelin Works of Haifa", dana)
    refresh_lines(noa.workspace_id, client_ids=[ties[0].id])
    (entry,) = life(gal, 1)
    index.write([
        SaidLine(workspace_id=gal.workspace_id, kind="entry", ref=entry.id, client_id=gal.id, text="about the zeppelin")
    ])  # fmt: skip
    client.force_login(dana.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert f"/entries/{entry.id}/" in _search(client, "zeppelin")
    refresh_lines(noa.workspace_id, client_ids=[own.id, *(tie.id for tie in ties)])
    assert f'href="/clients/{own.id}/"' in _search(client, "zeppelin")
    assert [one.client.pk for one in whom(dana, "zeppelin")] == [own.id]
