"""Vonage: its SMS API (rest.nexmo.com/sms/json), and what it posts to our hook.

Whatever it thinks of a message, it answers with status 200, and tells in the answer, part by part, what it took. Our
reference goes along as `client-ref` and comes back with the receipt.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from kashuv.rooms.post.channels import phones
from kashuv.rooms.post.rules import sms

HOME = "https://rest.nexmo.com"
TAKEN, HASTY, BROKEN = "0", "1", "5"
STEPS = {
    "4": "key", "8": "key", "9": "money", "14": "key", "15": "sender", "6": "number", "7": "stopped_us",
    "22": "number", "29": "number", "33": "number", "12": "too_long",
}  # fmt: skip
ARRIVED, LOST = ("delivered", "accepted", "buffered"), ("failed", "rejected", "expired")
LONGEST_CALLBACK = 100
STALE = 300  # seconds after which what was signed counts no more


class Vonage:
    """`key` and `secret` open the account; with a `signature` secret (HMAC-SHA256) everything posted must be signed."""

    name = "Vonage"
    secrets: Mapping[str, bool] = {"key": False, "secret": False, "signature": True}
    longest = 3200

    def ask(self, message: phones.Message, secret: phones.Secret, base: str) -> phones.Asked:
        """A form; numbers without the plus."""
        said = {
            "api_key": secret["key"],
            "api_secret": secret["secret"],
            "from": message.sender.lstrip("+"),
            "to": message.to.lstrip("+"),
            "text": message.text,
            "type": "text" if sms.is_plain(message.text) else "unicode",
            "client-ref": message.reference,
        }
        if message.hook and len(message.hook) <= LONGEST_CALLBACK:
            said["callback"] = message.hook
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return phones.Asked(f"{base or HOME}/sms/json", kind, urlencode(said).encode())

    def knock(self, secret: phones.Secret, base: str) -> phones.Asked:
        """How much money is left."""
        both = base64.b64encode(f"{secret['key']}:{secret['secret']}".encode()).decode()
        return phones.Asked(f"{base or HOME}/account/get-balance", {"Authorization": f"Basic {both}"})

    def judge(self, status: int, body: bytes) -> phones.Verdict:
        """Of a long message some parts may have been taken and others not: then nobody knows what he reads."""
        parts = _parts(body)
        if not parts:
            return phones.Verdict(_without_words(status), "answer", "")
        taken = [part for part in parts if part.get("status") == TAKEN]
        if len(taken) == len(parts):
            return phones.Verdict("sent", "answer", "0", str(parts[0].get("message-id", "")))
        refusal = next(part for part in parts if part.get("status") != TAKEN)
        code = str(refusal.get("status", ""))
        said = f"{code}: {refusal.get('error-text', '')}"
        if taken or code == BROKEN:
            return phones.Verdict("unknown", "answer", said)
        return phones.Verdict("deferred" if code == HASTY else "refused", STEPS.get(code, "answer"), said)

    def hear(self, posted: phones.Posted, secret: phones.Secret, number: str) -> phones.Heard:
        """A form or JSON: a receipt has a `status`, a message a `text`; a long one comes in parts, each told by itself."""
        told = _told(posted)
        if secret.get("signature"):
            _check(told, secret["signature"], posted.at)
        name = told.get("messageId") or told.get("message-id") or ""
        if not name:
            raise phones.Unreadable
        if status := told.get("status"):
            if status not in (*ARRIVED, *LOST):
                return phones.Heard()
            said = " ".join(filter(None, (status, told.get("err-code", ""))))
            return phones.Heard(
                receipts=(phones.Receipt(name, told.get("client-ref", ""), status in ARRIVED, said),)
            )
        at = _moment(told.get("message-timestamp", ""), posted.at)
        sender = f"+{told.get('msisdn', '')}"
        return phones.Heard(words=(phones.Word(name, sender, told.get("text", ""), at, part=_part(told)),))


def _part(told: Mapping[str, str]) -> phones.Part | None:
    """As it tells of a long message (`concat`); nonsense there makes it a message by itself."""
    if told.get("concat", "").lower() != "true":
        return None
    numbers = told.get("concat-part", ""), told.get("concat-total", "")
    if not all(one.isascii() and one.isdigit() and len(one) <= 3 for one in numbers):
        return None
    number, total = map(int, numbers)
    return phones.Part(told.get("concat-ref", ""), number, total) if 1 <= number <= total > 1 else None


def _without_words(status: int) -> Any:
    if status == 429:
        return "deferred"
    return "refused" if 300 <= status < 500 else "unknown"


def _parts(body: bytes) -> Sequence[Mapping[str, Any]]:
    try:
        told = json.loads(body)
    except ValueError:
        return ()
    parts = told.get("messages") if isinstance(told, dict) else None
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else ()


def _told(posted: phones.Posted) -> dict[str, str]:
    try:
        if posted.body.lstrip().startswith(b"{"):
            said = json.loads(posted.body)
            return {str(name): str(value) for name, value in said.items()}
        return dict(parse_qsl(posted.body.decode(), keep_blank_values=True, max_num_fields=100))
    except ValueError as fault:
        raise phones.Unreadable from fault


def _check(told: Mapping[str, str], key: str, at: datetime) -> None:
    """HMAC-SHA256 of "&name=value" of all fields by their names; in a value & and = stand as _."""
    signed = "".join(f"&{name}={told[name].translate(_apart)}" for name in sorted(told) if name != "sig")
    right = hmac.new(key.encode(), signed.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(right.encode(), told.get("sig", "").lower().encode()):
        raise phones.Unsigned
    sent = told.get("timestamp", "")
    if not sent.isascii() or not sent.isdigit() or abs(at.timestamp() - int(sent[:12])) > STALE:
        raise phones.Unsigned


_apart = str.maketrans("&=", "__")


def _moment(said: str, at: datetime) -> datetime:
    """As it tells the time, in UTC; never later than now."""
    try:
        return min(datetime.strptime(said, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC), at)
    except ValueError:
        return at
