"""Pressing in haste, or in somebody else's place: what leaves is what was seen, once, from one's own mailbox."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client as Visitor
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kashuv.flows.incoming import take_in
from kashuv.rooms.clients.models import Detail
from kashuv.rooms.conversations import drafts, enclosures
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Dispatch
from tests.doors.desk.drafts.test_writing import HOT, the_draft, typed
from tests.flows.writing import NOA, YOAV, arrived, letter

pytestmark = pytest.mark.django_db


def at_desk(member):
    visitor = Visitor()
    visitor.force_login(member.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    return visitor


@pytest.fixture(autouse=True)
def a_calm_hour(monkeypatch, now):
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: now)


@pytest.fixture
def draft(noa_at_desk, gal, mailbox):
    noa_at_desk.post(reverse("draft-beginning"), {"client": gal.pk})
    noa_at_desk.post(reverse("draft-saving", args=[the_draft(gal).pk]), typed(the_draft(gal)))
    return the_draft(gal)


def dispatches(gal):
    return list(Dispatch.objects.within(gal.workspace_id).order_by("number"))


def test_a_second_press_of_send_makes_no_second_draft(noa_at_desk, draft, gal):
    said = typed(draft)
    for _ in range(2):
        noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), said)
    assert the_draft(gal).state == "leaving" and len(dispatches(gal)) == 1


def test_a_second_press_of_write_opens_the_draft_that_is_empty_yet(noa_at_desk, gal):
    for _ in range(2):
        noa_at_desk.post(reverse("draft-beginning"), {"client": gal.pk})
    noa_at_desk.post(reverse("draft-saving", args=[the_draft(gal).pk]), typed(the_draft(gal)))
    noa_at_desk.post(reverse("draft-beginning"), {"client": gal.pk})
    assert Draft.objects.within(gal.workspace_id).count() == 2


def test_a_promise_of_hours_saved_twice_makes_no_second_draft(noa_at_desk, draft, gal):
    said = typed(draft, text="אחזור אליך בעוד שעה.")
    for _ in range(2):
        noa_at_desk.post(reverse("draft-saving", args=[draft.pk]), said)
    assert the_draft(gal).vows[0]["quote"]


def test_a_colleague_writes_on_in_her_draft_and_it_stays_hers(dana, draft, gal, mailbox):
    answer = at_desk(dana).post(
        reverse("draft-saving", args=[draft.pk]), typed(draft, text="בוקר טוב, יואב.")
    )
    assert answer.status_code == 303
    assert (the_draft(gal).text, the_draft(gal).mailbox_id) == ("בוקר טוב, יואב.", mailbox.id)


@pytest.mark.parametrize("noun", ["sending", "release"])
def test_nobody_sends_from_the_mailbox_of_another(dana, draft, gal, noun):
    answer = at_desk(dana).post(reverse(f"draft-{noun}", args=[draft.pk]), typed(draft), follow=True)
    assert dispatches(gal) == [] and the_draft(gal).state == "writing"
    assert "Noa" in answer.text


def test_what_failed_is_sent_again_from_her_mailbox_by_her_alone(noa_at_desk, dana, draft, gal, now):
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft))
    sent = Dispatch.objects.within(gal.workspace_id)
    sent.update(state="failed", ended_at=now, troubled_at=now)
    for visitor, count in ((at_desk(dana), 1), (noa_at_desk, 2)):
        visitor.post(reverse("dispatch-sending", args=[sent.get(number=1).pk]))
        assert len(dispatches(gal)) == count


def test_what_has_left_is_not_said_to_leave(noa_at_desk, draft, gal, now, monkeypatch):
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft))
    Draft.objects.within(gal.workspace_id).update(state="sent", ended_at=now)
    Dispatch.objects.within(gal.workspace_id).update(state="sent", ended_at=now)
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: now + timedelta(minutes=1))
    noa_at_desk.get(reverse("drafts"))  # what was said at the sending is read
    answer = noa_at_desk.post(reverse("draft-release", args=[draft.pk]), follow=True)
    assert "בעוד עשר שניות" not in answer.text


def test_a_file_of_a_letter_that_leaves_stays_in_it(noa_at_desk, noa, draft, gal, now):
    file = enclosures.enclose(draft, "plan.pdf", "application/pdf", b"%PDF", by=noa, at=now)
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft))
    noa_at_desk.post(reverse("draft-file-taking-out", args=[draft.pk, file.pk]))
    assert [one.name for one in drafts.enclosed(draft)] == ["plan.pdf"]


def test_a_short_message_goes_to_one_and_says_so(noa_at_desk, gal, noa, now):
    draft = drafts.begin(gal, None, by=noa, at=now, kind="sms")
    said = {"to": "0541234567, 0529999999", "text": "שלום", "nature": "personal", "version": 1}
    answer = noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), said)
    assert answer.status_code == 422 and dispatches(gal) == []


def test_from_another_mailbox_it_is_signed_as_that_one_signs(noa_at_desk, noa, draft, gal, mailbox, now):
    server = Server("mail.rosen-levy.example", 993, "tls", "office")
    office = mailboxes.open_at(
        noa.workspace, "office@rosen-levy.example", member=None, fetching=server, sending=server,
        secret={"password": "x"}, by=noa, at=now, signature="המשרד",
    )  # fmt: skip
    saving = reverse("draft-saving", args=[draft.pk])
    noa_at_desk.post(saving, typed(draft, mailbox=str(office.pk)))
    assert the_draft(gal).signature == "המשרד"
    noa_at_desk.post(saving, typed(the_draft(gal), text="מילים אחרות"))
    assert the_draft(gal).signature == "המשרד"


def test_hot_words_of_a_colleague_do_not_leave_by_a_press_on_what_was_shown_before(
    noa_at_desk, amit, draft, gal, now
):
    """The page of the guard showed the second version; a third has come meanwhile."""
    answer = noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft, text=HOT), follow=True)
    shown = the_draft(gal)
    assert f'name="shown" value="{shown.version}"' in answer.text
    drafts.save(shown, version=shown.version, by=amit, at=now, text=f"{HOT} {HOT}")
    stands = the_draft(gal)
    noa_at_desk.post(reverse("draft-release", args=[draft.pk]), {"shown": stands.version - 1})
    assert the_draft(gal).state == "writing" and dispatches(gal) == []
    noa_at_desk.post(reverse("draft-release", args=[draft.pk]), {"shown": stands.version})
    assert the_draft(gal).state == "leaving"


def test_what_is_typed_after_it_has_left_is_kept_and_it_is_not_laid_on_somebody_else(noa_at_desk, draft, gal):
    said = typed(draft)
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), said)
    noa_at_desk.get(reverse("drafts"))
    more = {**said, "text": "ועוד דבר."}
    told = noa_at_desk.post(reverse("draft-saving", args=[draft.pk]), more, follow=True).text
    assert "ועוד דבר." in told and "שינה" not in told and "כבר לא בכתיבה" in told


def test_who_presses_answer_all_after_it_has_left_makes_no_second_draft(noa_at_desk, noa, gal, mailbox, now):
    raw = letter(YOAV, f"{NOA}, Dalia <dalia@gal.example>", "מחיר", "כמה זה עולה?", mark="1@gal")
    take_in(noa.workspace, [arrived(raw)], shipment=None, by=None, at=now)
    entry = Entry.objects.within(gal.workspace_id).get()
    noa_at_desk.post(reverse("draft-beginning"), {"answers": entry.pk})
    draft = the_draft(gal)
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft))
    noa_at_desk.post(reverse("draft-everybody", args=[draft.pk]))
    assert the_draft(gal).state == "leaving"


def test_a_rest_that_is_over_is_shown_no_more(noa_at_desk, draft, gal, noa, now, monkeypatch):
    Detail.objects.create(
        workspace_id=gal.workspace_id, client=gal, words="לא לכתוב השבוע", leave_alone=True,
        leave_alone_until=now + timedelta(days=1), at=now,
    )  # fmt: skip
    page = reverse("draft", args=[draft.pk])
    assert "לא לכתוב השבוע" in noa_at_desk.get(page).text
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: now + timedelta(days=2))
    assert "לא לכתוב השבוע" not in noa_at_desk.get(page).text


def test_her_own_drafts_are_not_crowded_out_by_what_others_write(
    noa_at_desk, draft, gal, amit, now, monkeypatch
):
    monkeypatch.setattr("kashuv.desk.drafts.listing.MOST", 2)
    for number in range(3):
        drafts.begin(gal, None, by=amit, at=now + timedelta(minutes=number), subject=f"his {number}")
    page = noa_at_desk.get(reverse("drafts")).text
    assert reverse("draft", args=[draft.pk]) in page and "his 2" in page and "his 0" not in page


def test_a_long_list_of_drafts_asks_no_more_than_a_short_one(noa_at_desk, noa, draft, gal, amit, now):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            noa_at_desk.get(reverse("drafts"))
        return len(seen)

    noa_at_desk.get(reverse("drafts"))
    few = asked()
    for number in range(15):
        drafts.begin(gal, None, by=noa, at=now, subject=f"hers {number}")
        drafts.begin(gal, None, by=amit, at=now, subject=f"his {number}")
    assert asked() == few
