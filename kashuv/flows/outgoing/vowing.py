"""Vowing: what the writer took on by sending her letter stands in the ledger as her own word.

What only gives a new date to a word that stands moves that word, and they were told.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.promises import ledger, vows
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.promises.rules.sameness import said_again
from kashuv.rooms.promises.vows import Renewal, Vow
from kashuv.rooms.team.models import Member, Workspace


def as_it_leaves(draft: Draft, workspace: Workspace, leaving: datetime) -> list[dict[str, Any]]:
    """The draft's vows with the days that their words name when it leaves: in a letter that has waited, "today" is later."""
    kept = [Vow.of(one) for one in draft.vows]
    named = (
        {one.quote: one.due for one in vows.read(draft.text, workspace=workspace, at=leaving)} if kept else {}
    )
    return [replace(one, due=named.get(one.quote) or one.due).plain() for one in kept]


def take_on(draft: Draft, entry: Entry, *, by: Member, at: datetime) -> int:
    """Notes the vows that she took; one that was read out of the letter already is confirmed. How many there were."""
    taken = [Vow.of(vow) for vow in draft.vows if vow.get("taken")]
    client = _client(draft, entry)
    if client is None:
        return 0
    for vow in taken:
        if vow.renews is not None:
            _renew(vow, vow.renews, entry, by)
        else:
            _note(vow, client, entry, by)
    return len(taken)


def _note(vow: Vow, client: Client, entry: Entry, by: Member) -> None:
    ledger.note(
        client, vow.quote, side="ours", due_at=vow.due, by=by, at=entry.at, entry=entry, person=entry.person
    )


def _renew(vow: Vow, renewal: Renewal, entry: Entry, by: Member) -> None:
    """The word that stands is moved; that the letter speaks of it makes no second one."""
    here = Promise.objects.within(entry.workspace_id)
    stands = here.filter(pk=renewal.promise).first()
    if vow.due is None or stands is None:
        return
    ledger.move(stands, vow.due, reason=renewal.reason, told=True, by=by, at=entry.at)
    for read in here.proposed().ours().filter(entry_id=entry.id):
        if said_again(read.words, (vow.quote, renewal.words)):
            ledger.dismiss(read, by=by, at=entry.at)


def give_back(draft: Draft, entry: Entry, *, by: Member, at: datetime) -> None:
    """It was not said after all: a word that it gave a new date has the one of before, unless a later move followed."""
    renewals = [one.renews.promise for one in map(Vow.of, draft.vows) if one.renews is not None]
    moved = Move.objects.within(entry.workspace_id).filter(promise_id__in=renewals, at=entry.at)
    for move in moved:
        ledger.move_back(move, by=by, at=at)


def _client(draft: Draft, entry: Entry) -> Client | None:
    key = entry.client_id or draft.client_id
    return Client.objects.within(draft.workspace_id).filter(pk=key).first() if key else None
