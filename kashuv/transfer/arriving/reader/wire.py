"""What goes over the pipe: JSON alone, so that a child gone mad can send nothing but wrong words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from kashuv.flows.arrived import Contact
from kashuv.language.mime import Attachment, Mailbox, OpenedLetter
from kashuv.language.reading import AskFound, Moment, PromiseFound, Reading, ToneFound, Words

_VALUES = {
    kind: attrgetter(*(field.name for field in fields(kind)))
    for kind in (OpenedLetter, Attachment, Reading, Moment, PromiseFound, AskFound, ToneFound, Words, Contact)
}
_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")


def packed(answer: Mapping[str, Any]) -> bytes:
    """One line of JSON; what no database takes (a lone half of a character, a zero) is replaced one for one."""
    line = json.dumps(answer, ensure_ascii=False, default=_plain, separators=(",", ":")).encode(
        "utf-8", "replace"
    )
    return (_NUL.sub(rb"\1?", line) if b"\\u0000" in line else line) + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return _VALUES[type(value)](value)


def letter(told: list[Any]) -> OpenedLetter:
    """An opened letter, as it was in the child."""
    (
        message_id,
        reply,
        references,
        subject,
        from_,
        sender,
        reply_to,
        to,
        cc,
        bcc,
        at,
        text,
        html,
        files,
        kind,
        why,
        bad,
        by,
        inside,
    ) = told
    return OpenedLetter(
        message_id, reply, tuple(references), subject, Mailbox(*from_), Mailbox(*sender), _boxes(reply_to), _boxes(to), _boxes(cc),
        _boxes(bcc), moment(at), text, html, tuple(_attachment(*file) for file in files), kind, why, tuple(bad),
        Mailbox(*by), inside,
    )  # fmt: skip


def _boxes(told: list[Any]) -> tuple[Mailbox, ...]:
    return tuple([Mailbox(*box) for box in told])


def _attachment(*told: Any) -> Attachment:
    *plain, inside = told
    return Attachment(*plain, tuple(inside))  # type: ignore[call-arg]  # nine in all


def reading(told: list[Any]) -> Reading:
    """A reading, as it was in the child."""
    tongue, own, echo, signature, dates, promises, asks, tones, address, version, notes = told
    return Reading(
        tongue, own, echo, signature,
        tuple([_moment(each) for each in dates]),
        tuple([PromiseFound(who, Words(*words), _moment(due), *rest) for who, words, due, *rest in promises]),
        tuple([AskFound(kind, Words(*words), _moment(due), certainty) for kind, words, due, certainty in asks]),
        tuple([ToneFound(kind, Words(*words), certainty) for kind, words, certainty in tones]),
        address, version, tuple(notes),
    )  # fmt: skip


def _moment(told: list[Any] | None) -> Any:
    if told is None:
        return None
    start, end, grain, kind, words, certainty = told
    return Moment(moment(start), moment(end), grain, kind, Words(*words), certainty)


def contact(told: list[Any]) -> Contact:
    """A contact, as it was in the child."""
    name, mails, phones, organisation, role, birthday, memo = told
    return Contact(
        name, tuple(mails), tuple(phones), organisation, role, birthday and date.fromisoformat(birthday), memo
    )


def moment(told: str | None) -> datetime | None:
    """An aware moment in UTC or with its offset."""
    return datetime.fromisoformat(told) if told else None
