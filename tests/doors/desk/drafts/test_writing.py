"""A letter on the screen: begun at a client, saved while one types, looked at by the guard, sent, called back."""

from __future__ import annotations

import pytest
from django.test import Client as Visitor
from django.urls import reverse

from kashuv.flows.incoming import take_in
from kashuv.rooms.calm.models import Hold, Weighing
from kashuv.rooms.conversations import templates
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post.models import Dispatch
from tests.flows.writing import NOA, YOAV, arrived, letter

pytestmark = pytest.mark.django_db
HOT = "יואב, זו חוצפה. נמאס לי מהתלונות שלך, אתה פשוט חסר בושה!"


def the_draft(client):
    return Draft.objects.within(client.workspace_id).get()


def typed(draft, **more):
    said = {
        "mailbox": str(draft.mailbox_id or ""),
        "to": "יואב גל <yoav@gal.example>",
        "subject": "ההצעה",
        "text": "יואב שלום,\r\nההצעה מוכנה. בוקר טוב!",
        "nature": "personal",
        "version": draft.version,
    }
    return {**said, **more}


@pytest.fixture
def draft(noa_at_desk, gal, mailbox):
    noa_at_desk.post(reverse("draft-beginning"), {"client": gal.pk})
    return the_draft(gal)


def test_a_letter_begins_with_the_first_person_and_her_own_mailbox(draft, mailbox):
    assert draft.to == [["יואב גל", "yoav@gal.example"]] and draft.mailbox_id == mailbox.id


def test_an_answer_begins_with_who_wrote_and_what_about(noa_at_desk, noa, gal, mailbox, now):
    raw = letter(YOAV, f"{NOA}, Dalia <dalia@gal.example>", "מחיר", "כמה זה עולה?", mark="1@gal")
    take_in(noa.workspace, [arrived(raw)], shipment=None, by=None, at=now)
    entry = Entry.objects.within(gal.workspace_id).get()
    noa_at_desk.post(reverse("draft-beginning"), {"answers": entry.pk})
    draft = the_draft(gal)
    assert (draft.to, draft.subject, draft.answers_id) == (
        [["יואב גל", "yoav@gal.example"]],
        "Re: מחיר",
        entry.pk,
    )
    page = noa_at_desk.get(reverse("draft", args=[draft.pk]))
    assert "כמה זה עולה?" in page.text
    noa_at_desk.post(reverse("draft-everybody", args=[draft.pk]), typed(draft))
    assert the_draft(gal).cc == [["Dalia", "dalia@gal.example"]]


def test_what_is_typed_is_kept_and_the_page_is_told_the_next_version(noa_at_desk, draft, gal):
    saving = reverse("draft-saving", args=[draft.pk])
    answer = noa_at_desk.post(saving, typed(draft), headers={"HX-Request": "true", "HX-Target": "kept"})
    assert the_draft(gal).text == "יואב שלום,\nההצעה מוכנה. בוקר טוב!"
    assert 'name="version" value="2"' in answer.text and "<html" not in answer.text


def test_what_is_no_address_yet_is_kept_as_typed_and_stops_only_the_sending(noa_at_desk, draft, gal):
    noa_at_desk.post(reverse("draft-saving", args=[draft.pk]), typed(draft, to="yoav@ga"))
    assert the_draft(gal).to == [["", "yoav@ga"]]
    answer = noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(the_draft(gal), to="yoav@ga"))
    assert answer.status_code == 422 and "yoav@ga" in answer.text
    assert Dispatch.objects.within(gal.workspace_id).count() == 0


def test_two_who_save_are_led_apart_with_both_texts(noa_at_desk, draft, gal):
    saving = reverse("draft-saving", args=[draft.pk])
    noa_at_desk.post(saving, typed(draft, text="one"))
    answer = noa_at_desk.post(saving, typed(draft, text="two"), headers={"HX-Target": "kept"})
    texts = set(Draft.objects.within(gal.workspace_id).values_list("text", flat=True))
    assert texts == {"one", "two"} and "HX-Redirect" in answer.headers


def calm_hour(monkeypatch, now):
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: now)


def test_a_letter_that_nothing_stands_against_leaves_and_can_be_called_back(
    noa_at_desk, draft, gal, now, monkeypatch
):
    calm_hour(monkeypatch, now)
    answer = noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft))
    assert answer.url == reverse("client", args=[gal.pk])
    dispatch = Dispatch.objects.within(gal.workspace_id).get()
    assert dispatch.state == "waiting" and (dispatch.leave_at - dispatch.made_at).total_seconds() >= 10
    noa_at_desk.post(reverse("draft-recalling", args=[draft.pk]))
    assert the_draft(gal).state == "writing"


def test_hot_words_are_shown_first_and_wait_until_morning(noa_at_desk, draft, gal, now, monkeypatch):
    calm_hour(monkeypatch, now)
    answer = noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft, text=HOT), follow=True)
    assert "<mark>" in answer.text and Dispatch.objects.within(gal.workspace_id).count() == 0
    noa_at_desk.post(reverse("draft-waiting", args=[draft.pk]))
    hold = Hold.objects.within(gal.workspace_id).get()
    assert hold.ended_at is None and {one["kind"] for one in hold.because} & {"anger", "insult", "blame"}
    assert Weighing.objects.within(gal.workspace_id).get().decision == "held"
    assert noa_at_desk.get(reverse("drafts")).status_code == 200


def test_send_it_as_it_is_is_always_possible_and_kept(noa_at_desk, draft, gal, now, monkeypatch):
    calm_hour(monkeypatch, now)
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft, text=HOT))
    noa_at_desk.post(reverse("draft-waiting", args=[draft.pk]))
    noa_at_desk.post(reverse("draft-release", args=[draft.pk]))
    assert Dispatch.objects.within(gal.workspace_id).get().state == "waiting"
    assert Weighing.objects.within(gal.workspace_id).get().decision == "went"
    assert Hold.objects.within(gal.workspace_id).get().ended == "override"


def test_without_a_mailbox_nothing_is_lost(noa_at_desk, gal):
    noa_at_desk.post(reverse("draft-beginning"), {"client": gal.pk})
    draft = the_draft(gal)
    noa_at_desk.post(reverse("draft-sending", args=[draft.pk]), typed(draft))
    noa_at_desk.post(reverse("draft-release", args=[draft.pk]))
    assert the_draft(gal).state == "writing" and the_draft(gal).text.startswith("יואב שלום")


def test_files_go_along_and_come_out(noa_at_desk, draft, gal):
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("תוכנית.pdf", b"%PDF", "application/pdf")
    noa_at_desk.post(reverse("draft-files", args=[draft.pk]), {"files": [file]})
    page = noa_at_desk.get(reverse("draft", args=[draft.pk]))
    assert "תוכנית.pdf" in page.text


def test_a_dropped_draft_is_offered_back(noa_at_desk, draft, gal):
    noa_at_desk.post(reverse("draft-dropping", args=[draft.pk]), typed(draft, text="words"))
    assert (the_draft(gal).state, the_draft(gal).text) == ("dropped", "words")
    noa_at_desk.post(reverse("draft-return", args=[draft.pk]))
    assert the_draft(gal).state == "writing"


def test_a_template_is_kept_offered_filled_and_thrown_away(noa_at_desk, draft):
    form = {"name": "תודה", "subject": "", "text": "{name} שלום, תודה!", "shared": "on"}
    noa_at_desk.post(reverse("templates"), form)
    assert "יואב שלום, תודה!" in noa_at_desk.get(reverse("draft", args=[draft.pk])).text
    wrong = noa_at_desk.post(reverse("templates"), {**form, "text": "{price}"})
    assert wrong.status_code == 422 and "{price}" in wrong.text


def desk_of(member) -> Visitor:
    visitor = Visitor()
    visitor.force_login(member.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    return visitor


def test_the_teams_template_is_its_writers_and_the_leaders_to_change(noa_at_desk, noa, dana, amit, now):
    """Each of us writes from it; whoever changes it changes everybody's letters."""
    hers = templates.keep(by=dana, at=now, shared=True, name="תודה", text="תודה!")
    noas = templates.keep(by=noa, at=now, shared=True, name="ברכה", text="מזל טוב!")
    page = desk_of(dana).get(reverse("templates")).text
    assert "ברכה" in page and reverse("template", args=[noas.pk]) not in page
    assert reverse("template", args=[hers.pk]) in page
    for name in ("template", "template-end"):
        assert (
            desk_of(dana).post(reverse(name, args=[noas.pk]), {"name": "x", "text": "x"}).status_code == 404
        )
    said = {"name": "תודה רבה", "text": "תודה!", "shared": "on"}
    for member in (dana, amit):
        assert desk_of(member).post(reverse("template", args=[hers.pk]), said).status_code == 303
    assert desk_of(amit).post(reverse("template-end", args=[hers.pk])).status_code == 303


def test_what_the_letter_promises_is_taken_on_unless_it_is_unticked(noa_at_desk, draft, gal):
    text = "I will send the offer by Thursday. I will call you tomorrow."
    saving = reverse("draft-saving", args=[draft.pk])
    answer = noa_at_desk.post(saving, typed(draft, text=text), headers={"HX-Target": "kept"})
    assert answer.text.count('name="vow"') == 2
    first, second = (one["quote"] for one in the_draft(gal).vows)
    shown = {"vow_shown": [first, second], "vow": [first], "text": text}
    noa_at_desk.post(saving, typed(the_draft(gal), **shown))
    assert [one["taken"] for one in the_draft(gal).vows] == [True, False]


def test_it_leaves_at_the_hour_that_she_names(noa_at_desk, draft, gal, now, monkeypatch):
    calm_hour(monkeypatch, now)
    noa_at_desk.post(reverse("draft-later", args=[draft.pk]), typed(draft, when="מחר בעשר בבוקר"))
    dispatch = Dispatch.objects.within(gal.workspace_id).get()
    assert dispatch.leave_at.isoformat() == "2026-11-25T08:00:00+00:00"


def test_it_leaves_when_it_suits_the_client(noa_at_desk, draft, gal, now, monkeypatch):
    at_night = now.replace(hour=2)  # four in the morning in Jerusalem
    calm_hour(monkeypatch, at_night)
    noa_at_desk.post(reverse("draft-later", args=[draft.pk]), typed(draft))
    dispatch = Dispatch.objects.within(gal.workspace_id).get()
    assert dispatch.leave_at.isoformat() == "2026-11-24T07:00:00+00:00"


def test_the_guard_looks_at_the_hour_at_which_it_leaves_and_hands_it_on(
    noa_at_desk, draft, gal, now, monkeypatch
):
    calm_hour(monkeypatch, now)
    posted = typed(draft, when="ביום שבת בעשר בבוקר")
    answer = noa_at_desk.post(reverse("draft-later", args=[draft.pk]), posted)
    page = noa_at_desk.get(answer.url)
    assert "שבת" in page.text and 'name="at"' in page.text
    noa_at_desk.post(reverse("draft-release", args=[draft.pk]), {"at": "2026-11-28T08:00:00+00:00"})
    assert Dispatch.objects.within(gal.workspace_id).get().leave_at.day == 28


def test_an_hour_that_has_passed_or_is_none_is_said_and_nothing_is_lost(
    noa_at_desk, draft, gal, now, monkeypatch
):
    calm_hour(monkeypatch, now)
    answer = noa_at_desk.post(
        reverse("draft-later", args=[draft.pk]), typed(draft, when="בננה", text="מילים")
    )
    assert answer.status_code == 422 and "בננה" in answer.text and "מילים" in answer.text


def test_an_answer_that_was_begun_is_taken_up_again(noa_at_desk, noa, gal, mailbox, now):
    take_in(
        noa.workspace, [arrived(letter(YOAV, NOA, "מחיר", "כמה זה עולה?"))], shipment=None, by=None, at=now
    )
    entry = Entry.objects.within(gal.workspace_id).get()
    first = noa_at_desk.post(reverse("draft-beginning"), {"answers": entry.pk})
    assert noa_at_desk.post(reverse("draft-beginning"), {"answers": entry.pk}).url == first.url
    assert Draft.objects.within(gal.workspace_id).count() == 1
