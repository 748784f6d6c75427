"""Vowing: what the writer took on by sending her letter stands in the ledger as her own word."""

from __future__ import annotations

from datetime import datetime

from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.promises import ledger
from kashuv.rooms.team.models import Member


def take_on(draft: Draft, entry: Entry, *, by: Member, at: datetime) -> int:
    """Notes the vows that she took; one that was read out of the letter already is confirmed. How many there were."""
    taken = [vow for vow in draft.vows if vow.get("taken")]
    client = _client(draft, entry)
    if client is None:
        return 0
    for vow in taken:
        due = datetime.fromisoformat(vow["due"]) if vow.get("due") else None
        ledger.note(
            client,
            vow.get("words") or vow.get("quote", ""),
            side="ours",
            due_at=due,
            by=by,
            at=entry.at,
            entry=entry,
            person=entry.person,
        )
    return len(taken)


def _client(draft: Draft, entry: Entry) -> Client | None:
    key = entry.client_id or draft.client_id
    return Client.objects.within(draft.workspace_id).filter(pk=key).first() if key else None
