"""Whose plan it is, and what its reader may see; every question of the gathering is asked through it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.rules.days import Day

SERVED = (Client.Standing.PROPOSED, Client.Standing.CURRENT)


@dataclass(frozen=True, slots=True)
class Scope:
    """`reader` looks at the plan (None: the house itself); `whose` clients it is about (None: everybody's)."""

    workspace: Workspace
    at: datetime
    reader: Member | None = None
    whose: Member | None = None

    @property
    def workspace_id(self) -> uuid.UUID:
        return self.workspace.id

    @property
    def day(self) -> Day:
        return Day(self.at, self.workspace.zone)

    def of_client(self, path: str = "client__") -> Q:
        """Rows of clients whom we serve, who are hers (a leader's also: nobody's), and whom the reader may see."""
        asked = Q(**{f"{path}standing__in": SERVED})
        if self.whose is not None:
            asked &= self._owned(path, self.whose)
        if self.reader is not None and not self.reader.leads:
            asked &= Q(**{f"{path}exclusive": False}) | Q(**{f"{path}owner_id": self.reader.id})
        return asked

    def _owned(self, path: str, member: Member) -> Q:
        hers = Q(**{f"{path}owner_id": member.id})
        return hers | Q(**{f"{path}owner_id__isnull": True}) if member.leads else hers
