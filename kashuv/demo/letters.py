"""Letters of the demo as real bytes: headers, signature, the echo of what was answered, HTML, files."""

from __future__ import annotations

import html
from email.header import Header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from hashlib import sha256
from types import ModuleType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kashuv.demo.stage import Beat

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


class Earlier(NamedTuple):
    """The letter that is answered: its Message-ID, and its words as an echo shows them."""

    mark: str
    echo: str


def compose(
    beat: Beat, earlier: list[Earlier], zone: ZoneInfo, wording: ModuleType, *, as_html: bool
) -> bytes:
    """The letter as it would come over the wire."""
    letter = _enveloped(_body(beat, earlier[-1].echo if earlier else "", wording, as_html), beat.file)
    ours = _mailbox(beat.colleague.name, beat.colleague.email)
    theirs = _mailbox(beat.contact.name, beat.contact.mail)
    letter["From"], letter["To"] = (ours, theirs) if beat.direction == "out" else (theirs, ours)
    letter["Subject"] = Header(f"Re: {beat.subject}" if earlier else beat.subject, "utf-8").encode()
    letter["Date"] = format_datetime(beat.at.astimezone(zone))
    letter["Message-ID"] = f"<{mark(beat)}>"
    if earlier:
        letter["In-Reply-To"] = f"<{earlier[-1].mark}>"
        letter["References"] = " ".join(f"<{one.mark}>" for one in earlier)
    return letter.as_bytes()


def _mailbox(name: str, address: str) -> str:
    return formataddr((name, address), "utf-8")


def _enveloped(body: Message, file: str) -> Message:
    """The body by itself, or with a file beside it."""
    if not file:
        return body
    letter = MIMEMultipart("mixed", _subparts=[body])
    attached = MIMEApplication(PDF, "pdf")
    attached.add_header("Content-Disposition", "attachment", filename=("utf-8", "", file))
    letter.attach(attached)
    return letter


def _body(beat: Beat, echo: str, wording: ModuleType, as_html: bool) -> Message:
    signature = wording.signature(beat)
    text = MIMEText(
        "\n\n".join(part for part in (beat.text, signature, echo) if part) + "\n", "plain", "utf-8"
    )
    if not as_html:
        return text
    page = MIMEText(_page(beat.text, signature, echo, wording.DIRECTION), "html", "utf-8")
    return MIMEMultipart("alternative", _subparts=[text, page])


def _page(text: str, signature: str, echo: str, direction: str) -> str:
    quoted = f'<blockquote class="gmail_quote">{_lines(echo)}</blockquote>' if echo else ""
    return (
        f'<html><body dir="{direction}"><div>{_lines(text)}</div><br>'
        f'<div class="gmail_signature">{_lines(signature)}</div>{quoted}</body></html>'
    )


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def mark(beat: Beat) -> str:
    """A Message-ID that is the same whenever the same year is played."""
    told = f"{beat.thread} {beat.at.isoformat()} {beat.direction} {beat.text}"
    return f"{sha256(told.encode()).hexdigest()[:24]}@{_host(beat)}"


def _host(beat: Beat) -> str:
    return (beat.colleague.email if beat.direction == "out" else beat.contact.mail).partition("@")[2]


def echo_of(beat: Beat, zone: ZoneInfo, wording: ModuleType) -> Earlier:
    """What an answer to this letter carries below its own words."""
    writer = beat.colleague if beat.direction == "out" else beat.contact
    mail = beat.colleague.email if beat.direction == "out" else beat.contact.mail
    head = wording.echo_head(beat.at.astimezone(zone), writer.name, mail)
    quoted = "\n".join(f"> {line}" for line in beat.text.splitlines())
    return Earlier(mark(beat), f"{head}\n{quoted}")
