"""Cleaning: what no database can store is replaced before anything is looked up or written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kashuv.flows.arrived import Arrived, Contact, ContactArrived, EventArrived, MailArrived, SaidElsewhere
from kashuv.foundation.storable import are_storable, storable


def as_storable(item: Arrived) -> Arrived:
    """The arrival itself if it is clean, as nearly all are, else a clean copy; raw bytes stay as they came."""
    if isinstance(item, EventArrived):  # nothing of it is stored
        return item
    if are_storable(_texts(item)):
        return item
    if isinstance(item, MailArrived):
        return replace(item, opened=storable(item.opened), reading=storable(item.reading))
    return storable(item)


def _texts(item: MailArrived | SaidElsewhere | ContactArrived) -> Iterator[str]:
    if isinstance(item, MailArrived):
        yield from _texts_of_mail(item)
    elif isinstance(item, SaidElsewhere):
        yield from (item.identity, item.thread, item.subject, item.text, item.reading.own)
        yield from (text for contact in item.who for text in _texts_of_contact(contact))
        yield from (text for name, kind, _ in item.files for text in (name, kind))
    else:
        yield from _texts_of_contact(item.contact)


def _texts_of_mail(mail: MailArrived) -> Iterator[str]:
    opened = mail.opened
    yield from (opened.message_id, opened.in_reply_to, *opened.references, opened.subject, opened.text)
    yield opened.inside
    for box in (opened.from_, opened.sender, *opened.reply_to, *opened.to, *opened.cc, *opened.bcc):
        yield from box
    for file in opened.attachments:
        yield from (file.name, file.media_type, file.path)
    yield from (mail.reading.own, mail.reading.echo, mail.reading.signature)


def _texts_of_contact(contact: Contact) -> Iterator[str]:
    yield from (
        contact.name,
        contact.organisation,
        contact.role,
        contact.memo,
        *contact.mails,
        *contact.phones,
    )
