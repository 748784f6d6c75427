"""A mailbox is connected: its address, the guess, the trial, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kashuv.foundation.queue.job import Job
from kashuv.rooms.post import mailboxes, pacing
from kashuv.rooms.post.channels import naming
from kashuv.rooms.post.models import Mailbox
from tests import dovecot
from tests.cast import NOW
from tests.doors.desk.mailboxes.conftest import ADDRESS, at_desk, typed
from tests.smtp import closed_port

pytestmark = pytest.mark.dovecot
NEW, TRIAL = "mailbox-new", "mailbox-new-trial"


def test_the_servers_are_guessed_from_the_address(noa_at_desk):
    page = noa_at_desk.get(reverse(NEW), {"address": "Noa@Gmail.com"}).content.decode()
    assert 'value="imap.gmail.com"' in page and 'value="smtp.gmail.com"' in page
    assert 'value="noa@gmail.com"' in page
    assert 'href="https://myaccount.google.com/apppasswords"' in page


def test_of_an_own_domain_google_is_chosen_by_hand(noa_at_desk):
    said = {"address": "noa@rosen.example", "provider": "google_workspace"}
    assert 'value="imap.gmail.com"' in noa_at_desk.get(reverse(NEW), said).content.decode()
    said["provider"] = ""
    page = noa_at_desk.get(reverse(NEW), said).content.decode()
    assert 'value="imap.rosen.example"' in page and 'value="smtp.rosen.example"' in page


def test_what_is_no_address_is_asked_for_again(noa_at_desk):
    assert noa_at_desk.get(reverse(NEW), {"address": "noa"}).status_code == 422
    assert noa_at_desk.post(reverse("mailbox-guess"), {"address": "noa"}).status_code == 422


def test_names_are_asked_for_by_a_press_and_not_without_end(noa_at_desk, monkeypatch):
    asked = []
    monkeypatch.setattr(naming, "addresses_of", lambda host, port: asked.append(host) or no_address(host))
    monkeypatch.setattr(pacing, "MOST", 1)
    known = "mail.rosen.example"

    def no_address(host: str) -> list[object]:
        if host != known:
            raise OSError
        return []

    for expected in (known, "imap.rosen.example"):  # the second time nobody is asked: the first name will do
        page = noa_at_desk.post(reverse("mailbox-guess"), {"address": "noa@rosen.example"}, follow=True)
        assert f'value="{expected}"' in page.content.decode()
        assert len(asked) == 4
    said = {"address": "noa@rosen.example", "fetching": "evil.example", "sending": known}
    page = noa_at_desk.get(reverse(NEW), said).content.decode()
    assert "evil.example" not in page and f'value="{known}"' in page and len(asked) == 4


def test_a_mailbox_that_opens_is_kept_sealed_and_fetched(noa, noa_at_desk, imap, post):
    answer = noa_at_desk.post(reverse(NEW), typed(imap.port, post.port, since="2026-01-01"))
    mailbox = Mailbox.objects.within(noa.workspace_id).get()
    assert answer.status_code == 303 and answer["Location"] == reverse("mailbox", args=[mailbox.pk])
    assert (mailbox.address, mailbox.member_id, mailbox.name) == (ADDRESS, noa.pk, "נועה רוזן")
    assert mailbox.since and mailbox.since.isoformat() == "2026-01-01"
    assert mailboxes.secret_of(mailbox) == {"password": dovecot.PASSWORD}
    assert dovecot.PASSWORD.encode() not in bytes(mailbox.secret)
    assert Job.objects.within(noa.workspace_id).get(task="collect").arguments == {"mailbox": str(mailbox.pk)}
    assert post.taken == []


def test_a_trial_keeps_nothing_and_shows_no_password(noa, noa_at_desk, imap, post):
    answer = noa_at_desk.post(reverse(TRIAL), typed(imap.port, post.port))
    page = answer.content.decode()
    assert answer.status_code == 200 and page.count('class="tag calm"') == 2
    assert dovecot.PASSWORD not in page
    assert not Mailbox.objects.within(noa.workspace_id).exists()


def test_what_does_not_open_is_kept_only_if_she_says_so(noa, noa_at_desk, imap):
    said = typed(imap.port, closed_port(), password="not this one")
    answer = noa_at_desk.post(reverse(NEW), said)
    page = answer.content.decode()
    assert answer.status_code == 422 and page.count('class="tag hurt"') == 2
    assert "even_so" in page and "not this one" not in page
    assert not Mailbox.objects.within(noa.workspace_id).exists()

    assert noa_at_desk.post(reverse(NEW), said | {"even_so": "on"}).status_code == 303
    assert Mailbox.objects.within(noa.workspace_id).exists()


def test_where_the_way_is_closed_for_good_nothing_is_offered_for_later(noa_at_desk, settings):
    settings.PRIVATE_NETWORKS = ()
    page = noa_at_desk.post(reverse(NEW), typed(1, 1, fetching_host="169.254.169.254")).text
    assert page.count('class="tag hurt"') == 2 and "even_so" not in page and "רשת פרטית" not in page


@pytest.mark.parametrize("name", ["[::1]", "שרת שלי"])
def test_a_trial_of_what_is_no_name_answers_at_the_field(noa_at_desk, name):
    answer = noa_at_desk.post(reverse(TRIAL), typed(1, 1, fetching_host=name), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"]) == (422, "#connecting")
    assert 'id="id_fetching_host_error"' in answer.text and "hx-preserve" in answer.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": ""},
        {"fetching_host": "imap example"},
        {"fetching_host": "imap.example/path"},
        {"sending_port": "70000"},
        {"sending_security": "maybe"},
        {"login": "noa\r\nA1 LOGOUT"},
        {"address": "nobody"},
        {"capture": "nobody"},
        {"provider": "somebody"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_nonsense_is_refused_before_anybody_is_asked(noa, noa_at_desk, wrong):
    said = typed(1, 1, **wrong)
    for name in (NEW, TRIAL):
        assert noa_at_desk.post(reverse(name), said).status_code == 422
    assert not Mailbox.objects.within(noa.workspace_id).exists()


@pytest.mark.parametrize("field", ["address", "capture"])
def test_a_clients_address_is_not_made_ours_by_a_slip(noa, noa_at_desk, gal, field):
    said = typed(1, 1, even_so="on", **{field: "Yoav@gal.example"})
    assert noa_at_desk.post(reverse(NEW), said).status_code == 422
    assert not Mailbox.objects.within(noa.workspace_id).exists()


def test_an_address_is_connected_once(noa, noa_at_desk, open_mailbox):
    open_mailbox(noa, member=noa)
    answer = noa_at_desk.post(reverse(NEW), typed(1, 1, even_so="on", address=ADDRESS.upper()))
    assert answer.status_code == 422
    assert Mailbox.objects.within(noa.workspace_id).count() == 1


def test_a_closed_one_is_opened_again_and_keeps_its_past(noa, noa_at_desk, open_mailbox):
    before = open_mailbox(noa, member=noa, signature="בברכה")
    mailboxes.close(before, by=noa, at=NOW)
    assert noa_at_desk.post(reverse(NEW), typed(1, 2, even_so="on")).status_code == 303
    after = Mailbox.objects.within(noa.workspace_id).get()
    assert (after.pk, after.active, after.signature) == (before.pk, True, "בברכה")
    assert after.sending["port"] == 2
    assert mailboxes.secret_of(after) == {"password": dovecot.PASSWORD}


def test_a_closed_one_of_somebody_else_is_opened_by_a_leader_alone(noa, dana, amit, open_mailbox):
    mailboxes.close(open_mailbox(noa, member=noa), by=noa, at=NOW)
    said = typed(1, 1, even_so="on")
    assert at_desk(dana).post(reverse(NEW), said).status_code == 422
    assert at_desk(amit).post(reverse(NEW), said).status_code == 303
    assert Mailbox.objects.within(noa.workspace_id).get().member_id == amit.pk


def test_the_teams_is_made_by_those_who_lead(noa, dana, amit):
    said = typed(1, 1, even_so="on", whose="team", address="office@kashuv.example")
    at_desk(amit).post(reverse(NEW), said)
    assert Mailbox.objects.within(noa.workspace_id).get().member_id is None

    assert 'name="whose"' not in at_desk(dana).get(reverse(NEW), {"address": ADDRESS}).content.decode()
    at_desk(dana).post(reverse(NEW), said | {"address": "dana@kashuv.example"})
    hers = Mailbox.objects.within(noa.workspace_id).get(address="dana@kashuv.example")
    assert hers.member_id == dana.pk


@pytest.mark.parametrize("path", ["new", "trial", "servers", "standing"])
def test_nobody_looks_around_the_world_by_our_hand(noa, noa_at_desk, open_mailbox, monkeypatch, path):
    """After so many tries she is asked to wait, also for what would be kept untried and looked at by a worker."""
    box = open_mailbox(noa, "office@kashuv.example", member=noa)
    where = {
        "new": reverse(NEW),
        "trial": reverse(TRIAL),
        "servers": reverse("mailbox-servers", args=[box.pk]),
        "standing": reverse("mailbox-trial", args=[box.pk]),
    }
    monkeypatch.setattr(pacing, "MOST", 2)
    said = typed(closed_port(), closed_port())
    assert noa_at_desk.post(where["trial"], said).status_code == 200
    noa_at_desk.post(where[path], said | {"even_so": "on"})
    again = noa_at_desk.post(
        where[path], said | {"even_so": "on", "address": "third@kashuv.example"}, follow=True
    )
    assert "2 ניסיונות ב־10 דקות" in again.content.decode()
    assert not Mailbox.objects.within(noa.workspace_id).filter(address__startswith="third").exists()
    monkeypatch.setattr(pacing, "STRETCH", timedelta(0))
    assert "ניסיונות ב־" not in noa_at_desk.post(where["trial"], said).content.decode()


def test_another_has_tries_of_her_own(noa, dana, monkeypatch):
    monkeypatch.setattr(pacing, "MOST", 1)
    assert [pacing.may_try(one, at=NOW) for one in (noa, noa, dana)] == [True, False, True]
    assert pacing.may_try(noa, at=NOW + pacing.STRETCH)
