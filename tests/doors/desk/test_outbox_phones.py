"""The outbox tells of a message to a phone in the words of phones: no mail server, no second copy that is dropped."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.flows.test_phones import gateway, sent
from tests.gateway import Stub, answering

CASES = [
    (400, b'{"code": 21610, "message": "unsubscribed"}', "They asked the provider"),
    (401, b'{"code": 20003, "message": "Authenticate"}', "did not take our keys"),
    (503, b"", "did not say what became of it"),
]


@pytest.mark.parametrize(("status", "body", "told"), CASES)
def test_why_it_did_not_go_is_said_plainly(noa, noa_at_desk, gal, status, body, told):
    with answering(Stub()) as stub:
        way = gateway(noa, stub)
        stub.answer = (status, body)
        sent(noa, way, gal)
    noa.language = "en"
    noa.save(update_fields=["language"])
    page = noa_at_desk.get(reverse("outbox")).content.decode()
    assert told in page
    assert "mail server" not in page and "mail programs" not in page
