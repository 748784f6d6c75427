"""What the people of a story say, as it would arrive: letters as letters, all else as said elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from uuid import NAMESPACE_OID, uuid5

from kashuv import language
from kashuv.flows.arrived import Arrived, MailArrived, SaidElsewhere
from kashuv.flows.story.book import Book, Page
from kashuv.language.mime import open_letter
from kashuv.rooms.clients.rules.contact import Contact

STRANGER = Contact("?", ("stranger@nowhere.invalid",))


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody of the story; `writes` says that he has a mail address of his own."""

    contact: Contact
    writes: bool


def arrived(book: Book, page: Page, voice: Voice | None, *, me: str) -> Arrived:
    """One entry of the story, as the flows take it."""
    if page["kind"] == "mail" and voice is not None and voice.writes:
        return _letter(book, page, voice.contact, me)
    return _said(book, page, voice.contact if voice else STRANGER)


def identity_of(page: Page) -> str:
    """Whatever the id is made of, an identity that fits everywhere."""
    return f"<{uuid5(NAMESPACE_OID, repr(page['id'])).hex}@story.invalid>"


def _direction(page: Page) -> str:
    return str(page.get("direction") or "in")


def _letter(book: Book, page: Page, contact: Contact, me: str) -> MailArrived:
    him, us = formataddr((contact.name, contact.mails[0])), me
    letter = EmailMessage(policy=SMTP)
    letter["From"], letter["To"] = (him, us) if _direction(page) == "in" else (us, him)
    letter["Subject"] = " ".join((page.get("subject") or "").split())
    letter["Date"] = format_datetime(book.moment(page["at"]))
    letter["Message-ID"] = identity_of(page)
    letter.set_content(page.get("text") or "", cte="base64")
    raw = letter.as_bytes()
    opened = open_letter(raw)
    return MailArrived(raw, opened, _read(book, page, opened.text))


def _said(book: Book, page: Page, contact: Contact) -> SaidElsewhere:
    text = page.get("text") or ""
    return SaidElsewhere(
        identity=identity_of(page),
        kind=page["kind"],
        direction=_direction(page),  # type: ignore[arg-type]
        at=book.moment(page["at"]),
        who=(contact,),
        text=text,
        reading=_read(book, page, text),
        subject=page.get("subject") or "",
    )


def _read(book: Book, page: Page, text: str) -> language.Reading:
    reference = book.moment(page["at"]).astimezone(book.zone)
    return language.read(text, reference=reference, direction=_direction(page))  # type: ignore[arg-type]
