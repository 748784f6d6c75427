"""What a letter holds once it is opened: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

LetterKind = Literal["person", "newsletter", "automatic", "bounce"]


class TooMuch(ValueError):
    """The letter is beyond what is read; the message says in one sentence what is too much."""


class Mailbox(NamedTuple):
    """A name as it is shown, and the address in lower case."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that travels with a letter. `part(raw, path)` gives its bytes."""

    name: str  # as the sender named it; made up from its type if he did not
    media_type: str
    size: int  # bytes, decoded
    path: str  # "1.2": the second part of the first part
    digest: str  # SHA-256 of the decoded bytes, the same by whatever way they travelled
    named: bool = True
    inline: bool = False
    content_id: str = ""
    inside: tuple[str, ...] = ()  # names of what travels within, when it is itself a letter

    @property
    def names(self) -> tuple[str, ...]:
        """The names that its sender gave: its own, or for a whole letter those of what travels within."""
        if self.media_type.startswith("message/"):
            return self.inside
        return (self.name,) if self.named else ()


NOBODY = Mailbox("", "")


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A letter with everything decoded. Message ids stand without angle brackets, the date in UTC."""

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    from_: Mailbox = NOBODY
    sender: Mailbox = NOBODY
    reply_to: tuple[Mailbox, ...] = ()
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    date: datetime | None = None
    text: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    kind: LetterKind = "person"
    because: str = ""
    defects: tuple[str, ...] = ()
    forwarded_by: Mailbox = NOBODY  # who of us passed it on, where it came inside another letter
    inside: str = ""  # the Message-ID of that letter, where it was passed on as a file

    @property
    def is_automatic(self) -> bool:
        """Whether a machine wrote it, to many or in answer to something."""
        return self.kind != "person"
