"""A letter without a mailbox is no dead end: opened in one's own mail program, recorded here, taken back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from kashuv.desk.drafts.elsewhere import mail_link
from kashuv.flows.incoming import take_in
from kashuv.rooms.conversations import drafts, enclosures
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.promises.models import Promise
from tests.doors.desk.drafts.conftest import mailbox  # noqa: F401  a fixture
from tests.flows.writing import NOA, YOAV, arrived, letter

pytestmark = pytest.mark.django_db
TO = [["יואב", "yoav@gal.example"]]
CALM, HOT = "שלום יואב,\nאשלח את המפרט ביום חמישי.", "נמאס לי ממך."


@pytest.fixture(autouse=True)
def a_calm_hour(monkeypatch, now):
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: now)


@pytest.fixture
def theirs(noa, gal, now):
    take_in(
        noa.workspace,
        [arrived(letter(YOAV, NOA, "המפרט", "מתי?", mark="1@gal"))],
        shipment=None,
        by=None,
        at=now,
    )
    return Entry.objects.within(gal.workspace_id).get()


@pytest.fixture
def draft(noa, gal, now, theirs):
    return drafts.begin(
        gal, theirs.person, by=noa, at=now, to=TO, subject="המפרט & מחיר", text=CALM, answers=theirs
    )


def fresh(draft):
    return Draft.objects.within(draft.workspace_id).get(pk=draft.pk)


def typed(draft, **more):
    return {
        "to": "yoav@gal.example",
        "subject": draft.subject,
        "text": draft.text,
        "version": draft.version,
    } | more


def test_the_link_holds_the_whole_letter(draft):
    link = urlsplit(mail_link(draft))
    assert (link.scheme, link.path) == ("mailto", "yoav@gal.example")
    assert parse_qs(link.query) == {"subject": ["המפרט & מחיר"], "body": [CALM.replace("\n", "\r\n")]}


def test_what_the_guard_lets_pass_is_led_on_at_once_and_what_is_hot_after_it(noa_at_desk, draft):
    there = reverse("draft-elsewhere", args=[draft.pk])
    send = reverse("draft-sending", args=[draft.pk])
    assert noa_at_desk.post(send, typed(draft))["Location"] == there
    draft = fresh(draft)
    assert noa_at_desk.post(send, typed(draft, text=HOT))["Location"] == reverse(
        "draft-guard", args=[draft.pk]
    )
    assert noa_at_desk.post(reverse("draft-release", args=[draft.pk]))["Location"] == there
    page = noa_at_desk.get(there).text
    assert 'href="mailto:yoav@gal.example?' in page and HOT in page


def test_sent_elsewhere_it_is_ours_on_the_timeline_with_what_it_promised(
    noa_at_desk, noa, gal, draft, theirs, now
):
    enclosures.enclose(draft, "מפרט.pdf", "application/pdf", b"%PDF", by=noa, at=now)
    noa_at_desk.post(reverse("draft-saving", args=[draft.pk]), typed(draft, text=CALM + " תודה."))
    draft = fresh(draft)
    noa_at_desk.post(reverse("draft-telling", args=[draft.pk]), {"shown": draft.version})
    told = Entry.objects.within(gal.workspace_id).get(direction="out")
    assert (told.kind, told.subject, told.client_id) == ("mail", draft.subject, gal.id)
    assert (told.thread_id, told.member_id, told.attachment_count) == (theirs.thread_id, noa.id, 1)
    assert Promise.objects.within(gal.workspace_id).get(side="ours").entry_id == told.pk
    draft = fresh(draft)
    assert draft.state == Draft.State.SENT
    assert noa_at_desk.get(reverse("client", args=[gal.pk])).status_code == 200
    noa_at_desk.post(reverse("draft-untelling", args=[draft.pk]))
    assert not Entry.objects.within(gal.workspace_id).filter(direction="out").exists()


def test_what_was_changed_meanwhile_is_not_told_unseen(noa_at_desk, gal, draft):
    noa_at_desk.post(reverse("draft-telling", args=[draft.pk]), {"shown": draft.version - 1})
    assert not Entry.objects.within(gal.workspace_id).filter(direction="out").exists()


def test_a_letter_begun_before_the_first_mailbox_leaves_by_it(noa_at_desk, draft, mailbox):  # noqa: F811
    page = noa_at_desk.get(reverse("draft", args=[draft.pk])).text
    assert f'name="mailbox" value="{mailbox.pk}"' in page and "mailto:" not in page
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft, mailbox=mailbox.pk))
    draft = fresh(draft)
    assert draft.state == Draft.State.LEAVING
