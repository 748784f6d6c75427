"""Deciding on what was read: one key, one undo, and nobody else's."""

from __future__ import annotations

import pytest

from kashuv.rooms.conversations.models import Finding
from tests.doors.desk.clients.lives import life


@pytest.fixture
def finding(gal) -> Finding:
    (entry,) = life(gal, 1)
    return Finding.objects.within(gal.workspace_id).get(entry_id=entry.pk)


def _state(finding: Finding) -> str:
    return Finding.objects.within(finding.workspace_id).get(pk=finding.pk).state


@pytest.mark.parametrize(("noun", "state"), [("acceptance", "accepted"), ("dismissal", "dismissed")])
def test_a_decision_and_its_undo(noa_at_desk, gal, finding, noun, state):
    answer = noa_at_desk.post(f"/clients/{gal.id}/findings/{finding.id}/{noun}/")
    assert answer.status_code == 303
    assert _state(finding) == state
    noa_at_desk.post(f"/clients/{gal.id}/findings/{finding.id}/reconsidering/")
    assert _state(finding) == "proposed"


def test_with_a_script_the_entry_alone_is_drawn_anew(noa_at_desk, gal, finding):
    answer = noa_at_desk.post(
        f"/clients/{gal.id}/findings/{finding.id}/dismissal/", headers={"hx-request": "true"}
    )
    body = answer.content.decode()
    assert body.count("<article") == 1
    assert answer["HX-Push-Url"] == "false"
    assert "/reconsidering/" in body
    assert 'mark class="request"' not in body


def test_reading_alone_changes_nothing(noa_at_desk, gal, finding):
    assert noa_at_desk.get(f"/clients/{gal.id}/findings/{finding.id}/acceptance/").status_code == 405


def test_another_firm_finds_nothing(client, mallory, gal, finding):
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(f"/clients/{gal.id}/findings/{finding.id}/acceptance/").status_code == 404
    assert _state(finding) == "proposed"
