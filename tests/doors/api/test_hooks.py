"""What providers post to our hooks: heard once, if it is really they who speak; everything else is not there."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client as Visitor

from kashuv.flows import outgoing, piecing
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.post import gateways
from kashuv.rooms.post.models import Dispatch, Gateway
from tests.cast import NOW
from tests.flows.outgoing import as_it_stands, clock_at, draft, work
from tests.gateway import CLOUD_TAKEN, Stub, answering
from tests.house.belongings import everything

HOME = "https://kashuv.example"
FORM = "application/x-www-form-urlencoded"
KEYS = {
    "twilio": {"sid": "AC1", "token": "a token"},
    "vonage": {"key": "abcd1234", "secret": "abcdef0123456789", "signature": "a signature"},
    "cloud": {"phone": "106540352242922", "token": "EAAx", "signature": "app secret"},
}


@pytest.fixture(autouse=True)
def home(settings):  # type: ignore[no-untyped-def]
    settings.BASE_URL = HOME


def opened(member, provider, channel="sms", **options):  # type: ignore[no-untyped-def]
    return gateways.open_at(
        member.workspace, channel, "+97231234567", provider=provider, secret=KEYS[provider], by=member, at=NOW,
        options=options,
    )  # fmt: skip


def post(path: str, body: bytes, kind: str = FORM, **headers: str):  # type: ignore[no-untyped-def]
    """As a program posts that has never seen a page of ours."""
    with clock_at(NOW):
        return Visitor(enforce_csrf_checks=True).post(path, body, content_type=kind, headers=headers)


def by_twilio(path: str, key: str = "a token", **form: str):  # type: ignore[no-untyped-def]
    told = f"{HOME}{path}" + "".join(f"{name}{form[name]}" for name in sorted(form))
    signed = base64.b64encode(hmac.new(key.encode(), told.encode(), hashlib.sha1).digest()).decode()
    return post(path, urlencode(form).encode(), **{"X-Twilio-Signature": signed})


def by_vonage(path: str, **form: str):  # type: ignore[no-untyped-def]
    form = {"timestamp": str(int(NOW.timestamp())), "nonce": "aaaa", **form}
    told = "".join(f"&{name}={form[name].replace('&', '_').replace('=', '_')}" for name in sorted(form))
    form["sig"] = hmac.new(b"a signature", told.encode(), hashlib.sha256).hexdigest().upper()
    return post(path, json.dumps(form).encode(), "application/json")


def by_meta(path: str, value: dict, key: str = "app secret"):  # type: ignore[no-untyped-def, type-arg]
    meta = {"display_phone_number": "97231234567", "phone_number_id": "106540352242922"}
    value = {"messaging_product": "whatsapp", "metadata": meta, **value}
    body = json.dumps(
        {
            "object": "whatsapp_business_account",
            "entry": [{"id": "1", "changes": [{"value": value, "field": "messages"}]}],
        }
    ).encode()
    signed = "sha256=" + hmac.new(key.encode(), body, hashlib.sha256).hexdigest()
    return post(path, body, "application/json", **{"X-Hub-Signature-256": signed})


REPLY = {"MessageSid": "SM22", "From": "+972541234567", "To": "+97231234567", "Body": "אפשר עד מחר?"}


def entries(member):  # type: ignore[no-untyped-def]
    return Entry.objects.within(member.workspace_id)


def test_a_reply_stands_on_the_timeline_is_read_and_felt_and_told_again_changes_nothing(noa, gal):
    _, token = opened(noa, "twilio")
    answers = [by_twilio(f"/hooks/sms/{token}", **REPLY) for _ in range(2)]
    assert [(one.status_code, one.content) for one in answers] == [(200, b"")] * 2
    entry = entries(noa).get()
    assert (entry.kind, entry.direction, entry.client_id, entry.text) == ("sms", "in", gal.id, "אפשר עד מחר?")
    assert Pulse.objects.within(noa.workspace_id).get(client_id=gal.id).waiting_entry_id == entry.id


def test_what_a_reply_says_is_understood(noa, gal):
    _, token = opened(noa, "twilio")
    by_twilio(
        f"/hooks/sms/{token}", **(REPLY | {"Body": "נמאס לי, זו הפעם השלישית שאתם מאחרים. אני מאוד מאוכזב."})
    )
    assert Finding.objects.within(noa.workspace_id).filter(entry=entries(noa).get()).exists()


def test_vonage_signs_the_fields_and_the_hour(noa, gal):
    _, token = opened(noa, "vonage")
    told = {
        "msisdn": "972541234567", "to": "97231234567", "messageId": "0A01", "text": "a&b=c", "type": "text",
        "message-timestamp": "2026-11-24 06:29:00",
    }  # fmt: skip
    assert by_vonage(f"/hooks/sms/{token}", **told).status_code == 200
    assert entries(noa).get().text == "a&b=c"
    assert by_vonage(f"/hooks/sms/{token}", **told, timestamp="1600000000").status_code == 403
    bare = post(f"/hooks/sms/{token}", json.dumps(told).encode(), "application/json")
    assert (bare.status_code, entries(noa).count()) == (403, 1)


def part(number: int, text: str, total: int = 3, reference: str = "07") -> dict[str, str]:
    """As Vonage tells a part of a long message."""
    return {
        "msisdn": "972541234567", "to": "97231234567", "messageId": f"0A{reference}{number}", "text": text,
        "type": "unicode", "message-timestamp": "2026-11-24 06:29:00", "concat": "true", "concat-ref": reference,
        "concat-total": str(total), "concat-part": str(number),
    }  # fmt: skip


def test_a_long_message_waits_for_its_parts_and_is_told_once_in_their_order(noa, gal):
    _, token = opened(noa, "vonage")
    by_vonage(f"/hooks/sms/{token}", **part(2, "ההצעה עד יום "))
    by_vonage(f"/hooks/sms/{token}", **part(1, "שיר", reference="08"))  # of another long message
    by_vonage(f"/hooks/sms/{token}", **part(1, "תשלחו לי את "))
    assert not entries(noa).exists()
    for _ in range(2):  # the last is told twice
        by_vonage(f"/hooks/sms/{token}", **part(3, "חמישי."))
    assert entries(noa).get().text == "תשלחו לי את ההצעה עד יום חמישי."
    assert Finding.objects.within(noa.workspace_id).filter(entry=entries(noa).get()).exists()


def test_what_came_of_a_long_message_is_told_when_it_has_waited_long_enough(noa, gal):
    _, token = opened(noa, "vonage")
    by_vonage(f"/hooks/sms/{token}", **part(4, "ותודה.", total=4))
    by_vonage(f"/hooks/sms/{token}", **part(1, "מחר בעשר", total=4))
    work(NOW + piecing.PATIENCE - timedelta(seconds=1))
    assert not entries(noa).exists()
    work(NOW + piecing.PATIENCE)
    assert entries(noa).get().text == "מחר בעשר […] ותודה."
    by_vonage(f"/hooks/sms/{token}", **part(2, "במשרד, ", total=4))
    work(NOW + 2 * piecing.PATIENCE)
    assert entries(noa).count() == 2


def test_whoever_can_not_sign_is_not_heard_and_the_leaders_learn_of_it(noa, gal):
    _, token = opened(noa, "twilio")
    assert by_twilio(f"/hooks/sms/{token}", key="a guess", **REPLY).status_code == 403
    assert not entries(noa).exists()
    assert Gateway.objects.within(noa.workspace_id).get().trouble
    by_twilio(f"/hooks/sms/{token}", **REPLY)
    assert not Gateway.objects.within(noa.workspace_id).get().trouble


def test_a_hook_that_leads_nowhere_is_as_one_that_was_never_there(noa, mallory):
    way, token = opened(noa, "twilio")
    home, _, secret = token.partition("-")
    crossed = f"{mallory.workspace_id.hex}-{secret}"
    paths = [f"/hooks/sms/{one}" for one in ("nothing", f"{home}-nothing", crossed, secret)]
    paths.append(f"/hooks/whatsapp/{token}")
    answers = [by_twilio(path, **REPLY) for path in paths]
    gateways.close(way, by=noa, at=NOW)
    answers.append(by_twilio(f"/hooks/sms/{token}", **REPLY))
    assert {one.status_code for one in answers} == {404}
    assert len({one.content for one in answers}) == 1
    assert not entries(noa).exists() and not entries(mallory).exists()


def test_a_renewed_hook_is_dead_under_its_old_address(noa, gal):
    way, token = opened(noa, "twilio")
    new = gateways.renew_hook(way, by=noa, at=NOW)
    assert by_twilio(f"/hooks/sms/{token}", **REPLY).status_code == 404
    assert by_twilio(f"/hooks/sms/{new}", **REPLY).status_code == 200


def test_a_get_changes_nothing(noa, gal):
    _, token = opened(noa, "twilio")
    before = everything()
    assert Visitor().get(f"/hooks/sms/{token}?{urlencode(REPLY)}").status_code == 405
    assert Visitor().delete(f"/hooks/sms/{token}").status_code == 405
    assert everything() == before


def test_too_much_and_what_is_no_message_is_refused(noa, gal):
    _, token = opened(noa, "twilio")
    assert post(f"/hooks/sms/{token}", b"Body=" + b"a" * 65_536).status_code == 413
    assert by_twilio(f"/hooks/sms/{token}", Body="no name").status_code == 400
    assert post(f"/hooks/sms/{token}", b"\xff\xfe").status_code == 400
    assert not entries(noa).exists()


def sent(member, way, client):  # type: ignore[no-untyped-def]
    told = {"to": [["", "054-123-4567"]], "subject": "", "kind": way.channel}
    dispatch = outgoing.release(draft(member, None, client, gateway=way, **told), by=member, at=NOW)
    work()
    return as_it_stands(dispatch)


def test_a_receipt_tells_that_it_arrived_or_that_it_never_will(noa, gal):
    with answering(Stub()) as stub:
        way, token = opened(noa, "twilio", base=stub.url)
        dispatch = sent(noa, way, gal)
    path = f"/hooks/sms/{token}?dispatch={dispatch.id}"
    told = {"MessageSid": dispatch.message_id, "To": "+972541234567"}
    for status in ("queued", "delivered", "delivered"):
        by_twilio(path, **told, MessageStatus=status)
    told_of = as_it_stands(dispatch)
    assert [step["said"] for step in told_of.evidence if step["step"] == "reported"] == ["delivered"]
    assert not told_of.in_trouble
    by_twilio(path, **told, MessageStatus="undelivered", ErrorCode="30003")
    assert (as_it_stands(dispatch).bounced, as_it_stands(dispatch).in_trouble) == ("undelivered 30003", True)


def test_a_receipt_settles_what_nobody_knew(noa, gal):
    with answering(Stub(hangs_up=True)) as stub:
        way, token = opened(noa, "twilio", base=stub.url)
        dispatch = sent(noa, way, gal)
    assert dispatch.state == Dispatch.State.UNKNOWN
    told = {"MessageSid": "SM33", "MessageStatus": "delivered"}
    by_twilio(f"/hooks/sms/{token}?dispatch={dispatch.id}", **told)
    work()
    found = as_it_stands(dispatch)
    assert (found.state, found.message_id, found.in_trouble) == ("sent", "SM33", False)
    assert entries(noa).get().direction == "out"


def test_a_receipt_for_another_firms_message_moves_nothing(noa, gal, mallory):
    with answering(Stub(hangs_up=True)) as stub:
        way, _ = opened(noa, "twilio", base=stub.url)
        dispatch = sent(noa, way, gal)
    _, token = opened(mallory, "twilio")
    told = {"MessageSid": "SM33", "MessageStatus": "delivered"}
    assert by_twilio(f"/hooks/sms/{token}?dispatch={dispatch.id}", **told).status_code == 200
    assert as_it_stands(dispatch).state == Dispatch.State.UNKNOWN


MESSAGE = {
    "contacts": [{"profile": {"name": "Yoav"}, "wa_id": "972541234567"}],
    "messages": [
        {"from": "972541234567", "id": "wamid.A", "timestamp": "1795501800", "text": {"body": "שלום"}, "type": "text"},
        {"from": "972541234567", "id": "wamid.B", "timestamp": "1795501801", "type": "image", "image": {"id": "1", "mime_type": "image/jpeg"}},
        {"from": "972541234567", "id": "wamid.C", "timestamp": "1795501802", "type": "reaction", "reaction": {"message_id": "wamid.A", "emoji": "👍"}},
    ],
}  # fmt: skip


def test_whatsapp_tells_many_at_once_and_passes_over_no_picture(noa, gal):
    _, token = opened(noa, "cloud", "whatsapp")
    assert [by_meta(f"/hooks/whatsapp/{token}", MESSAGE).status_code for _ in range(2)] == [200, 200]
    first, second = entries(noa).order_by("at")
    assert (first.kind, first.text, first.client_id) == ("whatsapp", "שלום", gal.id)
    assert second.text and second.client_id == gal.id
    assert by_meta(f"/hooks/whatsapp/{token}", MESSAGE, key="a guess").status_code == 403


def test_a_stranger_who_calls_himself_by_a_clients_name_is_not_the_client(noa, gal):
    _, token = opened(noa, "cloud", "whatsapp")
    stranger = {
        "contacts": [{"profile": {"name": "יואב גל"}, "wa_id": "447700900000"}],
        "messages": [{"from": "447700900000", "id": "wamid.X", "timestamp": "1795501800", "text": {"body": "Hi"}, "type": "text"}],
    }  # fmt: skip
    by_meta(f"/hooks/whatsapp/{token}", stranger)
    entry = entries(noa).get()
    assert entry.client_id is None
    assert entry.person_id != Person.objects.within(noa.workspace_id).get(client_id=gal.id).id


def test_meta_makes_sure_of_the_address_by_an_echo_alone(noa):
    _, token = opened(noa, "cloud", "whatsapp")
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
    before = everything()
    good = Visitor().get(f"/hooks/whatsapp/{token}", {**asked, "hub.verify_token": token})
    assert (good.status_code, good.content, good["Content-Type"]) == (200, b"1158201444", "text/plain")
    wrong = [{**asked, "hub.verify_token": "x"}, {**asked, "hub.verify_token": token, "hub.challenge": "<b>"}]
    assert {Visitor().get(f"/hooks/whatsapp/{token}", one).status_code for one in wrong} == {405}
    assert everything() == before


def test_whatsapps_statuses_are_tied_by_our_own_reference(noa, gal):
    with answering(Stub(answer=CLOUD_TAKEN)) as stub:
        way, token = opened(noa, "cloud", "whatsapp", base=stub.url, template="hello", language="he")
        dispatch = sent(noa, way, gal)
    errors = [{"code": 131026, "title": "Message undeliverable"}]
    status = {
        "id": "wamid.HBgL",
        "status": "failed",
        "timestamp": "1795501800",
        "recipient_id": "972541234567",
    }
    for told in ({}, {"biz_opaque_callback_data": str(dispatch.id)}):
        by_meta(f"/hooks/whatsapp/{token}", {"statuses": [{**status, **told, "errors": errors}]})
        assert as_it_stands(dispatch).bounced == "failed 131026: Message undeliverable"
