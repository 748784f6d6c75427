"""Unsaying: an entry goes, and with it everything that rests on it alone."""

from __future__ import annotations

from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.conversations.models import Attachment, Draft, Entry, Finding
from kashuv.rooms.promises.models import Move, Promise


def unsay(entry: Entry) -> None:
    """Deletes the entry with what was read out of it; nothing is left that points at nothing."""
    home = entry.workspace_id
    promises = list(Promise.objects.within(home).filter(entry_id=entry.id).values_list("pk", flat=True))
    index.drop(SaidLine, home, [entry.id, *promises])
    for key in ("last_entry", "waiting_entry"):
        Pulse.objects.within(home).filter(**{f"{key}_id": entry.id}).update(**{key: None})
    Move.objects.within(home).filter(promise_id__in=promises).delete()
    for model in (Finding, Sign, Promise, Attachment):
        model.objects.within(home).filter(entry_id=entry.id).delete()
    Entry.objects.within(home).filter(pk=entry.id).delete()


def is_decided(entry: Entry) -> bool:
    """Whether somebody has decided on something that was read out of it, or is answering it."""
    home = entry.workspace_id
    findings = Finding.objects.within(home).exclude(state=Finding.State.PROPOSED)
    promises = Promise.objects.within(home).exclude(state=Promise.State.PROPOSED)
    signs = Sign.objects.within(home).filter(closed_at__isnull=False)
    drafts = Draft.objects.within(home).filter(answers_id=entry.id)
    return drafts.exists() or any(
        rows.filter(entry_id=entry.id).exists() for rows in (findings, promises, signs)
    )
