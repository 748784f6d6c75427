"""Placing: a letter that was written to a client stands on his timeline, also when its address was nobody's yet."""

from __future__ import annotations

from datetime import datetime

from kashuv.flows import meaning
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.care import pulse
from kashuv.rooms.conversations.models import Draft, Entry, Thread


def place(entry: Entry, draft: Draft, at: datetime) -> None:
    """Whose address it is stays for a person to say; that it was said to the client is known."""
    if entry.client_id is not None or draft.client_id is None:
        return
    home, whose = entry.workspace_id, {"client_id": draft.client_id}
    Entry.objects.within(home).filter(pk=entry.pk).update(**whose)
    SaidLine.objects.within(home).filter(kind=SaidLine.Kind.ENTRY, ref=entry.pk).update(**whose)
    if entry.thread_id is not None:
        Thread.objects.within(home).filter(pk=entry.thread_id, client__isnull=True).update(**whose)
    entry.client_id = draft.client_id
    meaning.count_late(home, [entry.pk])
    pulse.feel(home, {draft.client_id}, at)
