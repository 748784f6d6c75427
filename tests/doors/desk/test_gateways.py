"""Gateways on the screen: opened by who leads, the hook shown once, tried without a message, closed for good."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kashuv.rooms.post import gateways
from kashuv.rooms.post.models import Gateway
from tests.gateway import Stub, answering

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TWILIO = {"number": "03-123-4567", "sid": "AC1", "token": "a token"}


def opened(member) -> Gateway:  # type: ignore[no-untyped-def]
    return Gateway.objects.within(member.workspace_id).get()


def test_the_address_of_the_hook_is_shown_once_and_leads_to_the_gateway(noa, noa_at_desk):
    answer = noa_at_desk.post(reverse("gateway-new", args=["twilio"]), TWILIO)
    [path] = re.findall(r'value="http://testserver(/hooks/sms/[^"]+)"', answer.content.decode())
    assert answer["Cache-Control"].startswith("max-age=0")
    assert gateways.behind("sms", path.rpartition("/")[2]) == opened(noa)
    assert opened(noa).number == "+97231234567"
    assert path not in noa_at_desk.get(reverse("gateways")).content.decode()


def test_the_keys_are_shown_on_no_page(noa, noa_at_desk):
    noa_at_desk.post(reverse("gateway-new", args=["twilio"]), TWILIO)
    wrong = noa_at_desk.post(reverse("gateway-new", args=["twilio"]), {**TWILIO, "number": "12"})
    assert wrong.status_code == 422
    for page in (wrong, noa_at_desk.get(reverse("gateways")), noa_at_desk.get(reverse("settings"))):
        assert "a token" not in page.content.decode()


def test_the_same_number_is_not_opened_twice(noa, noa_at_desk):
    answers = [noa_at_desk.post(reverse("gateway-new", args=[key]), form) for key, form in (
        ("twilio", TWILIO), ("vonage", {"number": "+972 3 1234567", "key": "k", "secret": "s"}),
    )]  # fmt: skip
    assert [one.status_code for one in answers] == [200, 422]


@pytest.mark.parametrize(("typed", "kept"), [("RosenLevy", "RosenLevy"), ("Rosen & Levy", ""), ("12", "")])
def test_an_sms_may_come_from_a_name(noa, noa_at_desk, typed, kept):
    noa_at_desk.post(reverse("gateway-new", args=["twilio"]), {**TWILIO, "number": typed})
    assert [one.number for one in Gateway.objects.within(noa.workspace_id)] == ([kept] if kept else [])


def test_whatsapp_is_opened_with_its_template(noa, noa_at_desk):
    form = {
        "number": "03-123-4567",
        "phone": "1065",
        "token": "EAA",
        "signature": "s",
        "template": "a_word",
        "language": "he",
    }
    answer = noa_at_desk.post(reverse("gateway-new", args=["cloud"]), form).content.decode()
    assert opened(noa).options == {"template": "a_word", "language": "he"}
    assert 'id="token"' in answer


@pytest.mark.parametrize(("status", "well"), [(200, True), (401, False)])
def test_a_trial_asks_the_provider_and_sends_nothing(noa, noa_at_desk, status, well):
    noa_at_desk.post(reverse("gateway-new", args=["twilio"]), TWILIO)
    with answering(Stub(answer=(status, b'{"code": 20003}'))) as stub:
        Gateway.objects.within(noa.workspace_id).update(options={"base": stub.url})
        noa_at_desk.post(reverse("gateway-trial", args=[opened(noa).pk]))
    [asked] = stub.asked
    assert (asked.path, asked.body) == ("/2010-04-01/Accounts/AC1.json", b"")
    assert (opened(noa).trouble == "") is well
    assert ("20003" in noa_at_desk.get(reverse("gateways")).content.decode()) is not well


def test_a_new_hook_kills_the_old_and_closing_forgets_the_keys(noa, noa_at_desk):
    noa_at_desk.post(reverse("gateway-new", args=["twilio"]), TWILIO)
    before = opened(noa)
    shown = noa_at_desk.post(reverse("gateway-hook", args=[before.pk])).content.decode()
    assert "/hooks/sms/" in shown and opened(noa).fingerprint != before.fingerprint
    noa_at_desk.post(reverse("gateway-end", args=[before.pk]))
    assert (opened(noa).active, bytes(opened(noa).secret)) == (False, b"")
    assert noa_at_desk.post(reverse("gateway-trial", args=[before.pk])).status_code == 404


def test_who_does_not_lead_sees_no_gateway(noa, noa_at_desk, dana, client):
    noa_at_desk.post(reverse("gateway-new", args=["twilio"]), TWILIO)
    client.force_login(dana.login, backend=BACKEND)
    assert client.get(reverse("gateways")).status_code == 403
    assert client.post(reverse("gateway-new", args=["twilio"]), TWILIO).status_code == 403
    assert client.get(reverse("gateway-end", args=[opened(noa).pk])).status_code == 404
    assert reverse("gateways") not in client.get(reverse("settings")).content.decode()
