"""Gathers the nouns of all rooms for Django; says nothing of its own."""

from kashuv.foundation.journal.event import Event
from kashuv.foundation.queue.job import Job
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.clients.models import Address, Client, Detail, KeyDate, Manner, Merging, Person
from kashuv.rooms.conversations.models import Attachment, Entry, Finding, Strand, Thread
from kashuv.rooms.post.models import Letter, Parcel, Refusal, Shipment
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.team.models import Login, Member, Pass, Workspace
from kashuv.rooms.today.models import Mark

__all__ = [
    "Address", "Attachment", "Client", "Detail", "Entry", "Event", "Finding", "Job", "KeyDate", "Letter", "Login",
    "Manner", "Mark", "Member", "Merging", "Move", "Parcel", "Pass", "Person", "Promise", "Pulse", "Refusal",
    "SaidLine", "Shipment", "Sign", "Strand", "Thread", "WhoLine", "Workspace",
]  # fmt: skip
