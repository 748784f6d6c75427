"""How a call went: what follows from each answer, without a script."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.promises.models import Promise


@pytest.fixture
def yoav(gal) -> Person:  # type: ignore[no-untyped-def]
    return Person.objects.within(gal.workspace_id).get(client_id=gal.pk)


def answered(visitor, person: Person, outcome: str, words: str = ""):  # type: ignore[no-untyped-def]
    return visitor.post(reverse("calling", args=[person.pk]), {"outcome": outcome, "words": words})


def test_what_was_said_is_taken_down_with_the_person(noa_at_desk, gal, yoav):
    assert answered(noa_at_desk, yoav, "reached", "סגרנו על יום ראשון").status_code == 303
    entry = Entry.objects.within(gal.workspace_id).get()
    assert (entry.kind, entry.person_id, entry.client_id) == ("call", yoav.pk, gal.pk)


def test_who_was_reached_said_something(noa_at_desk, gal, yoav):
    assert answered(noa_at_desk, yoav, "reached").status_code == 422
    assert not Entry.objects.within(gal.workspace_id).exists()


def test_a_call_that_nobody_took_is_no_contact_but_a_reminder(noa_at_desk, gal, yoav):
    answered(noa_at_desk, yoav, "later")
    assert not Entry.objects.within(gal.workspace_id).exists()
    reminder = Promise.objects.within(gal.workspace_id).get()
    assert (reminder.state, reminder.side, reminder.person_id) == ("open", "ours", yoav.pk)
    assert reminder.due_at is not None


@pytest.mark.parametrize(("kind", "to"), [("mail", "yoav@gal.example"), ("sms", "054-123-4567")])
def test_or_a_letter_is_begun(noa_at_desk, gal, yoav, kind, to):
    answer = answered(noa_at_desk, yoav, kind)
    draft = Draft.objects.within(gal.workspace_id).get()
    assert answer["Location"] == reverse("draft", args=[draft.pk])
    assert (draft.kind, draft.to[0][1], draft.text.strip() != "") == (kind, to, True)


def test_a_wrong_number_leads_to_the_person(noa_at_desk, gal, yoav):
    answer = answered(noa_at_desk, yoav, "wrong")
    assert answer["Location"] == reverse("person", args=[gal.pk, yoav.pk])


def test_a_message_from_ones_own_phone_is_taken_down_with_one_tap(noa_at_desk, gal, yoav):
    address = reverse("texting", args=[yoav.pk, "whatsapp"])
    assert "נפגשים בעשר" in noa_at_desk.get(address, {"words": "נפגשים בעשר"}).content.decode()
    assert noa_at_desk.post(address, {"words": "נפגשים בעשר"}).status_code == 303
    entry = Entry.objects.within(gal.workspace_id).get()
    assert (entry.kind, entry.direction, entry.text) == ("whatsapp", "out", "נפגשים בעשר")


def test_by_no_other_channel_and_not_without_words(noa_at_desk, yoav):
    assert noa_at_desk.get(reverse("texting", args=[yoav.pk, "mail"])).status_code == 404
    assert noa_at_desk.post(reverse("texting", args=[yoav.pk, "sms"]), {"words": ""}).status_code == 422


def test_the_clients_page_leads_to_it_and_to_a_message(noa_at_desk, gal, yoav):
    page = noa_at_desk.get(reverse("client", args=[gal.pk])).content.decode()
    assert f'data-call="{reverse("calling", args=[yoav.pk])}"' in page
    form = {"person": str(yoav.pk), "kind": "whatsapp"}
    noa_at_desk.post(reverse("draft-beginning"), form)
    draft = Draft.objects.within(gal.workspace_id).get()
    assert (draft.kind, draft.to) == ("whatsapp", [["יואב גל", "054-123-4567"]])
