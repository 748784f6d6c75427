"""WhatsApp: Meta's Cloud API (graph.facebook.com), what it posts to our hook, and the link that opens a chat by hand.

A text of our own words goes out only within 24 hours after the other has last written; outside of them only a template
that Meta has approved, into whose one place our words go.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

from kashuv.rooms.post.channels import phones

HOME = "https://graph.facebook.com/v23.0"
WINDOW = timedelta(hours=24)
STEPS = {
    0: "key", 10: "key", 190: "key", 200: "key", 131005: "key", 131031: "key", 131042: "money",
    131026: "number", 131030: "number", 131021: "number", 131047: "window", 131050: "stopped_us",
    132000: "template", 132001: "template", 132005: "template", 132007: "template", 132012: "template",
    132015: "template", 132016: "template", 133010: "sender",
}  # fmt: skip
HASTY = (4, 80007, 130429, 131048, 131056, 133016)
NOBODY_KNOWS = (1, 2, 131000, 131016)
ARRIVED = ("sent", "delivered", "read")
UNSEEN = {
    "image": _("A picture, to be seen on the phone."),
    "audio": _("A voice message, to be heard on the phone."),
    "video": _("A video, to be seen on the phone."),
    "document": _("A document, to be seen on the phone."),
    "sticker": _("A sticker, to be seen on the phone."),
    "location": _("A place, to be seen on the phone."),
    "contacts": _("A contact, to be seen on the phone."),
}
_gaps = re.compile(r"\s*[\n\t]+\s*| {5,}")


def chat_link(number: str, text: str = "") -> str:
    """Opens a chat with an E.164 number on the phone or in the browser, with the words in it; nothing is sent by it."""
    return f"https://wa.me/{number.lstrip('+')}" + (f"?text={quote(text)}" if text else "")


class Cloud:
    """`token` is a system user's, `phone` the Phone Number ID; with the app's `signature` secret posts must be signed."""

    name = "WhatsApp Cloud API"
    secrets: Mapping[str, bool] = {"phone": False, "token": False, "signature": False}
    longest = 4096

    def ask(self, message: phones.Message, secret: phones.Secret, base: str) -> phones.Asked:
        """JSON; our reference comes back with each status."""
        said = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": message.to.lstrip("+"),
            "biz_opaque_callback_data": message.reference,
            **_content(message),
        }
        return phones.Asked(
            f"{base or HOME}/{quote(secret['phone'], safe='')}/messages",
            {"Authorization": f"Bearer {secret['token']}", "Content-Type": "application/json"},
            json.dumps(said).encode(),
        )

    def knock(self, secret: phones.Secret, base: str) -> phones.Asked:
        """The phone number itself."""
        where = f"{base or HOME}/{quote(secret['phone'], safe='')}?fields=display_phone_number"
        return phones.Asked(where, {"Authorization": f"Bearer {secret['token']}"})

    def judge(self, status: int, body: bytes) -> phones.Verdict:
        """200 with a name is taken; an error tells by its code why not."""
        told = _read(body)
        if status == 200:
            taken = told.get("messages")
            first = taken[0] if isinstance(taken, list) and taken and isinstance(taken[0], dict) else {}
            return phones.Verdict(
                "sent", "answer", str(first.get("message_status", "")), str(first.get("id", ""))
            )
        error = told.get("error")
        error = error if isinstance(error, dict) else {}
        code = error.get("code")
        said = f"{code}: {error.get('message', '')}" if error else ""
        if status == 429 or code in HASTY:
            return phones.Verdict("deferred", "answer", said)
        if status >= 500 or code in NOBODY_KNOWS:
            return phones.Verdict("unknown", "answer", said)
        step = STEPS.get(code, "answer") if isinstance(code, int) else "answer"
        return phones.Verdict("refused", "key" if status == 401 else step, said)

    def hear(self, posted: phones.Posted, secret: phones.Secret, number: str) -> phones.Heard:
        """Messages and statuses of that Phone Number ID; one post may hold many of both."""
        _check(posted, secret["signature"])
        try:
            values = list(_values(json.loads(posted.body), secret["phone"]))
            words = tuple(word for value in values for word in _words(value, posted.at))
            receipts = tuple(told for value in values for told in _receipts(value))
        except (ValueError, TypeError, KeyError, AttributeError) as fault:
            raise phones.Unreadable from fault
        return phones.Heard(words, receipts)

    def echo(self, posted: phones.Posted, token: str) -> str | None:
        """What Meta wants to hear when the address is entered there; None if it is not Meta that asks."""
        asked = posted.query
        knows = hmac.compare_digest(asked.get("hub.verify_token", "").encode(), token.encode())
        challenge = asked.get("hub.challenge", "")
        good = asked.get("hub.mode") == "subscribe" and knows and challenge.isascii() and challenge.isalnum()
        return challenge[:200] if good else None


def _content(message: phones.Message) -> dict[str, Any]:
    """Our own words, or the template with them in its place, where no line may break (Meta's rule for parameters)."""
    if message.template is None:
        return {"type": "text", "text": {"preview_url": False, "body": message.text}}
    words = _gaps.sub(" · ", message.text.strip())
    place = {"type": "body", "parameters": [{"type": "text", "text": words}]}
    told = {"name": message.template.name, "language": {"code": message.template.language}}
    return {"type": "template", "template": {**told, "components": [place]}}


def _check(posted: phones.Posted, key: str) -> None:
    """HMAC-SHA256 of the very bytes."""
    right = "sha256=" + hmac.new(key.encode(), posted.body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(right.encode(), posted.headers.get("x-hub-signature-256", "").encode()):
        raise phones.Unsigned


def _values(told: Mapping[str, Any], phone: str) -> Iterator[Mapping[str, Any]]:
    for entry in told["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            if change.get("field") == "messages" and value["metadata"]["phone_number_id"] == phone:
                yield value


def _words(value: Mapping[str, Any], at: datetime) -> Iterator[phones.Word]:
    """A reaction is no word; what is neither is told as what it is, so that nothing is passed over in silence."""
    names = {one.get("wa_id"): one.get("profile", {}).get("name", "") for one in value.get("contacts", ())}
    for told in value.get("messages", ()):
        if told["type"] != "reaction":
            sent = min(datetime.fromtimestamp(int(told["timestamp"]), UTC), at)
            yield phones.Word(told["id"], f"+{told['from']}", _text(told), sent, names.get(told["from"], ""))


def _text(told: Mapping[str, Any]) -> str:
    kind = told["type"]
    if kind == "text":
        return str(told["text"]["body"])
    if kind == "button":
        return str(told["button"]["text"])
    if kind == "interactive":
        chosen = told["interactive"]
        return str(chosen[chosen["type"]].get("title", ""))
    caption = told[kind].get("caption", "") if isinstance(told.get(kind), dict) else ""
    return str(caption) or str(UNSEEN.get(kind, _("A message of a kind that is seen only on the phone.")))


def _receipts(value: Mapping[str, Any]) -> Iterator[phones.Receipt]:
    for told in value.get("statuses", ()):
        status = told["status"]
        if status in ARRIVED or status == "failed":
            why = [f"{one.get('code')}: {one.get('title', '')}" for one in told.get("errors", ())]
            said = " ".join([status, *why])
            yield phones.Receipt(
                told["id"], told.get("biz_opaque_callback_data", ""), status in ARRIVED, said
            )


def _read(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
