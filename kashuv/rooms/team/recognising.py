"""Recognising: the member behind a login, with her workspace; asked before every page, so the question is prepared."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.rooms.team.models import Member, Workspace

OURS = [field.attname for field in Member._meta.concrete_fields]
FIRMS = [field.attname for field in Workspace._meta.concrete_fields]


def recognised(login_id: uuid.UUID, workspace_id: uuid.UUID) -> Member | None:
    """The active member of this workspace behind the login."""
    for row in _active(login_id, workspace_id):
        member = Member.from_db(DEFAULT_DB_ALIAS, OURS, row[: len(OURS)])
        member.workspace = Workspace.from_db(DEFAULT_DB_ALIAS, FIRMS, row[len(OURS) :])
        return member
    return None


@prepared
def _active(login_id: uuid.UUID, workspace_id: uuid.UUID) -> QuerySet[Any]:
    mine = Member.objects.within(workspace_id).filter(login_id=login_id, active=True)
    return mine.values_list(*OURS, *(f"workspace__{name}" for name in FIRMS))
