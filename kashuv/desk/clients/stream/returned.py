"""What of ours did not arrive: said at the letter itself, where the relationship is read, with the reason in plain words."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.functional import Promise as Words

from kashuv.desk.clients.together import Piece, piece
from kashuv.desk.outbox import phones
from kashuv.desk.outbox.words import REASONS
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.post.rules import answers

MARK = "dispatch:"  # before the key of the draft, in the identity of a message that went to a phone


@dataclass(frozen=True, slots=True)
class Returned:
    """`whom` it did not reach, where the report names one of several; when we learned of it."""

    whom: str
    why: str | Words
    at: datetime | None

    @classmethod
    def of(cls, piece: Piece) -> Returned:
        """From a piece of either question below."""
        if piece.kind != Dispatch.Channel.MAIL:
            return cls("", phones.LOST, piece.at)
        whom, _, said = (piece.words or "").partition(": ")
        return cls(whom if "@" in whom else "", REASONS[answers.of_step("recipient", said)], piece.at)


def letters_asked(ws: uuid.UUID, entries: Any) -> QuerySet[Any]:
    """Of these entries the letters that came back, as a piece of a larger question: dispatch and letter bear one name."""
    sent = Entry.objects.filter(workspace_id=ws, id__among=entries, kind="mail", direction="out")
    names = sent.exclude(letter__message_id="").values("letter__message_id")
    back = Dispatch.objects.filter(workspace_id=ws, message_id__in=names, bounced_at__isnull=False)
    of = Subquery(sent.filter(letter__message_id=OuterRef("message_id")).values("id")[:1])
    return piece("returned", back, of=of, kind="channel", words="bounced", at="bounced_at")


def messages_asked(ws: uuid.UUID, sources: Any) -> QuerySet[Any]:
    """The same of messages to phones, by the drafts that they were."""
    back = Dispatch.objects.filter(workspace_id=ws, source__among=sources, bounced_at__isnull=False)
    phoned = back.exclude(channel=Dispatch.Channel.MAIL)
    return piece("returned", phoned, of="source", kind="channel", words="bounced", at="bounced_at")


def source_of(identity: str) -> uuid.UUID | None:
    """Which draft it was, of what went to a phone by a gateway; an archive may have brought any identity."""
    with suppress(ValueError):
        return uuid.UUID(identity.removeprefix(MARK)) if identity.startswith(MARK) else None
    return None


def by_sent(told: Iterable[Piece]) -> dict[uuid.UUID | None, Returned]:
    """By the entry, or by the draft of a message to a phone."""
    return {piece.of: Returned.of(piece) for piece in told}
