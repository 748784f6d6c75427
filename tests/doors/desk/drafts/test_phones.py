"""A message to a phone on the screen: its parts, its window, the chat on one's own phone, and the record of it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kashuv.foundation import clock
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import gateways
from tests.flows.test_whatsapp import KEYS, heard

TO = [["יואב גל", "054-123-4567"]]


def message(member, client, kind="sms", **more) -> Draft:  # type: ignore[no-untyped-def]
    return drafts.begin(
        client, None, by=member, at=clock.now(), kind=kind, to=TO, **({"text": "נתראה מחר"} | more)
    )


def shown(visitor, one: Draft) -> str:  # type: ignore[no-untyped-def]
    return visitor.get(reverse("draft", args=[one.pk])).content.decode()


def typed(one: Draft, **more: str) -> dict[str, str]:
    return {"version": str(one.version), "to": "054-123-4567", "text": one.text} | more


def test_an_sms_tells_its_parts_and_anew_with_each_saving(noa_at_desk, noa, gal):
    one = message(noa, gal)
    assert "9 " in shown(noa_at_desk, one) and "61" in shown(noa_at_desk, one)
    saved = noa_at_desk.post(
        reverse("draft-saving", args=[one.pk]), typed(one, text="א" * 80), headers={"HX-Target": "kept"}
    )
    assert "80 " in saved.content.decode() and "54" in saved.content.decode()


@pytest.mark.parametrize(("tongue", "word"), [("en", "letter"), ("he", "מכתב")])
def test_a_message_is_called_no_letter(noa_at_desk, noa, gal, tongue, word):
    noa.language = tongue
    noa.save(update_fields=["language"])
    page = shown(noa_at_desk, message(noa, gal, text="I will call you tomorrow.", vows=[]))
    assert word not in re.sub("<[^>]+>", "", page.partition("<main")[2].partition("</main>")[0]).lower()


def test_the_chat_opens_with_the_words_in_it(noa_at_desk, noa, gal):
    page = shown(noa_at_desk, message(noa, gal, "whatsapp", text="מחר בעשר & חצי"))
    assert "https://wa.me/972541234567?text=%D7%9E" in page and "%26" in page
    assert "sms:+972541234567?body=" in shown(noa_at_desk, message(noa, gal))


@pytest.mark.parametrize(("ago", "tag"), [(1, "calm"), (25, "wait")])
def test_the_window_is_shown_as_a_clock(noa_at_desk, noa, gal, ago, tag):
    now = clock.now()
    way, _ = gateways.open_at(
        noa.workspace, "whatsapp", "+97231234567", provider="cloud", secret=KEYS, by=noa, at=now
    )
    heard(noa, way, timedelta(hours=ago), at=now)
    page = shown(noa_at_desk, message(noa, gal, "whatsapp", gateway_id=way.id))
    assert f'<span class="tag {tag}">' in page


def test_one_tap_records_what_was_sent_and_one_takes_it_back(noa_at_desk, noa, gal):
    one = message(noa, gal, "whatsapp")
    answer = noa_at_desk.post(reverse("draft-telling", args=[one.pk]), typed(one, text="נתראה מחר בעשר"))
    assert answer["Location"] == reverse("client", args=[gal.pk])
    entry = Entry.objects.within(noa.workspace_id).get()
    assert (entry.text, entry.kind, entry.client_id) == ("נתראה מחר בעשר", "whatsapp", gal.id)
    noa_at_desk.post(reverse("draft-untelling", args=[one.pk]))
    assert not Entry.objects.within(noa.workspace_id).exists()


@pytest.mark.parametrize(("kind", "way"), [("whatsapp", "https://wa.me/"), ("sms", "sms:+")])
def test_without_a_gateway_ones_own_phone_is_the_main_way(noa_at_desk, noa, gal, kind, way):
    one = message(noa, gal, kind)
    page = shown(noa_at_desk, one)
    assert f'class="do main" href="{way}' in page and page.count(reverse("draft-telling", args=[one.pk])) == 1
    assert reverse("draft-sending", args=[one.pk]) not in page


def test_a_letter_that_can_leave_is_not_told(noa_at_desk, noa, gal, mailbox):
    to = [["", "yoav@gal.example"]]
    letter = drafts.begin(gal, None, by=noa, at=clock.now(), to=to, text="שלום", mailbox_id=mailbox.pk)
    assert noa_at_desk.post(reverse("draft-telling", args=[letter.pk]), typed(letter)).status_code == 404
    assert reverse("draft-telling", args=[letter.pk]) not in shown(noa_at_desk, letter)
