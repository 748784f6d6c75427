"""Gathers the nouns of all rooms for Django; says nothing of its own."""

from kashuv.foundation.journal.event import Event
from kashuv.foundation.queue.job import Job
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.rooms.calm.models import Hold, Opinion, Weighing
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.clients.models import (
    Address,
    Client,
    Consent,
    Detail,
    Hint,
    KeyDate,
    Manner,
    Merging,
    Person,
)
from kashuv.rooms.conversations.models import (
    Attachment,
    Draft,
    Enclosure,
    Entry,
    Finding,
    Presence,
    Strand,
    Template,
    Thread,
)
from kashuv.rooms.post.models import (
    Copy,
    Dispatch,
    Folder,
    Gateway,
    Letter,
    Mailbox,
    Parcel,
    Refusal,
    Shipment,
)
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.team.models import Login, Member, Pass, QuietHours, Workspace
from kashuv.rooms.today.models import Mark

__all__ = [
    "Address", "Attachment", "Client", "Consent", "Copy", "Detail", "Dispatch", "Draft", "Enclosure",
    "Entry", "Event", "Finding", "Folder", "Gateway", "Hint", "Hold", "Job", "KeyDate", "Letter", "Login",
    "Mailbox", "Manner", "Mark", "Member", "Merging", "Move", "Opinion", "Parcel", "Pass", "Person",
    "Presence", "Promise", "Pulse", "QuietHours", "Refusal", "SaidLine", "Shipment", "Sign", "Strand", "Template",
    "Thread", "Weighing", "WhoLine", "Workspace",
]  # fmt: skip
