"""The nouns of conversations."""

from kashuv.rooms.conversations.models.attachment import Attachment
from kashuv.rooms.conversations.models.entry import Entry
from kashuv.rooms.conversations.models.finding import Finding
from kashuv.rooms.conversations.models.strand import Strand
from kashuv.rooms.conversations.models.thread import Thread

__all__ = ["Attachment", "Entry", "Finding", "Strand", "Thread"]
