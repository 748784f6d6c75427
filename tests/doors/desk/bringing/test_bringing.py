"""Bringing in by the browser: handed over, looked at, carried, told in full, taken back."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kashuv.desk.bringing.report import inert
from kashuv.foundation.keys import uuid7
from kashuv.foundation.queue.job import Job
from kashuv.rooms.clients.models import Person
from kashuv.rooms.post.models import Refusal, Shipment
from kashuv.transfer.arriving import job, shipping
from kashuv.transfer.arriving.carrying import COUNTED
from tests.cast import NOW

TABLE = "Name,Reach,Phone\nDana Lev,dana@lev.example,054-9998877\nOrit Bar,orit@bar.example,052-1112233\n"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path


def _hand_over(client, name: str = "contacts.csv", content: str = TABLE) -> str:
    answer = client.post("/bringing/", {"files": SimpleUploadedFile(name, content.encode())})
    assert answer.status_code == 303
    return answer["Location"]


def _bring(client, **told) -> Shipment:
    """Hands a table over, sends it off and does the worker's part."""
    looking = _hand_over(client)
    answer = client.post(looking, told)
    shipment = Shipment.objects.within(client.session_workspace).get(pk=answer["Location"].split("/")[2])
    waiting = Job.objects.within(shipment.workspace_id).get(task="carry")
    job.carry(shipment.by.workspace, waiting.arguments, NOW)
    return Shipment.objects.within(shipment.workspace_id).get(pk=shipment.pk)


@pytest.fixture
def desk(noa_at_desk, noa):
    noa_at_desk.session_workspace = noa.workspace_id
    return noa_at_desk


def test_what_was_recognised_is_shown_with_examples(desk):
    body = desk.get(_hand_over(desk)).content.decode()
    assert "contacts.csv" in body and "dana@lev.example" in body
    assert re.search(r'<option value="mail" selected>', body)
    assert not Shipment.objects.within(desk.session_workspace).exists()


def test_a_file_of_no_kind_says_why_and_can_not_be_started(desk):
    body = desk.get(_hand_over(desk, "x.bin", "\x00\x01 nothing")).content.decode()
    assert 'class="do main"' not in body.split("<main")[1].split("</main>")[0]


def test_sent_off_carried_and_told(desk):
    shipment = _bring(desk)
    assert shipment.state == "arrived"
    assert Person.objects.within(shipment.workspace_id).filter(name="Dana Lev").exists()
    body = desk.get(f"/bringing/{shipment.id}/").content.decode()
    assert 'hx-trigger="every 2s"' not in body
    assert "contacts.csv" in desk.get("/bringing/").content.decode()


def test_a_column_is_corrected(desk):
    shipment = _bring(desk, **{"column-0-2": ""})
    assert shipment.options["columns"] == {"contacts.csv": {"2": ""}}


def test_while_it_moves_the_page_asks_again_with_a_script_and_without(desk, noa):
    moving = Shipment.objects.create(
        workspace_id=noa.workspace_id, by=noa, state="moving", sources=["a.mbox"], total=1000, done=250,
        counts=dict.fromkeys(COUNTED, 50), started_at=NOW,
    )  # fmt: skip
    body = desk.get(f"/bringing/{moving.id}/").content.decode()
    assert 'hx-trigger="every 2s"' in body and 'http-equiv="refresh"' in body
    assert "25%" in body and 'value="25"' in body


def test_every_refusal_is_told_and_no_cell_is_a_formula(desk, noa):
    shipment = Shipment.objects.create(workspace_id=noa.workspace_id, by=noa, state="arrived", started_at=NOW)
    Refusal.objects.create(
        workspace_id=noa.workspace_id, shipment=shipment, source="=cmd|x", reason="broken", digest=b"1" * 32
    )
    assert "=cmd|x" in desk.get(f"/bringing/{shipment.id}/").content.decode()
    answer = desk.get(f"/bringing/{shipment.id}/refusals.csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1] == ["'=cmd|x", "broken"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_a_cell_that_begins_like_a_formula_is_made_words(cell):
    assert not inert(cell).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert inert("plain") == "plain"


def test_taken_back_after_it_was_asked(desk):
    shipment = _bring(desk)
    asked = desk.get(f"/bringing/{shipment.id}/returning/")
    assert asked.status_code == 200
    assert Person.objects.within(shipment.workspace_id).filter(name="Dana Lev").exists()
    desk.post(f"/bringing/{shipment.id}/returning/")
    desk.post(f"/bringing/{shipment.id}/returning/")
    underway = desk.get(f"/bringing/{shipment.id}/").content.decode()
    assert 'hx-trigger="every 2s"' in underway and 'http-equiv="refresh"' in underway
    assert Person.objects.within(shipment.workspace_id).filter(name="Dana Lev").exists()
    waiting = Job.objects.within(shipment.workspace_id).get(task="take_back")
    for _ in range(2):
        job.take_back(shipment.by.workspace, waiting.arguments, NOW)
    told = desk.get(f"/bringing/{shipment.id}/").content.decode()
    assert 'hx-trigger="every 2s"' not in told and 'class="summary"' in told
    assert not Person.objects.within(shipment.workspace_id).filter(name="Dana Lev").exists()
    assert Shipment.objects.within(shipment.workspace_id).get(pk=shipment.pk).state == "taken_back"


def test_what_is_left_unread_is_thrown_away(desk):
    looking = _hand_over(desk)
    key = looking.split("/")[2]
    desk.post(f"/bringing/{key}/withdrawal/")
    assert not shipping.folder_of(key).exists()
    assert desk.get(looking).status_code == 404


def test_an_interrupted_one_goes_on(desk, noa):
    shipment = Shipment.objects.create(
        workspace_id=noa.workspace_id, by=noa, state="failed", error="The disk is full.", started_at=NOW
    )
    assert "The disk is full." in desk.get(f"/bringing/{shipment.id}/").content.decode()
    desk.post(f"/bringing/{shipment.id}/resuming/")
    assert Job.objects.within(noa.workspace_id).filter(task="carry").count() == 1


def test_others_see_neither_the_files_nor_the_shipment(desk, client, noa, mallory, dana):
    looking, shipment = (
        _hand_over(desk),
        Shipment.objects.create(workspace_id=noa.workspace_id, by=noa, started_at=NOW),
    )
    for member in (mallory, dana):
        client.force_login(member.login, backend="allauth.account.auth_backends.AuthenticationBackend")
        assert client.get(looking).status_code == 404
        for leaf in ("", "returning/", "refusals.csv"):
            assert client.get(f"/bringing/{shipment.id}/{leaf}").status_code == 404
    assert client.get(f"/bringing/{uuid7()}/looking/").status_code == 404


@pytest.mark.parametrize("name", ["../../escape.csv", "...csv", "/etc/passwd", "a\x00b.csv"])
def test_a_files_name_stays_inside_its_folder(desk, name, tmp_path):
    key = _hand_over(desk, name).split("/")[2]
    (file,) = (path for path in (shipping.folder_of(key)).rglob("*") if path.is_file())
    assert file.resolve().is_relative_to(shipping.folder_of(key).resolve())
