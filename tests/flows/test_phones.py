"""Short messages on their way out: through the provider's own API, once, and said plainly when nobody knows."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator
from datetime import timedelta

import pytest

from kashuv.flows import outgoing
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post import gateways
from kashuv.rooms.post.models import Gateway
from tests.cast import NOW
from tests.flows.outgoing import as_it_stands, draft, work
from tests.gateway import TWILIO_TAKEN, VONAGE_TAKEN, Stub, answering

TWILIO = {"sid": "AC1", "token": "a token"}
VONAGE = {"key": "abcd1234", "secret": "abcdef0123456789", "signature": "a signature"}
KEYS = {"twilio": TWILIO, "vonage": VONAGE}
TAKEN = {"twilio": TWILIO_TAKEN, "vonage": VONAGE_TAKEN}


@pytest.fixture
def stub() -> Iterator[Stub]:
    with answering(Stub()) as listening:
        yield listening


def gateway(member, stub: Stub, provider: str = "twilio", channel: str = "sms", **options: str) -> Gateway:  # type: ignore[no-untyped-def]
    stub.answer = TAKEN.get(provider, stub.answer)
    opened, _ = gateways.open_at(
        member.workspace, channel, "+97231234567", provider=provider, secret=KEYS[provider], by=member, at=NOW,
        options={"base": stub.url, **options},
    )  # fmt: skip
    return opened


def message(member, way: Gateway, client=None, **more):  # type: ignore[no-untyped-def]
    told = {
        "to": [["יואב גל", "054-123-4567"]],
        "text": "נפגשים מחר בעשר.",
        "subject": "",
        "kind": way.channel,
    }
    return draft(member, None, client, gateway=way, **(told | more))


def sent(member, way: Gateway, client=None, **more):  # type: ignore[no-untyped-def]
    dispatch = outgoing.release(message(member, way, client, **more), by=member, at=NOW)
    work()
    return as_it_stands(dispatch)


def test_twilio_is_asked_as_it_documents_and_the_message_stands_on_the_timeline(noa, gal, stub, settings):
    settings.BASE_URL = "https://kashuv.example"
    way = gateway(noa, stub)
    dispatch = sent(noa, way, gal)
    [asked] = stub.asked
    assert asked.path == "/2010-04-01/Accounts/AC1/Messages.json"
    assert base64.b64decode(asked.headers["authorization"].removeprefix("Basic ")) == b"AC1:a token"
    callback = asked.form["StatusCallback"]
    assert callback.startswith("https://kashuv.example/hooks/sms/") and callback.endswith(
        f"?dispatch={dispatch.id}"
    )
    assert (asked.form["To"], asked.form["From"]) == ("+972541234567", "+97231234567")
    assert asked.form["Body"] == "נפגשים מחר בעשר."
    assert (dispatch.state, dispatch.message_id) == ("sent", "SM11111111111111111111111111111111")
    assert dispatch.recipients == ["054-123-4567"]
    entry = Entry.objects.within(noa.workspace_id).get()
    assert (entry.kind, entry.direction, entry.client_id, entry.member_id) == ("sms", "out", gal.id, noa.id)


def test_vonage_is_asked_as_it_documents(noa, gal, stub):
    dispatch = sent(noa, gateway(noa, stub, "vonage"), gal)
    [asked] = stub.asked
    assert asked.path == "/sms/json"
    assert asked.form == {
        "api_key": "abcd1234", "api_secret": "abcdef0123456789", "from": "97231234567", "to": "972541234567",
        "text": "נפגשים מחר בעשר.", "type": "unicode", "client-ref": str(dispatch.id),
    }  # fmt: skip
    assert (dispatch.state, dispatch.message_id) == ("sent", "0A0000000123ABCD1")


def test_plain_letters_go_in_the_small_alphabet(noa, gal, stub):
    sent(noa, gateway(noa, stub, "vonage"), gal, text="See you tomorrow at ten.")
    assert stub.asked[0].form["type"] == "text"


REFUSALS = [
    ("twilio", 400, b'{"code": 21211, "message": "Invalid \'To\' Phone Number", "status": 400}', "failed", "number"),
    ("twilio", 401, b'{"code": 20003, "message": "Authenticate", "status": 401}', "failed", "key"),
    ("twilio", 400, b'{"code": 21610, "message": "Attempt to send to unsubscribed recipient"}', "failed", "stopped_us"),
    ("twilio", 429, b'{"code": 20429, "message": "Too Many Requests", "status": 429}', "waiting", "answer"),
    ("twilio", 503, b"", "unknown", "answer"),
    ("twilio", 302, b"", "failed", "answer"),
    ("vonage", 200, b'{"message-count": "1", "messages": [{"status": "4", "error-text": "Bad Credentials"}]}', "failed", "key"),
    ("vonage", 200, b'{"message-count": "1", "messages": [{"status": "9", "error-text": "Quota"}]}', "failed", "money"),
    ("vonage", 200, b'{"message-count": "1", "messages": [{"status": "1", "error-text": "Throttled"}]}', "waiting", "answer"),
    ("vonage", 200, b'{"message-count": "2", "messages": [{"status": "0"}, {"status": "1"}]}', "unknown", "answer"),
    ("vonage", 200, b"<html>", "unknown", "answer"),
    ("vonage", 403, b"", "failed", "answer"),
]  # fmt: skip


@pytest.mark.parametrize(("provider", "status", "body", "state", "step"), REFUSALS)
def test_an_answer_is_taken_at_its_word(noa, gal, stub, provider, status, body, state, step):
    way = gateway(noa, stub, provider)
    stub.answer = (status, body)
    dispatch = sent(noa, way, gal)
    assert (dispatch.state, dispatch.evidence[-1]["step"]) == (state, step)
    assert not Entry.objects.within(noa.workspace_id).exists()
    way.refresh_from_db(from_queryset=Gateway.objects.within(noa.workspace_id))
    assert bool(way.trouble) is (step in ("key", "money"))


def test_silence_after_the_request_left_is_unknown_and_it_is_never_asked_again_by_itself(noa, gal, stub):
    way = gateway(noa, stub)
    stub.hangs_up = True
    dispatch = sent(noa, way, gal)
    work(NOW + timedelta(days=1))
    assert (as_it_stands(dispatch).state, len(stub.asked)) == ("unknown", 1)


def test_nobody_at_the_door_is_certain_and_is_tried_again(noa, gal, stub):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
    way = gateway(noa, Stub(url=nowhere))
    dispatch = sent(noa, way, gal)
    assert (dispatch.state, dispatch.attempts) == ("waiting", 1)
    Gateway.objects.within(noa.workspace_id).update(options={"base": stub.url})
    work(NOW + timedelta(minutes=3))
    assert as_it_stands(dispatch).state == "sent"


def test_what_is_no_number_and_what_is_too_long_fails_before_anything_leaves(noa, gal, stub):
    way = gateway(noa, stub)
    assert sent(noa, way, gal, to=[["", "*6050"]]).evidence[-1]["step"] == "number"
    assert sent(noa, way, gal, text="א" * 1601).evidence[-1]["step"] == "too_long"
    assert stub.asked == []


def test_a_gateway_that_was_closed_meanwhile_sends_nothing(noa, gal, stub):
    way = gateway(noa, stub)
    dispatch = outgoing.release(message(noa, way, gal), by=noa, at=NOW)
    gateways.close(way, by=noa, at=NOW)
    work()
    assert (as_it_stands(dispatch).state, stub.asked) == ("failed", [])


def test_a_draft_that_was_begun_before_the_gateway_leaves_by_it(noa, gal, stub):
    way = gateway(noa, stub)
    early = message(noa, way, gal)
    type(early).objects.within(noa.workspace_id).update(gateway=None)
    early.gateway = None
    outgoing.release(early, by=noa, at=NOW)
    work()
    assert len(stub.asked) == 1


def test_the_keys_lie_sealed_and_are_forgotten_with_the_gateway(noa, stub):
    way = gateway(noa, stub)
    row = Gateway.objects.within(noa.workspace_id).get()
    assert b"a token" not in bytes(row.secret)
    assert gateways.secret_of(row)["token"] == "a token"
    gateways.close(way, by=noa, at=NOW)
    assert bytes(Gateway.objects.within(noa.workspace_id).get().secret) == b""
    again = gateway(noa, stub)
    assert (again.pk, again.active) == (way.pk, True)
    with pytest.raises(gateways.Taken):
        gateway(noa, stub)
