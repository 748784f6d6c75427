"""The nouns of conversations."""

from kashuv.rooms.conversations.models.attachment import Attachment
from kashuv.rooms.conversations.models.draft import Draft
from kashuv.rooms.conversations.models.enclosure import Enclosure
from kashuv.rooms.conversations.models.entry import Entry
from kashuv.rooms.conversations.models.finding import Finding
from kashuv.rooms.conversations.models.presence import Presence
from kashuv.rooms.conversations.models.strand import Strand
from kashuv.rooms.conversations.models.template import Template
from kashuv.rooms.conversations.models.thread import Thread

__all__ = [
    "Attachment", "Draft", "Enclosure", "Entry", "Finding", "Presence", "Strand", "Template", "Thread",
]  # fmt: skip
