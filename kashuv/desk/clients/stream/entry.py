"""One entry by itself: what is drawn anew after a decision on it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from kashuv.desk.clients.about import About, about
from kashuv.desk.clients.stream.hanging import on
from kashuv.desk.clients.stream.lines import lines
from kashuv.desk.clients.stream.stream import Said, stream
from kashuv.desk.clients.together import told_apart
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The entry, and whose it is."""

    client: About
    said: Said


def entry_page(member: Member, key: uuid.UUID, entry: uuid.UUID, now: datetime) -> EntryPage:
    """One entry of a client, through the gate; Http404 if there is none to see."""
    client = about(member, key)
    found = lines(client, found=[entry])
    if not found:
        raise Http404
    strands = stream(client, found, told_apart(on(client, found, now)), now).strands
    return EntryPage(client, strands[0].head)
