"""WhatsApp: in our own words for a day after theirs, then only by a template; or from one's own phone, recorded in one tap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from kashuv.flows import outgoing
from kashuv.flows.arrived import Contact, SaidElsewhere
from kashuv.flows.incoming import take_in
from kashuv.language import read
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import gateways
from kashuv.rooms.promises import vows
from kashuv.rooms.promises.models import Promise
from tests.cast import NOW
from tests.flows.outgoing import as_it_stands, draft, work
from tests.gateway import CLOUD_TAKEN, Stub, answering

KEYS = {"phone": "106540352242922", "token": "EAAx", "signature": "app secret"}


@pytest.fixture
def stub() -> Iterator[Stub]:
    with answering(Stub(answer=CLOUD_TAKEN)) as listening:
        yield listening


def gateway(member, stub: Stub, **options: str):  # type: ignore[no-untyped-def]
    opened, _ = gateways.open_at(
        member.workspace, "whatsapp", "+97231234567", provider="cloud", secret=KEYS, by=member, at=NOW,
        options={"base": stub.url, **options},
    )  # fmt: skip
    return opened


def heard(member, way, ago: timedelta, name: str = "", at=NOW) -> None:  # type: ignore[no-untyped-def]
    said_at = at - ago
    identity = name or f"{way.id.hex}:{ago}"
    who = Contact("", phones=("+972541234567",))
    reading = read("שלום", reference=said_at)
    said = SaidElsewhere(identity, "whatsapp", "in", said_at, (who,), "שלום", reading)
    take_in(member.workspace, [said], shipment=None, by=None, at=said_at)


def message(member, way, client, **more):  # type: ignore[no-untyped-def]
    told = {
        "to": [["יואב גל", "054-123-4567"]],
        "text": "נתראה מחר.\n\nבעשר אצלכם.",
        "subject": "",
        "kind": "whatsapp",
    }
    return draft(member, None, client, gateway=way, **(told | more))


def sent(member, way, client):  # type: ignore[no-untyped-def]
    dispatch = outgoing.release(message(member, way, client), by=member, at=NOW)
    work()
    return as_it_stands(dispatch)


def test_within_a_day_of_his_last_word_our_own_words_go_as_they_are(noa, gal, stub):
    way = gateway(noa, stub, template="hello")
    heard(noa, way, timedelta(hours=23))
    dispatch = sent(noa, way, gal)
    [asked] = stub.asked
    assert asked.path == "/106540352242922/messages"
    assert asked.headers["authorization"] == "Bearer EAAx"
    assert json.loads(asked.body) == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "972541234567",
        "biz_opaque_callback_data": str(dispatch.id),
        "type": "text",
        "text": {"preview_url": False, "body": "נתראה מחר.\n\nבעשר אצלכם."},
    }
    assert (dispatch.state, dispatch.message_id) == ("sent", "wamid.HBgL")


def test_after_a_day_our_words_go_into_the_template_in_one_line(noa, gal, stub):
    way = gateway(noa, stub, template="hello", language="he")
    heard(noa, way, timedelta(hours=25))
    sent(noa, way, gal)
    told = json.loads(stub.asked[0].body)
    place = {"type": "body", "parameters": [{"type": "text", "text": "נתראה מחר. · בעשר אצלכם."}]}
    assert told["type"] == "template"
    assert told["template"] == {"name": "hello", "language": {"code": "he"}, "components": [place]}


def test_without_a_template_nothing_leaves_and_the_draft_is_kept(noa, gal, stub):
    way = gateway(noa, stub)
    heard(noa, way, timedelta(hours=25))
    heard(noa, way, timedelta(hours=1), name="from the export of a private chat")
    letter = message(noa, way, gal)
    with pytest.raises(outgoing.Unsendable) as refusal:
        outgoing.release(letter, by=noa, at=NOW)
    assert refusal.value.why == "window"
    assert Draft.objects.within(noa.workspace_id).get().state == "writing"


def test_a_window_that_closes_before_it_leaves_is_closed(noa, gal, stub):
    way = gateway(noa, stub)
    heard(noa, way, timedelta(hours=23))
    with pytest.raises(outgoing.Unsendable):
        outgoing.release(message(noa, way, gal), by=noa, at=NOW, leave_at=NOW + timedelta(hours=2))


ANSWERS = [
    (400, {"error": {"message": "(#100) Invalid parameter", "code": 100}}, "failed", "answer"),
    (401, {"error": {"message": "Invalid OAuth access token", "code": 190}}, "failed", "key"),
    (
        400,
        {"error": {"message": "(#131030) Recipient not in allowed list", "code": 131030}},
        "failed",
        "number",
    ),
    (
        404,
        {"error": {"message": "(#132001) Template name does not exist", "code": 132001}},
        "failed",
        "template",
    ),
    (400, {"error": {"message": "(#130429) Rate limit hit", "code": 130429}}, "waiting", "answer"),
    (500, {"error": {"message": "(#131000) Something went wrong", "code": 131000}}, "unknown", "answer"),
    (200, {"messages": []}, "sent", "answer"),
]


@pytest.mark.parametrize(("status", "told", "state", "step"), ANSWERS)
def test_an_answer_is_taken_at_its_word(noa, gal, stub, status, told, state, step):
    way = gateway(noa, stub, template="hello")
    stub.answer = (status, json.dumps(told).encode())
    dispatch = sent(noa, way, gal)
    assert (dispatch.state, dispatch.evidence[-1]["step"]) == (state, step)


def test_what_was_sent_from_her_own_phone_is_recorded_with_what_it_promises(noa, gal):
    vow = {"words": "אחזור אליך מחר", "quote": "אחזור אליך מחר", "due": None, "taken": True}
    letter = message(noa, None, gal, text="אחזור אליך מחר", vows=[vow])
    entry = outgoing.tell(letter, by=noa, at=NOW)
    assert outgoing.tell(letter, by=noa, at=NOW) is None
    assert Entry.objects.within(noa.workspace_id).get() == entry
    assert (entry.kind, entry.direction, entry.client_id) == ("whatsapp", "out", gal.id)
    assert Promise.objects.within(noa.workspace_id).filter(state="open").count() == 1


def test_a_record_is_taken_back_and_the_draft_can_be_written_on(noa, gal):
    letter = message(noa, None, gal)
    outgoing.tell(letter, by=noa, at=NOW)
    assert outgoing.untell(letter, by=noa, at=NOW)
    assert not outgoing.untell(letter, by=noa, at=NOW)
    assert not Entry.objects.within(noa.workspace_id).exists()
    assert Draft.objects.within(noa.workspace_id).get().state == "writing"
    assert outgoing.tell(letter, by=noa, at=NOW) is not None


def test_a_number_that_nobody_has_yet_is_still_said_to_the_client(noa, gal):
    entry = outgoing.tell(message(noa, None, gal, to=[["", "052-999-9999"]]), by=noa, at=NOW)
    assert entry.client_id == gal.id


def test_today_in_what_she_sent_a_day_later_is_that_day(noa, gal):
    text = "יואב שלום, אשלח לך את ההצעה היום."
    read = [one.plain() for one in vows.read(text, workspace=noa.workspace, at=NOW)]
    later = NOW + timedelta(days=1)
    outgoing.tell(message(noa, None, gal, text=text, vows=read), by=noa, at=later)
    promise = Promise.objects.within(noa.workspace_id).ours().open().get()
    assert promise.due_at > later
