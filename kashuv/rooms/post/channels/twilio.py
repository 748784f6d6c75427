"""Twilio: its Messages resource (API 2010-04-01), and what it posts to our hook.

It knows no idempotency key for messages, so a request whose answer was lost is never repeated by itself; our reference
goes along in the address of the hook, so that the receipt that comes later tells what became of it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from kashuv.rooms.post.channels import phones

HOME = "https://api.twilio.com"
STEPS = {
    20003: "key", 20404: "key",
    21211: "number", 21214: "number", 21217: "number", 21408: "number", 21614: "number", 21612: "number",
    21212: "sender", 21603: "sender", 21606: "sender", 21659: "sender", 21660: "sender",
    21610: "stopped_us", 21617: "too_long",
}  # fmt: skip
ARRIVED, LOST = ("sent", "delivered", "read"), ("failed", "undelivered", "canceled")


class Twilio:
    """`sid` is the account's, `token` its auth token, by which it signs what it posts."""

    name = "Twilio"
    secrets: Mapping[str, bool] = {"sid": False, "token": False}
    longest = 1600

    def ask(self, message: phones.Message, secret: phones.Secret, base: str) -> phones.Asked:
        """Basic authentication and a form; `StatusCallback` bears our reference."""
        said = {"To": message.to, "From": message.sender, "Body": message.text}
        if message.hook:
            said["StatusCallback"] = f"{message.hook}?dispatch={message.reference}"
        return phones.Asked(
            f"{_account(secret, base)}/Messages.json",
            {**_key(secret), "Content-Type": "application/x-www-form-urlencoded"},
            urlencode(said).encode(),
        )

    def knock(self, secret: phones.Secret, base: str) -> phones.Asked:
        """The account itself."""
        return phones.Asked(f"{_account(secret, base)}.json", _key(secret))

    def judge(self, status: int, body: bytes) -> phones.Verdict:
        """201 is taken, 429 asks to come back, another 4xx says no; of a 5xx nobody knows what it had done before."""
        told = _read(body)
        if status == 201:
            return phones.Verdict("sent", "answer", str(told.get("status", "")), str(told.get("sid", "")))
        code = told.get("code")
        said = f"{code}: {told.get('message', '')}" if code else ""
        if status == 429:
            return phones.Verdict("deferred", "answer", said)
        if status >= 500:
            return phones.Verdict("unknown", "answer", said)
        step = STEPS.get(code, "answer") if isinstance(code, int) else "answer"
        return phones.Verdict("refused", "key" if status == 401 else step, said)

    def hear(self, posted: phones.Posted, secret: phones.Secret, number: str) -> phones.Heard:
        """A form: a message has a `Body`, a receipt has a `MessageStatus`."""
        form = _form(posted.body)
        _check(posted, form, secret["token"])
        name = form.get("MessageSid") or form.get("SmsSid", "")
        if not name:
            raise phones.Unreadable
        if status := form.get("MessageStatus"):
            return phones.Heard(receipts=_receipts(name, status, form, posted))
        pieces = [form.get("Body", ""), *(form.get(f"MediaUrl{n}", "") for n in range(10))]
        text = "\n".join(filter(None, pieces))
        return phones.Heard(words=(phones.Word(name, form.get("From", ""), text, posted.at),))


def _account(secret: phones.Secret, base: str) -> str:
    return f"{base or HOME}/2010-04-01/Accounts/{quote(secret['sid'], safe='')}"


def _key(secret: phones.Secret) -> dict[str, str]:
    both = base64.b64encode(f"{secret['sid']}:{secret['token']}".encode()).decode()
    return {"Authorization": f"Basic {both}"}


def _receipts(
    name: str, status: str, form: Mapping[str, str], posted: phones.Posted
) -> tuple[phones.Receipt, ...]:
    """What is only queued tells nothing new."""
    if status not in (*ARRIVED, *LOST):
        return ()
    said = " ".join(filter(None, (status, form.get("ErrorCode", ""))))
    return (phones.Receipt(name, posted.query.get("dispatch", ""), status in ARRIVED, said),)


def _check(posted: phones.Posted, form: Mapping[str, str], token: str) -> None:
    """HMAC-SHA1 of the whole address and the form's fields by their names, without anything between them."""
    told = posted.url + "".join(f"{name}{form[name]}" for name in sorted(form))
    right = base64.b64encode(hmac.new(token.encode(), told.encode(), hashlib.sha1).digest())
    if not hmac.compare_digest(right, posted.headers.get("x-twilio-signature", "").encode()):
        raise phones.Unsigned


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=100))
    except ValueError as fault:
        raise phones.Unreadable from fault


def _read(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
