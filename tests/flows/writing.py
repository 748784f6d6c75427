"""Letters for tests: written as a mailer writes them, opened and read as on the real road."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from kashuv.flows.arrived import MailArrived
from kashuv.language import read
from kashuv.language.mime import open_letter
from tests.cast import NOW

NOA = "Noa <noa@rosen-levy.example>"
YOAV = "יואב גל <yoav@gal.example>"


def letter(
    sender: str,
    to: str,
    subject: str,
    text: str,
    *,
    at: datetime | None = None,
    mark: str = "",
    answers: Sequence[str] = (),
    files: Sequence[tuple[str, bytes]] = (),
    **headers: str,
) -> bytes:
    """The raw bytes; `mark` is the Message-ID, `answers` the References."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = format_datetime(at or NOW - timedelta(days=1))
    if mark:
        mail["Message-ID"] = f"<{mark}>"
    if answers:
        mail["References"] = " ".join(f"<{one}>" for one in answers)
        mail["In-Reply-To"] = f"<{answers[-1]}>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


def arrived(raw: bytes) -> MailArrived:
    opened = open_letter(raw)
    return MailArrived(raw, opened, read(opened.text, reference=opened.date or NOW))
