"""Whose plan it is, and what its reader may see; every question of the gathering is asked through it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q

from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.rules.days import USUAL_END, Day

SERVED = (Client.Standing.PROPOSED, Client.Standing.CURRENT)


@dataclass(frozen=True, slots=True)
class Scope:
    """`reader` looks at the plan (None: the house itself); it is about the clients of `owner` (None: everybody's)."""

    workspace_id: uuid.UUID
    at: datetime
    zone: ZoneInfo
    owner: uuid.UUID | None = None
    owner_leads: bool = False
    reader: uuid.UUID | None = None
    reader_leads: bool = True
    ends: time = USUAL_END

    @property
    def day(self) -> Day:
        return _day(self.at, self.zone, self.ends)

    def ago(self, days: float) -> datetime:
        return self.at - timedelta(days=days)

    def of_client(self) -> Exists:
        """Rows of clients whom we serve, who are hers (a leader's also: nobody's), and whom the reader may see.

        Asked of each row by its client's key, so that the rows come in the order of their own index; as a join,
        SQLite would begin with all her clients and sort.
        """
        clients = Client.objects.within(self.workspace_id).filter(
            id=OuterRef("client_id"), standing__in=SERVED
        )
        if self.owner is not None:
            hers = Q(owner_id=self.owner)
            clients = clients.filter(hers | Q(owner_id__isnull=True) if self.owner_leads else hers)
        if not self.reader_leads:
            clients = clients.filter(Q(exclusive=False) | Q(owner_id=self.reader))
        return Exists(clients)


@lru_cache(maxsize=8)
def _day(at: datetime, zone: ZoneInfo, ends: time) -> Day:
    return Day(at, zone, ends)


def scope_of(workspace: Workspace, at: datetime, *, reader: Member | None, whose: Member | None) -> Scope:
    return Scope(
        workspace_id=workspace.id,
        at=at,
        zone=workspace.zone,
        owner=whose.id if whose else None,
        owner_leads=whose.leads if whose else False,
        reader=reader.id if reader else None,
        reader_leads=reader.leads if reader else True,
        ends=workspace.day_ends,
    )
